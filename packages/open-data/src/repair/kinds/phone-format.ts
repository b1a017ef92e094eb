import { plainKind, type CellKind } from '../kind.ts';

const LABEL = /^(?:℡|☎|電話番号|電話|tel\.?|phone|fax\.?)\s?[:：.]?\s?/iu;
const DESK = /\s?[(（]代表?[)）]$/u;
const ABROAD = /^\+81[- ]?(?:\(0\)|0)?/u;
const NUMBER = /^\(?(\d{1,5})[)\-. ]{0,2}\(?(\d{1,5})[)\-. ]{0,2}(\d{3,4})$/u;
const NUMBERS = /\d{3,4}\s?[,、，・/／;；\r\n]\s?\(?\d/u;

/**
 * A phone number written otherwise: `(042)123-4567`, `042.123.4567`, `℡042-…`, `+81-42-…`, a lost first zero where the number
 * of digits proves it. (代) goes. Several numbers in one cell and an extension are flagged.
 */
export const phoneFormat: CellKind = plainKind('open-data/phone-format', (text) => {
  if (text.length > 100) return undefined;
  if (NUMBERS.test(text)) return { doubt: 'open-data/several-phones' };
  const bare = text.replace(LABEL, '').replace(DESK, '');
  const [, area, exchange, line] = NUMBER.exec(bare.replace(ABROAD, '0')) ?? [];
  if (area === undefined) {
    return /\d{2,4}-\d{3,4}|内線/u.test(text) ? { doubt: 'open-data/phone-format' } : undefined;
  }
  const after = `${area}-${exchange}-${line}`;
  const digits = after.length - 2;
  return after.startsWith('0') && (digits === 10 || digits === 11)
    ? { after, confidence: bare === text.replace(LABEL, '') ? 1 : 0.95 }
    : undefined;
});
