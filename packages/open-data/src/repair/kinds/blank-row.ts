import type { TableKind } from '../context.ts';

/** Rows without any value, left over once blanks and stand-ins are gone: one patch for all that follow each other. */
export const blankRow: TableKind = ({ draft }) => {
  const blank = draft.rows.filter(
    // A shape on the map is a value too.
    ({ cells, geometry }) => geometry === undefined && cells.every((cell) => cell === ''),
  );
  draft.removeRows(blank, { code: 'open-data/blank-row', confidence: 1 });
};
