import type { TableRow } from '../table.ts';
import type { Context } from './context.ts';
import { isShifted, type KnownColumn } from './internal/columns.ts';
import type { Draft } from './internal/draft.ts';
import { type Outcome, readCell } from './internal/read-cell.ts';

/** Text without any of these needs no reading, unless the column has a list of words or a script of its own. */
const NOTABLE = /[&<#"\r\n]/u;
/** Many columns hold few different values: what was made of one is remembered. */
const REMEMBERED = 2000;

/** Lets every column read its cells. All are read before the first is changed, so that each sees the column as it was. */
export function repairCells({ draft, columns }: Context): void {
  for (const column of columns) {
    for (const [row, outcome] of readColumn(draft, column)) {
      for (const { after, ...reason } of outcome.steps) {
        draft.setCell(row, column.index, after, reason);
      }
      if (outcome.doubt === undefined) continue;
      const { doubt, expected } = outcome.doubt;
      draft.doubt(doubt, row, { index: column.index, ...(expected !== undefined && { expected }) });
    }
  }
}

function readColumn(draft: Draft, column: KnownColumn): Map<TableRow, Outcome> {
  const outcomes = new Map<TableRow, Outcome>();
  if (column.readers.length === 0) return outcomes;
  const { header, rows } = draft;
  const plain = column.format === 'string' && column.codes.length === 0 && column.standard !== 'ID';
  const memory = new Map<string, Outcome>();
  for (const row of rows) {
    const text = row.cells[column.index] ?? '';
    if (text === '' || (plain && !NOTABLE.test(text))) continue;
    if (!column.free && column.fits(text)) continue;
    if (isShifted(row, header)) continue;
    const outcome = memory.get(text) ?? readCell(column, text);
    if (memory.size < REMEMBERED) memory.set(text, outcome);
    if (outcome.steps.length > 0 || outcome.doubt !== undefined) outcomes.set(row, outcome);
  }
  return outcomes;
}

/** The rows whose cells stand in their own columns. */
export function alignedRows({ draft }: Context): TableRow[] {
  return draft.rows.filter((row) => !isShifted(row, draft.header));
}
