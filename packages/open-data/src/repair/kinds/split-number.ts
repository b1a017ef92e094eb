import type { TableRow } from '../../table.ts';
import type { Context, TableKind } from '../context.ts';
import { align, type Alignment } from '../internal/alignment.ts';

const REASON = { code: 'open-data/split-number', confidence: 0.95 } as const;
/** Rows with more cells too many, or more places to join, have another cause. */
const MOST = 6;
const HEAD = /(?:^|[^\d.])[1-9]\d{0,2}$/u;
const MIDDLE = /^\d{3}$/u;
const TAIL = /^\d{3}(?!\d)/u;
const DIGITS = /^-?\d{1,3}$/u;

/** One way to join: indices of cells that end where the next one goes on, and how the row suits its columns then. */
interface Way {
  readonly joins: readonly number[];
  readonly fit: Alignment;
}

/**
 * A thousands separator without quotes, `…、1` | `600種以上…`, made two cells of one and pushed the rest out of their columns. The
 * cells are joined where that gives the header's width in exactly one way that suits the columns, and where text around the
 * digits or the columns to their right speak for it. Everything else is flagged.
 */
export const splitNumber: TableKind = (context) => {
  const { draft } = context;
  // A comma breaks no row where tabs separate.
  if (draft.kind !== 'csv' && draft.kind !== 'linkdata') return;
  for (const row of draft.rows) {
    const excess = row.cells.length - draft.header.length;
    if (excess < 1 || excess > MOST) continue;
    const places = [...row.cells.keys()].filter((at) => continues(row.cells, at));
    if (places.length < excess || places.length > MOST * 2) continue;
    const blanks = row.cells.slice(-excess).every((cell) => cell === '');
    // Blank cells at the end explain the width as well, unless the columns speak against it.
    if (blanks && align(context.columns, row.cells).wrong === 0) continue;
    const ways = choose(places, excess)
      .map((joins) => ({ joins, fit: align(context.columns, joined(row.cells, joins)) }))
      .filter(({ fit }) => fit.wrong === 0);
    const [way] = ways;
    if (way !== undefined && ways.length === 1 && isBorneOut(context, row, way))
      join(context, row, way.joins);
    else draft.doubt('open-data/split-number', row, { index: places[0] ?? 0 });
  }
};

function continues(cells: readonly string[], at: number): boolean {
  const [left = '', next = ''] = [cells[at], cells[at + 1]];
  const head = left.slice(-5);
  if (!TAIL.test(next.slice(0, 4))) return false;
  return HEAD.test(head) || (MIDDLE.test(left) && at > 0 && continues(cells, at - 1));
}

/** Text beside the digits, or a number's column at the join and a right cell beyond it. */
function isBorneOut({ columns }: Context, { cells }: TableRow, { joins, fit }: Way): boolean {
  return joins.every((at, nth) => {
    if (joins.includes(at - 1)) return true;
    let last = at + 1;
    while (joins.includes(last)) last++;
    if (!DIGITS.test(cells[at] ?? '') || !DIGITS.test(cells[last] ?? '')) return true;
    const index = at - nth;
    const column = columns.find((one) => one.index === index);
    const counted = column?.format === 'integer' || column?.format === 'number';
    return counted && fit.right.some((one) => one > index);
  });
}

function joined(cells: readonly string[], joins: readonly number[]): string[] {
  const result: string[] = [];
  for (const [at, cell] of cells.entries()) {
    if (joins.includes(at - 1)) result.push(`${result.pop() ?? ''},${cell}`);
    else result.push(cell);
  }
  return result;
}

/** Runs of joins become one patch each, from the left; what is joined makes the places after it move. */
function join({ draft }: Context, row: TableRow, joins: readonly number[]): void {
  let moved = 0;
  for (let at = 0; at < joins.length;) {
    let count = 1;
    while (joins[at + count] === (joins[at] ?? 0) + count) count++;
    draft.joinCells(row, (joins[at] ?? 0) - moved, count + 1, ',', REASON);
    moved += count;
    at += count;
  }
}

/** Every choice of `count` of the places, in order. */
function choose(places: readonly number[], count: number): number[][] {
  if (count === 0) return [[]];
  const choices: number[][] = [];
  for (const [at, place] of places.entries()) {
    for (const rest of choose(places.slice(at + 1), count - 1)) choices.push([place, ...rest]);
  }
  return choices;
}
