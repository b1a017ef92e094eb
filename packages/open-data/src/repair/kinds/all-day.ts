import { alignedRows } from '../cells.ts';
import { columnOf, type TableKind } from '../context.ts';
import { ALL_DAY } from '../internal/all-day.ts';

const REASON = { code: 'open-data/time-format', confidence: 0.95 } as const;

/**
 * 終日 or 24時間 in place of opening hours → 00:00 and 24:00, where the other cell is blank or says the same. Beside another time it
 * is flagged.
 */
export const allDay: TableKind = (context) => {
  const { draft, columns } = context;
  for (const opens of columns) {
    if (opens.format !== 'time' || opens.standard?.includes('開始') !== true) continue;
    const closes = columnOf(context, opens.standard.replace('開始', '終了'));
    if (closes === undefined) continue;
    for (const row of alignedRows(context)) {
      const hours = [row.cells[opens.index] ?? '', row.cells[closes.index] ?? ''];
      const words = hours.filter((text) => ALL_DAY.test(text)).length;
      if (words === 0) continue;
      if (words + hours.filter((text) => text === '').length < 2) {
        const index = ALL_DAY.test(hours[0] ?? '') ? opens.index : closes.index;
        draft.doubt('open-data/unclear-time', row, { index });
        continue;
      }
      draft.setCell(row, opens.index, '00:00', REASON);
      draft.setCell(row, closes.index, '24:00', REASON);
    }
  }
};
