import { columnOf, type TableKind } from '../context.ts';

const ENOUGH = 12;
const FOUR = /^\d{2,3}\.([0-5]\d)([0-5]\d)\d{0,4}$/u;
const DECIMALS = /^\d{2,3}\.\d{4,8}$/u;

/**
 * Decimals that are minutes and seconds, 35.3929 for 35°39′29″: in decimal degrees the third pair of digits is above 59 in four of
 * ten values, so that a column of a dozen without one is no chance. It is said once for the column, and nothing is changed.
 */
export const dmsSuspect: TableKind = (context) => {
  for (const axis of ['緯度', '経度']) {
    const column = columnOf(context, axis);
    if (column === undefined) continue;
    let count = 0;
    let all = true;
    for (const value of column.values()) {
      if (!DECIMALS.test(value)) continue;
      count++;
      if (!FOUR.test(value)) {
        all = false;
        break;
      }
    }
    if (!all || count < ENOUGH) continue;
    context.draft.doubt('open-data/dms', undefined, { index: column.index, count, many: true });
  }
};
