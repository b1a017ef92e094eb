import { plainKind, type CellKind } from '../kind.ts';

const BREAK = /[\r\n]/u;
const ASCII = /[\x21-\x7e]/u;

/**
 * A line break inside a name or an address, made to fit a narrow cell: it goes, and becomes a space where both sides are
 * Latin letters or digits. Notes and descriptions keep theirs.
 */
export const lineBreak: CellKind = plainKind('open-data/line-break', (text) => {
  if (!BREAK.test(text)) return undefined;
  const [first = '', ...lines] = text.split(/[\r\n]+/u).map((line) => line.trim());
  let after = first;
  for (const line of lines) {
    const words = ASCII.test(after.at(-1) ?? '') && ASCII.test(line.charAt(0));
    after += words ? ` ${line}` : line;
  }
  return { after, confidence: 0.95 };
});
