import type { TableKind } from '../context.ts';
import { align } from '../internal/alignment.ts';

const REASON = { code: 'open-data/pushed-cell', confidence: 0.9 } as const;

/**
 * A blank cell too many, from a comma typed twice, pushes the rest of the row out of its columns. It goes where all columns
 * are right without it, one to its right with a format among them, and no other blank cell would do as well.
 */
export const pushedCell: TableKind = ({ draft, columns }) => {
  for (const row of draft.rows) {
    const { cells } = row;
    if (cells.length !== draft.header.length + 1 || cells.at(-1) === '') continue;
    const ways = [...cells.keys()].filter((at) => {
      // Of blank cells side by side each gives the same row.
      if (cells[at] !== '' || cells[at - 1] === '') return false;
      const { wrong, right } = align(columns, cells.toSpliced(at, 1));
      return wrong === 0 && right.some((index) => index >= at);
    });
    const [at] = ways;
    if (at !== undefined && ways.length === 1) draft.joinCells(row, at, 2, '', REASON);
  }
};
