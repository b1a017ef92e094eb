import type { DatasetId } from '@yokoten/standard/datasets';

/** The datasets that are told from a header alone; the others are read where a person names them. */
export const byHeader: ReadonlySet<DatasetId> = new Set<DatasetId>([
  'public-facility',
  'evacuation-space',
  'aed',
  'hospital',
  'public-toilet',
  'fire-hydrant',
]);
