export type { RepairCode } from './codes.ts';
export type {
  AddedColumnPatch,
  CellPatch,
  HeaderPatch,
  JoinedCellsPatch,
  Patch,
  PatchPlace,
  PatchRow,
  RemovedColumnPatch,
  RemovedRowsPatch,
} from './patch.ts';
export type { Repair } from './repair.ts';
