import type { Format } from '@yokoten/standard/datasets';
import type { CellKind } from './kind.ts';
import { countWithUnit } from './kinds/count-with-unit.ts';
import { dateFormat } from './kinds/date-format.ts';
import { emailFormat } from './kinds/email-format.ts';
import { excelExponent } from './kinds/excel-exponent.ts';
import { htmlInCell } from './kinds/html-in-cell.ts';
import { jsonFragment } from './kinds/json-fragment.ts';
import { halfWidthKana, hiraganaReading } from './kinds/kana.ts';
import { leadingZeros } from './kinds/leading-zeros.ts';
import { lineBreak } from './kinds/line-break.ts';
import { listSeparator } from './kinds/list-separator.ts';
import { missingPlaceholder } from './kinds/missing-placeholder.ts';
import { codeCheckDigit, codeLeadingZero } from './kinds/municipality-code.ts';
import { oddHyphen } from './kinds/odd-hyphen.ts';
import { phoneFormat } from './kinds/phone-format.ts';
import { phoneLeadingZero } from './kinds/phone-leading-zero.ts';
import { postalFormat } from './kinds/postal-format.ts';
import { presenceMark } from './kinds/presence-mark.ts';
import { thousandsSeparator } from './kinds/thousands-separator.ts';
import { timeFormat } from './kinds/time-format.ts';
import { urlFormat } from './kinds/url-format.ts';
import { wareki } from './kinds/wareki.ts';
import { weekdayFormat } from './kinds/weekday-format.ts';
import { widthMixed } from './kinds/width-mixed.ts';

const written = [missingPlaceholder, jsonFragment, oddHyphen, widthMixed];
const numeric = [...written, thousandsSeparator, excelExponent, countWithUnit];
const text = [missingPlaceholder, jsonFragment, htmlInCell];

/**
 * Which kinds read the cells of a column, and in what order, by the column's format. Signs and widths come first, so that the
 * kinds after them see ASCII. Positions are read in pairs, by `steps/positions.ts`.
 */
const kindsByFormat: Readonly<Record<Format, readonly CellKind[]>> = {
  string: text,
  katakana: [...text, lineBreak, halfWidthKana, hiraganaReading],
  integer: numeric,
  number: numeric,
  latitude: [],
  longitude: [],
  date: [...written, wareki, dateFormat],
  time: [...written, timeFormat],
  weekdays: [missingPlaceholder, jsonFragment, weekdayFormat],
  code: [presenceMark, missingPlaceholder, jsonFragment, widthMixed],
  flag: [presenceMark, missingPlaceholder, jsonFragment, widthMixed],
  list: [...text, listSeparator],
  'municipality-code': [...written, excelExponent, codeLeadingZero, codeCheckDigit],
  'corporate-number': [...written, excelExponent],
  'town-id': [...written, excelExponent, leadingZeros],
  postal: [...written, excelExponent, postalFormat, leadingZeros],
  phone: [...written, excelExponent, phoneFormat, phoneLeadingZero],
  email: [missingPlaceholder, jsonFragment, widthMixed, emailFormat],
  url: [missingPlaceholder, jsonFragment, htmlInCell, widthMixed, urlFormat],
};

/** Columns of words whose names and places are one line each. */
const ONE_LINE = /^(?:名称|地方公共団体名|所在地_|建物名等|方書|住所|設置位置|団体名)/u;

/** The kinds for a column, in order. */
export function kindsOf(
  format: Format,
  standard: string | undefined,
  codes: readonly string[],
): readonly CellKind[] {
  const kinds = kindsByFormat[format];
  if (format !== 'string') return kinds;
  if (codes.length > 0) return [presenceMark, ...kinds];
  if (standard === 'ID') return [...kinds, excelExponent];
  return ONE_LINE.test(standard ?? '') ? [...kinds, lineBreak] : kinds;
}

/** Formats whose values are free: each kind is applied by itself. In all others a cell changes only when it fits in the end. */
export function isFree(format: Format): boolean {
  return format === 'string' || format === 'katakana';
}
