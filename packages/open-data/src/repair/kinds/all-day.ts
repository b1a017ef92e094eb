import { alignedRows } from '../cells.ts';
import { columnOf, type TableKind } from '../context.ts';

const ALL_DAY = /^(?:終日|24時間|２４時間|24h|全日)$/u;
const PAIRS = [
  ['開始時間', '終了時間'],
  ['利用開始時間', '利用終了時間'],
  ['開始時刻', '終了時刻'],
] as const;

/** 終日 or 24時間 in place of opening hours → 00:00 and 24:00, where the other cell is blank or says the same. */
export const allDay: TableKind = (context) => {
  const { draft } = context;
  for (const [opening, closing] of PAIRS) {
    const opens = columnOf(context, opening);
    const closes = columnOf(context, closing);
    if (opens === undefined || closes === undefined) continue;
    const reason = { code: 'open-data/time-format', confidence: 0.95 } as const;
    for (const row of alignedRows(context)) {
      const from = row.cells[opens.index] ?? '';
      const to = row.cells[closes.index] ?? '';
      const words = [from, to].filter((text) => ALL_DAY.test(text)).length;
      if (words === 0 || words + [from, to].filter((text) => text === '').length < 2) continue;
      draft.setCell(row, opens.index, '00:00', reason);
      draft.setCell(row, closes.index, '24:00', reason);
    }
  }
};
