export type { LedgerEntry, LedgerReason, LedgerStatus } from './ledger.ts';
export {
  findSamePlaces,
  type KnownPlace,
  type SamePlace,
  type SamePlaceOptions,
} from './same-places.ts';
export { provenanceColumns, unifiedCells, unifiedColumns } from './provenance.ts';
export type { SourceFile } from './source-file.ts';
export { unifiedGeoJSON } from './to-geojson.ts';
export type { ListedRow, RowRepair, UnifiedRow, UnifiedTable } from './unified-table.ts';
export { unify, type Unified, type UnifyOptions } from './unify.ts';
