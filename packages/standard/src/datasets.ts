import { datasets } from './catalogue.ts';
import type { Companion, Dataset, DatasetId } from './dataset.ts';
import type { Definition } from './internal/column.ts';
import { checkRow } from './internal/row-check.ts';
import { StandardError } from './standard-error.ts';

export { datasets } from './catalogue.ts';
export type {
  Certainty,
  Code,
  Column,
  Companion,
  Dataset,
  DatasetId,
  DatasetSummary,
  Format,
  Generation,
  Requirement,
  Row,
  RowIssue,
  RowIssueCode,
} from './dataset.ts';
export { evacuationHazardColumns } from './evacuation-hazards.ts';
export { type CheckDigit, type FormatRule, formatRules } from './format-rules.ts';
export type { SchemaIssue, SchemaResult, StandardSchema } from './standard-schema.ts';

const loaders: Readonly<Record<DatasetId, () => Promise<{ readonly default: Definition }>>> = {
  'public-facility': () => import('./datasets/public-facility.ts'),
  'cultural-property': () => import('./datasets/cultural-property.ts'),
  'evacuation-space': () => import('./datasets/evacuation-space.ts'),
  population: () => import('./datasets/population.ts'),
  preschool: () => import('./datasets/preschool.ts'),
  'open-data-list': () => import('./datasets/open-data-list.ts'),
  'public-wireless-lan': () => import('./datasets/public-wireless-lan.ts'),
  aed: () => import('./datasets/aed.ts'),
  'care-service': () => import('./datasets/care-service.ts'),
  hospital: () => import('./datasets/hospital.ts'),
  tourism: () => import('./datasets/tourism.ts'),
  event: () => import('./datasets/event.ts'),
  'public-toilet': () => import('./datasets/public-toilet.ts'),
  'fire-hydrant': () => import('./datasets/fire-hydrant.ts'),
  'food-business': () => import('./datasets/food-business.ts'),
  'school-lunch': () => import('./datasets/school-lunch.ts'),
  'school-district': () => import('./datasets/school-district.ts'),
  'support-system': () => import('./datasets/support-system.ts'),
  'emergency-radio': () => import('./datasets/emergency-radio.ts'),
  'educational-institution': () => import('./datasets/educational-institution.ts'),
  parking: () => import('./datasets/parking.ts'),
  'bicycle-parking': () => import('./datasets/bicycle-parking.ts'),
  'polling-place': () => import('./datasets/polling-place.ts'),
  'garbage-separation': () => import('./datasets/garbage-separation.ts'),
  'baby-station': () => import('./datasets/baby-station.ts'),
  'garbage-collection-place': () => import('./datasets/garbage-collection-place.ts'),
  'tourism-point': () => import('./datasets/tourism-point.ts'),
};

/**
 * A dataset with its columns, which are fetched only now: each dictionary is a file of its own.
 * @throws StandardError `standard/unknown-dataset` for a string that is no {@link DatasetId}.
 */
export async function loadDataset(id: DatasetId): Promise<Dataset> {
  const given: string = id;
  const summary = datasets.find((one) => one.id === given);
  if (summary === undefined) {
    const known = datasets.map((one) => one.id).join(', ');
    throw new StandardError('standard/unknown-dataset', {
      ja: `「${given}」というデータセットはありません。次のどれかを指定してください：${known}`,
      en: `There is no dataset "${given}". Use one of: ${known}.`,
    });
  }
  const { default: definition } = await loaders[id]();
  const [{ columns }] = definition.generations;
  return {
    ...summary,
    source: definition.source,
    generations: definition.generations,
    '~standard': {
      version: 1,
      vendor: 'yokoten',
      validate: (value) => checkRow(columns, value),
    },
  };
}

/** The file beside a main file in the データモデル型, also for recognising it by itself. */
export async function loadCompanion(): Promise<Companion> {
  const { facilityFile } = await import('./internal/facility-file.ts');
  return facilityFile;
}
