import { plainHyphens } from '../internal/width.ts';
import { plainKind, type CellKind } from '../kind.ts';

/**
 * A dash, a minus or a long vowel sign where a hyphen or a minus belongs: between digits, or before the first digit. Used in
 * columns of phone numbers, postal codes, codes, days and numbers.
 */
export const oddHyphen: CellKind = plainKind('open-data/odd-hyphen', (text) => {
  const after = plainHyphens(text);
  return after === text ? undefined : { after, confidence: 1 };
});
