import type { CellKind, Evidence } from '../kind.ts';

/**
 * Leading zeros that a spreadsheet dropped because it took a code for a number: postal codes (7 digits) and town IDs
 * (7 digits), where every value of the column lacks them. One short value among whole ones is a slip of the
 * pen: flagged.
 */
export const leadingZeros: CellKind = {
  code: 'open-data/lost-leading-zero',
  prepare: (column) => {
    const shortest = column.format === 'postal' ? 5 : 4;
    const short = new RegExp(`^[1-9]\\d{${shortest - 1},5}$`, 'u');
    let lost: boolean | undefined;
    return (text) => {
      if (!short.test(text)) return undefined;
      lost ??= allShort(column, short);
      const after = text.padStart(7, '0');
      return lost
        ? { after, confidence: 0.95 }
        : { doubt: 'open-data/lost-leading-zero', expected: after };
    };
  },
};

function allShort({ values }: Evidence, short: RegExp): boolean {
  let count = 0;
  for (const value of values()) {
    const digits = value.slice(0, 20).normalize('NFKC').replace(/\D/gu, '');
    if (digits === '') continue;
    if (!short.test(digits)) return false;
    count++;
  }
  return count >= 2;
}
