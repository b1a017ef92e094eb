import { decodeEntities } from '../../internal/entities.ts';
import { plainKind, type CellKind, type Reader } from '../kind.ts';

const BREAK = /<br ?\/?>/giu;
const PLAIN_TAG = /<\/?(?:b|i|u|p|em|strong|span|div|font|small)>/giu;
const OTHER_TAG = /<\/?[a-z][a-z0-9]{0,10}(?:\s[^<>]{0,500})?>/iu;
const HINT = /[&<]/u;

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
  return decodeEntities(text.replace(BREAK, '\n').replace(PLAIN_TAG, '')).trim();
}
