import type { CellKind } from '../kind.ts';
import { halfWidth } from '../internal/width.ts';

/**
 * Full-width digits, letters and signs where the column is written in ASCII: numbers, codes, days, times, phone numbers,
 * addresses of the web and of mail. In a column with a closed list, the one value that differs by width alone.
 */
export const widthMixed: CellKind = {
  code: 'open-data/width-mixed',
  prepare: ({ codes, format }) => {
    const listed = new Map(codes.map((code) => [halfWidth(code), code]));
    return (text) => {
      const half = halfWidth(text);
      const after = format === 'code' ? (listed.get(half) ?? text) : half;
      return after === text ? undefined : { after, confidence: 1 };
    };
  },
};
