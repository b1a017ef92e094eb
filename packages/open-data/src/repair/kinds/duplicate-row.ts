import { duplicateRows } from '../../internal/duplicates.ts';
import type { TableKind } from '../context.ts';

/** Rows that repeat an earlier one, cell by cell. Two equal records can be meant: they are named, and stay. */
export const duplicateRow: TableKind = ({ draft }) => {
  draft.findings.push(...duplicateRows(draft.table()));
};
