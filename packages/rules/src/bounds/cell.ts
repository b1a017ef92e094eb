import { ANYTHING, exactly, oneOf, type Span, truth, union } from './span.ts';

/** What a value can be: a number's span, or the texts that it can be. */
export type Cell = Span | readonly string[];

/** Of one known value. */
export function plain(value: number | string): Cell {
  return typeof value === 'string' ? [value] : exactly(value);
}

/** A number's span; of a text, anything. */
export function spanOf(cell: Cell): Span {
  return 'lo' in cell ? cell : ANYTHING;
}

/** Whether only one value is left. */
export function isSettled(cell: Cell): boolean {
  return 'lo' in cell ? cell.lo === cell.hi : cell.length === 1;
}

/** What either can be. */
export function join(a: Cell, b: Cell): Cell {
  if (a === b) return a;
  if ('lo' in a && 'lo' in b) return union(a, b);
  return 'lo' in a || 'lo' in b ? ANYTHING : [...new Set([...a, ...b])];
}

/** One of these values. */
export function anyOf(values: readonly (number | string)[]): Cell {
  if (values.every((value) => typeof value === 'number')) return oneOf(values);
  return values.every((value) => typeof value === 'string') ? [...new Set(values)] : ANYTHING;
}

/** Whole places within a dimension; a negative one counts from the end, one outside would be an error. */
export function positions({ lo, hi, values }: Span, size: number): readonly number[] {
  const [from, to] = [Math.max(Math.ceil(lo), -size), Math.min(Math.floor(hi), size - 1)];
  const all = values ?? Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
  if (from >= 0 && values === undefined && all.length > 0) return all;
  const inside = all
    .filter((place) => place >= -size && place < size)
    .map((place) => (place < 0 ? place + size : place));
  return inside.length > 0 ? [...new Set(inside)] : Array.from({ length: size }, (_, at) => at);
}

/** An item of a list, by an index that is not known for certain. */
export function pickFrom(list: readonly number[], index: Span): Span {
  return oneOf(positions(index, list.length).map((place) => list[place] as number));
}

/** `==` and `!=` of texts. */
export function compareTexts(op: string, a: Cell, b: Cell): Span {
  if ('lo' in a || 'lo' in b) return ANYTHING;
  const apart = !a.some((text) => b.includes(text));
  const same = a.length === 1 && b.length === 1 && a[0] === b[0];
  return op === 'ne' ? truth(apart, same) : truth(same, apart);
}
