import { type Dataset, type DatasetId, datasets, loadDataset } from '@yokoten/standard/datasets';
import { byHeader } from './internal/by-header.ts';
import { contentsFit } from './internal/contents.ts';
import {
  type Candidate,
  candidatesOf,
  fit,
  type Meaning,
  sharedWords,
  wordsOf,
} from './internal/edition.ts';
import { foldLabel, knownWord } from './internal/vocabulary.ts';
import type { Table } from './table.ts';

export type { DatasetId };

/**
 * Whose column names a file uses: the standard datasets as they are now, the recommended datasets before them
 * (推奨データセット), the hazard-map template of 2021 (`name,lat,lon,…`), or a layout of its own.
 */
export type Generation = 'current' | 'previous' | 'template-2021' | 'other';

/** What one column of the file means. */
export interface ColumnMapping {
  /** 0-based position in `table.header`. */
  readonly index: number;
  /** As the file writes it. */
  readonly header: string;
  /** The standard's column name; absent where the meaning is not sure enough to be used. */
  readonly standard?: string;
  /** 0 to 1. */
  readonly confidence: number;
}

/** What a file is, and what its columns mean. */
export interface Mapping {
  /** Absent where the file is none of the known datasets. Names and positions are mapped all the same. */
  readonly dataset?: DatasetId;
  readonly generation: Generation;
  /** 0 to 1: how well the header fits the dataset's edition; 0 where there is no dataset. */
  readonly confidence: number;
  /** The dictionary of `dataset`, for those who check rows against it. */
  readonly definition?: Dataset;
  /** One per column of the table, in its order. */
  readonly columns: readonly ColumnMapping[];
}

/** Settings of {@link recognise}. */
export interface RecogniseOptions {
  /** The dataset, where a person has said it. The edition is still found out. */
  readonly as?: DatasetId | undefined;
}

/**
 * From here on a header counts as that of a dataset. Files of other datasets that share most columns stay below, and so
 * does a list of opened 避難所 built on the columns of 指定緊急避難場所 (see the tests).
 */
const SURE = 0.8;
/** What a word must reach to be used where the cells cannot bear it out. */
const DOUBTFUL = 0.7;

/**
 * Says which dataset a table is and which standard column each of its columns is. Changes nothing.
 * Loads the dictionaries it compares with. A column that is not sure enough has no `standard`.
 */
export async function recognise(table: Table, { as }: RecogniseOptions = {}): Promise<Mapping> {
  const asked = datasets.filter(({ id }) => id === as || byHeader.has(id));
  const all = await Promise.all(asked.map(({ id }) => loadDataset(id)));
  const folded = table.header.map(foldLabel);
  const labels = folded.filter((label) => label !== '');
  const best = candidatesOf(all)
    .filter(({ dataset }) => as === undefined || dataset.id === as)
    .map((candidate) => ({ candidate, confidence: fit(labels, candidate) }))
    .reduce((one, other) => (other.confidence > one.confidence ? other : one));
  const sure = as !== undefined || best.confidence >= SURE;
  const words = sure ? datasetWords(best.candidate) : sharedWords(all, labels);
  const columns = mapColumns(table, folded, words);
  if (!sure) return { generation: templateOrOther(folded), confidence: 0, columns };
  const { dataset, edition } = best.candidate;
  return {
    dataset: dataset.id,
    generation: best.confidence === 0 ? templateOrOther(folded) : edition.id,
    confidence: best.confidence,
    definition: dataset,
    columns,
  };
}

/** Columns are named as the current edition does, and as the previous where the current has none for it. */
function datasetWords({ dataset, words }: Candidate): ReadonlyMap<string, Meaning> {
  const [current] = dataset.generations.map(({ columns }) => wordsOf(columns));
  return new Map([...words, ...(current ?? [])]);
}

/** The surest header wins a column; of two equally sure ones the left. */
function mapColumns(
  table: Table,
  folded: readonly string[],
  words: ReadonlyMap<string, Meaning>,
): ColumnMapping[] {
  const columns: ColumnMapping[] = [];
  const candidates: (ColumnMapping & Meaning)[] = [];
  for (const [index, header] of table.header.entries()) {
    columns.push({ index, header, confidence: 0 });
    const word = folded[index] ?? '';
    const meaning = words.get(word) ?? knownWord(word);
    if (meaning !== undefined) candidates.push({ index, header, ...meaning });
  }
  const taken = new Set<string>();
  for (const column of candidates.sort((a, b) => b.confidence - a.confidence)) {
    const { index, standard, confidence } = column;
    if (taken.has(standard)) continue;
    if (confidence <= DOUBTFUL && !contentsFit(table, index, standard)) continue;
    taken.add(standard);
    columns[index] = column;
  }
  return columns;
}

function templateOrOther(folded: readonly string[]): Generation {
  const has = (label: string): boolean => folded.includes(label);
  return has('name') && has('lat') && (has('lon') || has('lng')) ? 'template-2021' : 'other';
}
