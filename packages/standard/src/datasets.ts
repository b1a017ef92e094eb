import type { Dataset, DatasetId, DatasetSummary } from './dataset.ts';
import type { Definition } from './internal/column.ts';
import { checkRow } from './internal/row-check.ts';
import { StandardError } from './standard-error.ts';

export type {
  Certainty,
  Code,
  Column,
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

/** The datasets that have a dictionary, by number. */
export const datasets: readonly DatasetSummary[] = [
  {
    id: 'public-facility',
    number: '01',
    title: { ja: '公共施設一覧', en: 'Public facilities' },
    certainty: 'observed',
  },
  {
    id: 'evacuation-space',
    number: '03',
    title: { ja: '指定緊急避難場所一覧', en: 'Designated emergency evacuation sites' },
    certainty: 'observed',
  },
  {
    id: 'aed',
    number: '08',
    title: { ja: 'AED設置箇所一覧', en: 'AED locations' },
    certainty: 'observed',
  },
  {
    id: 'hospital',
    number: '10',
    title: { ja: '医療機関一覧', en: 'Medical institutions' },
    certainty: 'observed',
  },
  {
    id: 'public-toilet',
    number: '13',
    title: { ja: '公衆トイレ一覧', en: 'Public toilets' },
    certainty: 'official',
  },
  {
    id: 'fire-hydrant',
    number: '14',
    title: { ja: '消防水利施設一覧', en: 'Fire-fighting water facilities' },
    certainty: 'observed',
  },
];

const loaders: Readonly<Record<DatasetId, () => Promise<{ readonly default: Definition }>>> = {
  'public-facility': () => import('./datasets/public-facility.ts'),
  'evacuation-space': () => import('./datasets/evacuation-space.ts'),
  aed: () => import('./datasets/aed.ts'),
  hospital: () => import('./datasets/hospital.ts'),
  'public-toilet': () => import('./datasets/public-toilet.ts'),
  'fire-hydrant': () => import('./datasets/fire-hydrant.ts'),
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
    generations: definition.generations.filter((generation) => generation !== undefined),
    '~standard': {
      version: 1,
      vendor: 'yokoten',
      validate: (value) => checkRow(columns, value),
    },
  };
}
