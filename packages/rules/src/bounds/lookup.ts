import type { Table } from '../ir.ts';
import { anyOf, type Cell, positions } from './cell.ts';
import { between, exactly, isFalse, isTrue, oneOf, type Span, union } from './span.ts';

/** Cells of a table, and rows of keys, that are looked at one by one. */
const MOST_LOOKUPS = 4096;

const whole = new WeakMap<Table, Cell>();

/** What any cell of a table can be. */
function anyCell(table: Table): Cell {
  let cell = whole.get(table);
  if (cell === undefined) whole.set(table, (cell = anyOf(table.data)));
  return cell;
}

/**
 * What the cell of a table can be.
 * @param indexOf the index into each dimension
 */
export function tableCell(table: Table, indexOf: (axis: number) => Span): Cell {
  const { data, shape } = table;
  let offsets: number[] = [0];
  for (const [axis, size] of shape.entries()) {
    const places = positions(indexOf(axis), size);
    if (offsets.length * places.length > MOST_LOOKUPS) return anyCell(table);
    offsets = offsets.flatMap((offset) => places.map((place) => offset * size + place));
  }
  return anyOf(offsets.map((offset) => data[offset] as number | string));
}

/** Which rows of keys the values can be, of so many. */
export function matchSpan(
  cells: readonly Cell[],
  find: ((...values: (number | string)[]) => number) | undefined,
  count: number,
): Span {
  const lists: (readonly (number | string)[])[] = [];
  let total = 1;
  for (const cell of cells) {
    const values = 'lo' in cell ? cell.values : cell;
    if (values === undefined || (total *= values.length) > MOST_LOOKUPS)
      return between(-1, count - 1);
    lists.push(values);
  }
  const rows = new Set<number>();
  const row: (number | string)[] = [];
  for (let number = 0; number < total; number++) {
    let rest = number;
    for (const [column, values] of lists.entries()) {
      row[column] = values[rest % values.length] as number | string;
      rest = Math.floor(rest / values.length);
    }
    rows.add(find?.(...row) ?? -1);
  }
  return oneOf([...rows]);
}

/** A member's place: from how many others certainly, to how many possibly, come before. -1 without the condition. */
export function rankSpan(
  member: number,
  others: readonly number[],
  valueOf: (person: number) => Span,
  meets: (person: number) => Span,
): Span {
  const own = meets(member);
  if (isFalse(own)) return exactly(-1);
  const value = valueOf(member);
  let [sure, possible] = [0, 0];
  for (const other of others) {
    if (other === member) continue;
    const condition = meets(other);
    if (isFalse(condition)) continue;
    const { lo, hi } = valueOf(other);
    const earlier = other < member;
    if (isTrue(condition) && (hi < value.lo || (earlier && hi <= value.lo))) sure++;
    if (lo < value.hi || (earlier && lo <= value.hi)) possible++;
  }
  const places = oneOf(Array.from({ length: possible - sure + 1 }, (_, at) => sure + at));
  return isTrue(own) ? places : union(exactly(-1), places);
}
