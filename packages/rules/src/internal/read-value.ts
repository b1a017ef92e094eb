import { parseIsoDate } from '../calendar.ts';
import { RulesError } from '../error.ts';
import type { Variable } from '../pack.ts';

/** What a value of each type looks like, for the sentence that asks for one. */
const EXPECTED = {
  bool: ['true か false', 'true or false'],
  int: ['整数', 'a whole number'],
  float: ['数', 'a number'],
  text: ['文字', 'a text'],
  date: ['1980-01-31のような日付', 'a date like 1980-01-31'],
  enum: ['', ''],
} as const;

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
  const [ja, en] =
    variable.type === 'enum'
      ? [variable.values?.join('、') ?? '', `one of ${variable.values?.join(', ') ?? ''}`]
      : EXPECTED[variable.type];
  const shown = JSON.stringify(value)?.slice(0, 80) ?? String(value);
  throw new RulesError(
    'rules/bad-value',
    {
      ja: `「${variable.name}」の値として ${shown} は使えません。使えるのは、${ja}です。`,
      en: `${shown} is no value for "${variable.name}". Expected ${en}.`,
    },
    path,
  );
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
