import { cellAddress, columnIndex } from '../internal/address.ts';
import { movedColumns } from '../internal/moved-columns.ts';
import type { Finding } from '../problem.ts';
import type { Patch } from '../repair/index.ts';

/** Findings about the repaired table under the addresses of the file as published. Rows keep their numbers. */
export function publishedAddresses(
  problems: readonly Finding[],
  patches: readonly Patch[],
): readonly Finding[] {
  if (!patches.some(isRemovedColumn)) return problems;
  const { published } = movedColumns(patches);
  return problems.map((problem) => {
    const { cell, row } = problem;
    if (cell === undefined || row === undefined) return problem;
    return { ...problem, cell: cellAddress(published(columnIndex(cell)), row) };
  });
}

/** The reverse: findings about the file as published, without those of columns that were taken out. */
export function correctedAddresses(
  problems: readonly Finding[],
  patches: readonly Patch[],
): readonly Finding[] {
  if (!patches.some(isRemovedColumn)) return problems;
  const { corrected } = movedColumns(patches);
  return problems.flatMap((problem) => {
    const { cell, row } = problem;
    if (cell === undefined || row === undefined) return problem;
    const index = corrected(columnIndex(cell));
    return index === undefined ? [] : { ...problem, cell: cellAddress(index, row) };
  });
}

function isRemovedColumn({ kind }: Patch): boolean {
  return kind === 'removed-column';
}
