import type { TableRow } from '../table.ts';
import type { Context } from './context.ts';
import { isShifted, type KnownColumn } from './internal/columns.ts';
import { type Outcome, readCell } from './internal/read-cell.ts';

/** Text without any of these needs no reading, unless the column has a list of words or a script of its own. */
const NOTABLE = /[&<#"\r\n]/u;
/** Many columns hold few different values: what was made of one is remembered. */
const REMEMBERED = 2000;

/** Lets every column read its cells. All are read before the first is changed, so that each sees its column as it was. */
export function repairCells({ draft, columns }: Context): void {
  const reading = columns.filter(({ readers }) => readers.length > 0).map(columnReader);
  for (const row of draft.rows) {
    if (isShifted(row, draft.header)) continue;
    for (const { column, read, found } of reading) {
      const outcome = read(row.cells[column.index] ?? '');
      if (outcome !== undefined) found.push([row, outcome]);
    }
  }
  for (const { column, found } of reading) {
    const { index } = column;
    for (const [row, { steps, doubt }] of found) {
      for (const { after, ...reason } of steps) draft.setCell(row, index, after, reason);
      if (doubt === undefined) continue;
      const { expected } = doubt;
      draft.doubt(doubt.doubt, row, { index, ...(expected !== undefined && { expected }) });
    }
  }
}

interface ColumnReader {
  readonly column: KnownColumn;
  /** What becomes of a cell; `undefined` where it stays. */
  readonly read: (text: string) => Outcome | undefined;
  /** What was found so far, in the rows' order. */
  readonly found: (readonly [TableRow, Outcome])[];
}

function columnReader(column: KnownColumn): ColumnReader {
  const { format, codes, standard, free, fits } = column;
  const plain = format === 'string' && codes.length === 0 && standard !== 'ID';
  const memory = new Map<string, Outcome>();
  const read = (text: string): Outcome | undefined => {
    if (text === '') return undefined;
    if (plain ? !NOTABLE.test(text) : !free && fits(text)) return undefined;
    const outcome = memory.get(text) ?? readCell(column, text);
    if (memory.size < REMEMBERED) memory.set(text, outcome);
    return outcome.steps.length > 0 || outcome.doubt !== undefined ? outcome : undefined;
  };
  return { column, read, found: [] };
}

/** The rows whose cells stand in their own columns. */
export function alignedRows({ draft }: Context): TableRow[] {
  return draft.rows.filter((row) => !isShifted(row, draft.header));
}
