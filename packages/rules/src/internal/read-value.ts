import { parseIsoDate } from '../calendar.ts';
import { RulesError } from '../error.ts';
import type { Variable } from '../pack.ts';

/**
 * A value from JSON or YAML in the form columns hold it. Whole numbers lose what stands behind the point, as in OpenFisca.
 * @throws RulesError `rules/bad-value`
 */
export function readValue(
  variable: Variable,
  value: unknown,
  path: readonly string[],
): number | string {
  const read = tryRead(variable, value);
  if (read !== undefined) return read;
  const shown = JSON.stringify(value)?.slice(0, 80) ?? String(value);
  const { name, type, values = [] } = variable;
  const facts = [name, shown, values.join('、'), values.join(', ')];
  throw new RulesError(`rules/bad-value#${type}`, facts, path);
}

function tryRead({ type, values }: Variable, value: unknown): number | string | undefined {
  if (type === 'text')
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  if (type === 'enum') {
    const at = values?.indexOf(String(value)) ?? -1;
    return at < 0 ? undefined : at;
  }
  if (type === 'date') return readDate(value);
  const number = typeof value === 'boolean' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) return undefined;
  if (type === 'bool') return number === 0 || number === 1 ? number : undefined;
  if (type === 'float') return number;
  return Math.abs(number) < 2 ** 31 ? Math.trunc(number) : undefined;
}

/** A YAML reader may hand over a `Date`. */
function readDate(value: unknown): number | undefined {
  if (value instanceof Date) return Math.floor(value.getTime() / 86_400_000);
  if (typeof value === 'string') return parseIsoDate(value);
  return undefined;
}
