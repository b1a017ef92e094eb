import type { Table } from '../table.ts';
import { Dependents } from './internal/dependents.ts';
import { MutableTable } from './internal/mutable-table.ts';
import type { Patch } from './patch.ts';

/**
 * Makes the repairs of a list again, in its order: `applyPatches(table, repair(table, …).patches)` is the repaired table.
 * Every patch is compared with what stands in the table first.
 * @throws OpenDataError `open-data/patch-mismatch` where the table does not hold what a patch expects.
 */
export function applyPatches(table: Table, patches: readonly Patch[]): Table {
  const draft = new MutableTable(table);
  for (const patch of patches) draft.apply(patch);
  return draft.table();
}

/**
 * Takes every patch back, last to first: `undo(repair(table, …).table, patches)` deep-equals the table as it was read.
 * @throws OpenDataError `open-data/patch-mismatch` where the table is not the one these patches lead to.
 */
export function undo(table: Table, patches: readonly Patch[]): Table {
  const draft = new MutableTable(table);
  for (const patch of patches.toReversed()) draft.takeBack(patch);
  return draft.table();
}

/** A table after some of its patches were taken back, and the patches that are still in it. */
export interface Undone {
  readonly table: Table;
  readonly patches: readonly Patch[];
}

/**
 * Takes back the `chosen` patches, members of `patches`, and those that build on them: later ones of the same cell, of
 * the cells of a row that breaks again, of a column that goes. Everything else stays, as if the chosen ones had
 * never been made.
 * @throws OpenDataError `open-data/patch-mismatch` as {@link undo} does.
 */
export function undoSome(table: Table, patches: readonly Patch[], chosen: Iterable<Patch>): Undone {
  const gone = new Set(chosen);
  const dependents = new Dependents();
  const kept: Patch[] = [];
  for (const patch of patches) {
    if (gone.has(patch) || dependents.needs(patch)) dependents.add(patch);
    else kept.push(patch);
  }
  return { table: applyPatches(undo(table, patches), kept), patches: kept };
}
