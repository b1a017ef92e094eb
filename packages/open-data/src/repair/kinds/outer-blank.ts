import { plainKind, type CellKind } from '../kind.ts';

/** Blanks, ideographic ones too, tabs and line breaks around a value. */
export const outerBlank: CellKind = plainKind('open-data/outer-blank', (text) => {
  const after = text.trim();
  return after === text ? undefined : { after, confidence: 1 };
});
