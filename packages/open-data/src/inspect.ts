import type { Encoding } from './encoding.ts';
import { OpenDataError } from './error.ts';
import type { Finding, Problem } from './problem.ts';
import { type DatasetId, type Generation, type Mapping, recognise } from './recognise.ts';
import { readTable, type Table, type TableKind } from './table.ts';
import { type MunicipalityArea, validate } from './validate.ts';

/** Everything that can be said about one file, as plain JSON. */
export interface Inspection {
  readonly file: string;
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
 * Reads, recognises and checks a file. Findings and errors come with their sentences.
 * @throws OpenDataError where there is no table to read; the codes are those of `readTable`.
 */
export async function inspect(bytes: Uint8Array, options: InspectOptions): Promise<Inspection> {
  const { explain, explainError } = await import('./messages.ts');
  try {
    const { problems, ...rest } = await findings(bytes, options);
    return { ...rest, problems: explain(problems) };
  } catch (error) {
    throw error instanceof OpenDataError ? explainError(error) : error;
  }
}

type Findings = Omit<Inspection, 'problems'> & { readonly problems: readonly Finding[] };

async function findings(bytes: Uint8Array, options: InspectOptions): Promise<Findings> {
  const { file, as, municipality } = options;
  const table = readTable(bytes, { file });
  const mapping = await recognise(table, { as });
  const found = validate(table, mapping, { municipality });
  const problems = [...table.problems, ...found].sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  const { kind, encoding, rows } = table;
  return {
    file,
    kind,
    encoding,
    dataset: mapping.dataset ?? null,
    generation: mapping.generation,
    confidence: mapping.confidence,
    rows: rows.length,
    columns: inspectColumns(table, mapping),
    problems,
    repaired: problems.filter((p) => p.severity === 'info' && p.after !== undefined).length,
    unresolved: problems.filter((p) => p.severity !== 'info').length,
  };
}

function inspectColumns({ rows }: Table, { columns }: Mapping): InspectedColumn[] {
  return columns.map(({ index, header, standard, confidence }) => {
    const filled = rows.filter(({ cells }) => (cells[index] ?? '').trim() !== '').length;
    return { header, standard: standard ?? null, confidence, missing: rows.length - filled };
  });
}
