import { plainKind, type CellKind, type Reader } from '../kind.ts';

const ENTITY = /&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,7})|#[xX]([\da-fA-F]{1,6}));/gu;
const BREAK = /<br ?\/?>/giu;
const PLAIN_TAG = /<\/?(?:b|i|u|p|em|strong|span|div|font|small)>/giu;
const OTHER_TAG = /<\/?[a-z][a-z0-9]{0,10}(?:\s[^<>]{0,500})?>/iu;
const HINT = /[&<]/u;
const NAMED = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
]);

/**
 * HTML that came along from a web page: `&amp;` → `&`, `<br>` → a line break, tags that only style are dropped. A link or
 * a picture says more than its text, and what was escaped twice can be meant as it is: both are flagged.
 */
const read: Reader = (text) => {
  if (!HINT.test(text)) return undefined;
  const after = plain(text);
  if (after === text) return OTHER_TAG.test(text) ? { doubt: 'open-data/html-in-cell' } : undefined;
  if (OTHER_TAG.test(after) || plain(after) !== after) return { doubt: 'open-data/html-in-cell' };
  return { after, confidence: 0.95 };
};

export const htmlInCell: CellKind = plainKind('open-data/html-in-cell', read);

function plain(text: string): string {
  return text
    .replace(BREAK, '\n')
    .replace(PLAIN_TAG, '')
    .replace(ENTITY, (whole: string, name?: string, decimal?: string, hex?: string) => {
      if (name !== undefined) return NAMED.get(name) ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      const printable =
        code >= 0x20 &&
        code <= 0x10ffff &&
        !(code >= 0x7f && code < 0xa0) &&
        !(code >= 0xd800 && code < 0xe000);
      return printable ? String.fromCodePoint(code) : whole;
    })
    .trim();
}
