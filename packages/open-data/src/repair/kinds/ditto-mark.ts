import type { TableRow } from '../../table.ts';
import type { Context, TableKind } from '../context.ts';
import { isShifted } from '../internal/columns.ts';

const DITTO = /^(?:〃|″|々|仝|同\s?上|上に同じ|"|”)$/u;
const LONGEST = 4;

/**
 * 〃 or 同上 instead of a value → the value of the row above, in columns whose meaning is known. Where the row above has none, or
 * does not stand right above in the file, it is flagged.
 */
export const dittoMark: TableKind = (context) => {
  const { columns, draft } = context;
  let above: TableRow | undefined;
  for (const row of draft.rows) {
    if (!isShifted(row, draft.header)) {
      for (const { index } of columns) {
        const text = row.cells[index] ?? '';
        if (text !== '' && text.length <= LONGEST && DITTO.test(text))
          repeat(context, row, above, index);
      }
    }
    above = row;
  }
};

function repeat(
  { draft }: Context,
  row: TableRow,
  above: TableRow | undefined,
  index: number,
): void {
  const adjacent = above?.row === row.row - 1 && !isShifted(above, draft.header);
  // A mark in the row above has become its value by now, or was flagged.
  const value = adjacent ? (draft.cellsOf(above)[index] ?? '') : '';
  if (value === '' || DITTO.test(value.slice(0, LONGEST + 1)))
    draft.doubt('open-data/ditto-mark', row, { index });
  else draft.setCell(row, index, value, { code: 'open-data/ditto-mark', confidence: 0.9 });
}
