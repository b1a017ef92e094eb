/** A JSON object by its keys; nothing for anything else. Own keys only, so that `__proto__` in data is just a word. */
export function record(value: unknown): ReadonlyMap<string, unknown> {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return new Map(isObject ? Object.entries(value) : []);
}

/** A JSON array, or none. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

/** Text that says something: trimmed (CKAN tags begin with blanks), one line, capped. Numbers count as text. */
export function text(value: unknown, most = 2000): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return undefined;
  const line = value.slice(0, most).replace(/\s+/gu, ' ').trim();
  return line === '' ? undefined : line;
}

/** A whole number of zero or more, also where it is written as text. */
export function count(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d{1,15}$/u.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0
    ? number
    : undefined;
}

/** The first of several keys that holds text. */
export function firstText(
  of: ReadonlyMap<string, unknown>,
  ...keys: readonly string[]
): string | undefined {
  for (const key of keys) {
    const found = text(of.get(key));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Only the members that are there, for optional properties. */
export function present<T extends Record<string, unknown>>(
  members: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
