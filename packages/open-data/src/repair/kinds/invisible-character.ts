import { plainKind, type CellKind } from '../kind.ts';

/**
 * Characters that no one sees and that break comparisons: byte order marks inside the file, zero-width spaces, soft
 * hyphens, marks of writing direction. The joiners of emoji and the variation selectors of kanji stay.
 */
const GONE = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;
const CONTROL = /\p{Cc}/gu;
/** Spaces other than ` ` and the ideographic one. */
const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f]/gu;
/** How Excel writes a carriage return into XML; other programs hand it on as text. */
const EXCEL_RETURN = /_x000[dD]_/gu;

/** Invisible characters out, odd spaces to plain ones, in every column. */
export const invisibleCharacter: CellKind = plainKind('open-data/invisible-character', (text) => {
  const after = text
    .replace(GONE, '')
    .replace(CONTROL, withoutControl)
    .replace(EXCEL_RETURN, '')
    .replace(SPACES, ' ');
  // A text in which taking one out makes another was made to do so.
  return after === text || after.search(EXCEL_RETURN) >= 0 ? undefined : { after, confidence: 1 };
});

/** Tabs and line breaks stay; C1 controls are left to `mojibake`; some programs write a vertical tab for a line break. */
function withoutControl(letter: string): string {
  if (letter === '\t' || letter === '\n' || letter === '\r' || letter >= '\u0080') return letter;
  return letter === '\v' || letter === '\f' ? ' ' : '';
}
