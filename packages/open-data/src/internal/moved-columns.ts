import type { Patch } from '../repair/index.ts';

/** Where the columns of a table as published stand in the repaired one, and back: a repair can take columns out. */
export interface MovedColumns {
  /** 0-based column in the published table of a column in the repaired one. */
  readonly published: (index: number) => number;
  /** 0-based column in the repaired table; `undefined` where the column was taken out. */
  readonly corrected: (index: number) => number | undefined;
}

export function movedColumns(patches: readonly Patch[]): MovedColumns {
  const removed = patches
    .filter(({ kind }) => kind === 'removed-column')
    .map(({ index }) => index)
    .sort((a, b) => a - b);
  return {
    published: (index) => removed.reduce((at, gone) => (gone <= at ? at + 1 : at), index),
    corrected: (index) =>
      removed.includes(index) ? undefined : index - removed.filter((gone) => gone < index).length,
  };
}
