import { cellAddress, columnIndex } from '../internal/address.ts';
import { movedColumns } from '../internal/moved-columns.ts';
import type { Finding } from '../problem.ts';
import type { Patch } from '../repair/index.ts';

/** Findings about the repaired table under the addresses of the file as published. Rows keep their numbers. */
export function publishedAddresses(
  problems: readonly Finding[],
  patches: readonly Patch[],
): readonly Finding[] {
  if (!patches.some(({ kind }) => kind === 'removed-column')) return problems;
  const { published } = movedColumns(patches);
  return problems.map((problem) => {
    const { cell, row } = problem;
    if (cell === undefined || row === undefined) return problem;
    return { ...problem, cell: cellAddress(published(columnIndex(cell)), row) };
  });
}
