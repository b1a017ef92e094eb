import { plainKind, type CellKind } from '../kind.ts';

const GROUPED = /^-?\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,20})?$/u;

/** A number with thousands separators, `1,200` → `1200`. `1.200` and `1 200` can be something else and stay. */
export const thousandsSeparator: CellKind = plainKind('open-data/thousands-separator', (text) =>
  GROUPED.test(text) ? { after: text.replaceAll(',', ''), confidence: 1 } : undefined,
);
