import './sentences.ts';

export { BenefitsBuildError, type Finding, type FindingCode, type Place } from './build/finding.ts';
export { schemeFiles, writeFolder } from './build/node-folder.ts';
export { checkSchemes, type SchemeCheck } from './build/scheme/check.ts';
export type { SchemeSource } from './build/scheme/read-folder.ts';
export { writePack } from './build/scheme/write-pack.ts';
export { benefitsNavigator, buildCheck } from './build/app/app.ts';
export type { AppInput, AppOutput, BenefitsBuilder, ConfigProblem } from './build/app/contract.ts';
export { writeFeeds } from './build/feeds/write-feeds.ts';
export {
  type Imported,
  importProgrammes,
  type ImportOptions,
  type ImportSource,
} from './build/registry/import.ts';
export { type KnownRegistry, registryOf } from './build/registry/known.ts';
export { readListings } from './build/registry/read-listings.ts';
export type { QualityReport, Repair, RepairKind, Trouble } from './build/registry/quality.ts';
export {
  MOST_GZIPPED,
  type PlaceProgrammes,
  type Provenance,
  type SliceFile,
  writeSlices,
} from './build/registry/slices.ts';
