import { parseLocalGovernmentCode, withCheckDigit } from '@yokoten/standard';
import type { CellKind, Evidence, Reading } from '../kind.ts';

const FIVE = /^\d{5}$/u;
const FOUR = /^[1-9]\d{3}$/u;

/**
 * 全国地方公共団体コード that lost its leading zero: five digits become six where the check digit proves it, in the whole column
 * or with the municipality's own code; four digits, the code without check digit, can have lost nothing else.
 */
export const codeLeadingZero: CellKind = {
  code: 'open-data/lost-leading-zero',
  prepare: (column) => {
    const { municipality } = column;
    let kinds: FiveDigits | undefined;
    return (text) => {
      if (FOUR.test(text)) return { after: withCheckDigit(`0${text}`), confidence: 0.95 };
      if (!fitsWithZero(text)) return undefined;
      const padded = `0${text}`;
      if (padded === municipality) return { after: padded, confidence: 1 };
      if (withCheckDigit(text) === municipality) return undefined;
      kinds ??= fiveDigits(column);
      // By chance one code in eleven fits as well: three different ones that all fit are no chance.
      return kinds.whole === 0 && kinds.fitting >= 3
        ? { after: padded, confidence: 0.95 }
        : { doubt: 'open-data/lost-leading-zero', expected: padded };
    };
  },
};

/** 全国地方公共団体コード without its check digit, five digits → six, where a lost leading zero is ruled out for the whole column. */
export const codeCheckDigit: CellKind = {
  code: 'open-data/lost-check-digit',
  prepare: (column) => {
    let kinds: FiveDigits | undefined;
    return (text): Reading => {
      if (!FIVE.test(text) || text.startsWith('00')) return undefined;
      const after = withCheckDigit(text);
      if (after === column.municipality) return { after, confidence: 1 };
      kinds ??= fiveDigits(column);
      return kinds.fitting === 0
        ? { after, confidence: 0.95 }
        : { doubt: 'open-data/lost-check-digit', expected: after };
    };
  },
};

function fitsWithZero(text: string): boolean {
  return (
    FIVE.test(text) && /^[1-9]/u.test(text) && parseLocalGovernmentCode(`0${text}`) !== undefined
  );
}

/** How many different values of five digits could have lost a zero, and how many cannot. */
interface FiveDigits {
  readonly fitting: number;
  readonly whole: number;
}

function fiveDigits({ values, municipality }: Evidence): FiveDigits {
  let fitting = 0;
  let whole = 0;
  for (const value of values()) {
    const digits = value.slice(0, 20).normalize('NFKC').trim();
    if (!FIVE.test(digits)) continue;
    if (`0${digits}` === municipality || withCheckDigit(digits) === municipality) continue;
    if (fitsWithZero(digits)) fitting++;
    else whole++;
  }
  return { fitting, whole };
}
