import { type Dataset, type DatasetId, loadDataset } from '@yokoten/standard/datasets';
import type { EditionHeaders } from '@yokoten/standard/headers';
import type { Table } from './table.ts';

export type { DatasetId };

/**
 * Whose column names a file uses: the standard datasets as they are now, the recommended datasets before them
 * (推奨データセット), the hazard-map template of 2021 (`name,lat,lon,…`), or a layout of its own.
 */
export type Generation = 'current' | 'previous' | 'template-2021' | 'other';

/** A meaning that is not sure enough to be used: a person may be asked. */
export interface Offer {
  /** The standard's column name. */
  readonly standard: string;
  /** 0 to 1. */
  readonly confidence: number;
}

/** What one column of the file means. */
export interface ColumnMapping {
  /** 0-based position in `table.header`. */
  readonly index: number;
  /** As the file writes it. */
  readonly header: string;
  /** The standard's column name; absent where the meaning is not sure enough to be used. */
  readonly standard?: string;
  /** 0 to 1; 0 where there is no `standard`, at least 0.8 where there is. */
  readonly confidence: number;
  /** What the column may be, the likeliest first; absent where there is a `standard` or nothing comes near. */
  readonly offers?: readonly Offer[];
}

/** A dataset that a file may be. */
export interface DatasetOffer {
  readonly dataset: DatasetId;
  readonly generation: 'current' | 'previous';
  /** Whether the columns stand in one file, or in a main file and one of facilities (データモデル型). */
  readonly layout: EditionHeaders['layout'];
  /** 0 to 1; at most 0.5 where the dictionary is only inferred. */
  readonly confidence: number;
}

/** What a file is, and what its columns mean. */
export interface Mapping {
  /** Absent where the file is none of the known datasets. Names and positions are mapped all the same. */
  readonly dataset?: DatasetId;
  readonly generation: Generation;
  /** Of the edition that the file follows; absent where there is no dataset. */
  readonly layout?: EditionHeaders['layout'];
  /**
   * Present where the file is none of the datasets but the one of facilities (`…_facility.csv`) that main files of the
   * データモデル型 are joined with on 施設_ID.
   */
  readonly facilities?: true;
  /** 0 to 1: how well the header fits the dataset's edition, or the file of facilities; 0 where it is neither. */
  readonly confidence: number;
  /** The dictionary of `dataset`, for those who check rows against it. */
  readonly definition?: Dataset;
  /** One per column of the table, in its order. */
  readonly columns: readonly ColumnMapping[];
  /** Where no dataset is sure enough: those that come nearest, if any, the likeliest first, five at most. */
  readonly offers?: readonly DatasetOffer[];
}

/** Settings of {@link recognise}. */
export interface RecogniseOptions {
  /** The dataset, where a person has said it. The edition is still found out. */
  readonly as?: DatasetId | undefined;
}

let loaded: Promise<typeof import('./internal/compare.ts')> | undefined;

/**
 * Says which dataset a table is and which standard column each of its columns is. Changes nothing.
 * Loads what headers are compared with at the first call, and the dictionary of the dataset it finds. A column that is not sure enough has no
 * `standard`; what it may be is offered.
 */
export async function recognise(table: Table, options: RecogniseOptions = {}): Promise<Mapping> {
  loaded ??= import('./internal/compare.ts');
  const { compare } = await loaded;
  const mapping = compare(table, options.as);
  if (mapping.dataset === undefined) return mapping;
  return { ...mapping, definition: await loadDataset(mapping.dataset) };
}
