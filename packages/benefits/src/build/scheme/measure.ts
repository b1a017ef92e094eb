/** What a number counts, as far as it is told by how it is written. Nothing for a plain number, ages, months. */
export type Measure = 'yen' | 'persons';

/** What a figure counts that has this behind it: 「30,000円」, 「2人」. */
export function measureOf(text: string): Measure | undefined {
  return text.endsWith('円') ? 'yen' : text.endsWith('人') ? 'persons' : undefined;
}

/** Of a sum, or of a choice: a plain number takes what the others count; of what differs there is none. */
export function measureOfAll(all: readonly (Measure | undefined)[]): Measure | undefined {
  const [first, ...others] = new Set(all.filter((one) => one !== undefined));
  return others.length === 0 ? first : undefined;
}

/** Money times a number or a head count is money; persons times something may be anything, points for instance. */
export function measureOfProduct(
  a: Measure | undefined,
  b: Measure | undefined,
): Measure | undefined {
  return (a === 'yen') === (b === 'yen') ? undefined : 'yen';
}

/** Money shared out is money; over money it is a ratio. */
export function measureOfQuotient(
  a: Measure | undefined,
  b: Measure | undefined,
): Measure | undefined {
  return a === 'yen' && b !== 'yen' ? 'yen' : undefined;
}
