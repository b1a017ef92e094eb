import type { Format } from '@yokoten/standard/datasets';
import type { CellKind } from '../kind.ts';

/** What a spreadsheet or a program writes where it has no value; never a value of a municipality. */
const FAILED = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!)$/u;
const UNKNOWN =
  /^(?:n\/a|null|none|nan|undefined|不明|未定|未設定|未登録|未入力|該当なし|非該当|\*{1,5}|…|‥)$/iu;
const DASH = /^[-‐‑‒–—―−ー－ｰ─━]{1,5}$/u;
const NOTHING = /^(?:なし|無し|無|ナシ)$/u;

/** Where "nothing" can be a value of its own: zero among numbers, 無 among words, "no" among flags. */
const COUNTED: ReadonlySet<Format> = new Set<Format>([
  'integer',
  'number',
  'flag',
  'code',
  'weekdays',
]);

/**
 * A stand-in for a missing value in a column that has a format: `#N/A`, 不明, and where nothing cannot be a value also `-` and
 * なし → blank. Where it could mean zero or "no", it is flagged.
 */
export const missingPlaceholder: CellKind = {
  code: 'open-data/missing-placeholder',
  prepare: ({ format }) => {
    if (format === 'string' || format === 'katakana') {
      return (text) => (FAILED.test(text) ? { after: '', confidence: 1 } : undefined);
    }
    const counted = COUNTED.has(format);
    return (text) => {
      if (text.length > 10) return undefined;
      if (FAILED.test(text)) return { after: '', confidence: 1 };
      if (UNKNOWN.test(text)) {
        return format === 'flag' || format === 'code'
          ? { doubt: 'open-data/missing-placeholder' }
          : { after: '', confidence: 0.95 };
      }
      if (!DASH.test(text) && !NOTHING.test(text)) return undefined;
      if (!counted) return { after: '', confidence: 0.95 };
      return format === 'flag' || format === 'code'
        ? undefined
        : { doubt: 'open-data/missing-placeholder' };
    };
  },
};
