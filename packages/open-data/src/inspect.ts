import type { Encoding } from './encoding.ts';
import { finding } from './internal/finding.ts';
import type { Problem } from './problem.ts';
import type { Source } from './read/source.ts';
import type { DatasetId, Generation } from './recognise.ts';
import type { Table, TableKind } from './table.ts';
import type { MunicipalityArea } from './validate.ts';

/** Everything that can be said about one table, as plain JSON. */
export interface Inspection {
  readonly file: string;
  /** The sheet, folder or archive entry, where the file has several (see `Table.part`). */
  readonly part?: string;
  readonly kind: TableKind;
  readonly encoding: Encoding;
  /** `null` where the file is none of the known datasets. */
  readonly dataset: DatasetId | null;
  readonly generation: Generation;
  /** 0 to 1. */
  readonly confidence: number;
  /** Number of data rows. */
  readonly rows: number;
  readonly columns: readonly InspectedColumn[];
  /** File-level problems first, then by row. */
  readonly problems: readonly Problem[];
  /** How many values were read differently from how they are written. */
  readonly repaired: number;
  /** How many errors and warnings remain for a person. */
  readonly unresolved: number;
}

/** One column of an inspected file. */
export interface InspectedColumn {
  readonly header: string;
  /** The standard's column name, `null` where it is not sure enough. */
  readonly standard: string | null;
  /** 0 to 1. */
  readonly confidence: number;
  /** In how many rows the cell is blank or not there. */
  readonly missing: number;
}

/** Settings of {@link inspect}. */
export interface InspectOptions {
  /** The path or name to mention in problems. */
  readonly file: string;
  /** The dataset, where a person has said it. */
  readonly as?: DatasetId | undefined;
  readonly municipality?: MunicipalityArea | undefined;
}

/**
 * Reads, recognises, repairs and checks a file. Problems and errors come with their sentences: repairs with `before` and
 * `after`, and what is left for a person. Of a file with several tables
 * it is the first; that there are others is a problem of it (`open-data/several-tables`).
 * @throws OpenDataError where there is no table to read; the codes are those of `read`.
 */
export async function inspect(source: Source, options: InspectOptions): Promise<Inspection> {
  const tables = await tablesOf(source, options);
  const [first] = tables;
  if (tables.length === 1) return inspectTable(first, options);
  const { file } = options;
  const detail = { count: tables.length, value: first.part ?? '' };
  const several = finding('open-data/several-tables', 'info', file, detail);
  return inspectTable({ ...first, problems: [several, ...first.problems] }, options);
}

/**
 * The same for every table of a file: one a sheet, folder or archive entry, at least one.
 * @throws OpenDataError where there is no table to read; the codes are those of `read`.
 */
export async function inspectAll(
  source: Source,
  options: InspectOptions,
): Promise<readonly Inspection[]> {
  const inspections: Inspection[] = [];
  for (const table of await tablesOf(source, options)) {
    inspections.push(await inspectTable(table, options));
  }
  return inspections;
}

async function tablesOf(
  source: Source,
  { file }: InspectOptions,
): Promise<readonly [Table, ...Table[]]> {
  const { read } = await import('./read.ts');
  return read(source, { file });
}

/** The same for a table that has been read: repaired as well, with what was done among its problems. */
async function inspectTable(table: Table, options: InspectOptions): Promise<Inspection> {
  const { examineTable } = await import('./report/examine.ts');
  const { inspection } = await examineTable(table, options);
  return inspection;
}
