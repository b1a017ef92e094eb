import type { TableKind } from '../context.ts';

/** The header once more among the rows, from files that were put together or pages that were printed. */
export const repeatedHeader: TableKind = ({ draft }) => {
  const { header, rows } = draft;
  if (header.filter((label) => label !== '').length < 2) return;
  const repeated = rows.filter(
    ({ cells }) =>
      header.every((label, index) => label === (cells[index] ?? '')) &&
      cells.length <= header.length,
  );
  draft.removeRows(repeated, { code: 'open-data/repeated-header', confidence: 1 });
};
