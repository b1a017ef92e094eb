import type { TableKind } from '../context.ts';
import { isShifted } from '../internal/columns.ts';

const DITTO = /^(?:〃|″|々|仝|同\s?上|上に同じ|"|”)$/u;

/**
 * 〃 or 同上 instead of a value → the value of the row above, in columns whose meaning is known. Where the row above has none, or
 * does not stand right above in the file, it is flagged.
 */
export const dittoMark: TableKind = ({ draft, columns }) => {
  for (const { index } of columns) {
    let above = '';
    let last = Number.NaN;
    for (const row of draft.rows) {
      const text = isShifted(row, draft.header) ? '' : (row.cells[index] ?? '');
      const mark = text !== '' && text.length <= 4 && DITTO.test(text);
      const adjacent = row.row === last + 1;
      last = row.row;
      if (!mark) {
        above = text;
        continue;
      }
      if (above === '' || !adjacent) {
        draft.doubt('open-data/ditto-mark', row, { index });
        above = '';
      } else {
        draft.setCell(row, index, above, { code: 'open-data/ditto-mark', confidence: 0.9 });
      }
    }
  }
};
