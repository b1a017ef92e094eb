import { plainKind, type CellKind } from '../kind.ts';

const EXPONENT = /^(\d)(?:\.(\d{1,14}))?[eE]\+?(\d{1,2})$/u;

/**
 * A code or number that a spreadsheet showed as a power of ten: `1.32012E+05` → `132012`, where every digit is still
 * there. Where digits were rounded away (`1.32E+12`) they are lost: that is flagged.
 */
export const excelExponent: CellKind = plainKind('open-data/excel-exponent', (text) => {
  const [, first, rest = '', power = ''] = EXPONENT.exec(text) ?? [];
  if (first === undefined) return undefined;
  return rest.length === Number(power)
    ? { after: first + rest, confidence: 0.95 }
    : { doubt: 'open-data/excel-exponent' };
});
