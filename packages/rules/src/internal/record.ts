import { RulesError } from '../error.ts';

/** The entries of a JSON object; nothing is an empty one. A `Map`, so that no key can mean anything but itself. */
export function record(value: unknown, path: readonly string[]): Map<string, unknown> {
  if (value === undefined || value === null) return new Map();
  if (typeof value === 'object' && !Array.isArray(value)) return new Map(Object.entries(value));
  const example = path.length >= 3 ? '{ "2024-01": 1 }' : '{ … }';
  throw new RulesError(
    'rules/bad-value',
    {
      ja: `ここには ${example} のようなオブジェクトを書いてください。`,
      en: `Expected an object like ${example} here.`,
    },
    path,
  );
}

/** An object of objects. */
export function records(
  value: unknown,
  path: readonly string[],
): Map<string, Map<string, unknown>> {
  return new Map(
    [...record(value, path)].map(([key, inner]) => [key, record(inner, [...path, key])]),
  );
}
