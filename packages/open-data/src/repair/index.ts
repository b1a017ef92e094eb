export { applyPatches, type Undone, undo, undoSome } from './apply.ts';
export type { KnownMunicipality, RepairOptions } from './context.ts';
export type { RepairCode } from './codes.ts';
export type {
  AddedColumnPatch,
  CellPatch,
  HeaderPatch,
  JoinedCellsPatch,
  Patch,
  PatchPlace,
  RemovedColumnPatch,
  RemovedRowsPatch,
} from './patch.ts';
export { readPatches } from './read-patches.ts';
export { type Repair, repair, repairText } from './repair.ts';
