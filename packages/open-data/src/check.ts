import type { Encoding } from './encoding.ts';
import { ByteReader, type ByteSource } from './internal/byte-source.ts';
import { checkRows, STEP, type TableHead } from './internal/check-rows.ts';
import { readHead } from './internal/file-head.ts';
import { type ProblemCount, Tally } from './internal/tally.ts';
import type { InspectedColumn } from './inspect.ts';
import type { Finding } from './problem.ts';
import { type DatasetId, type Generation, type Mapping, recognise } from './recognise.ts';
import type { Newline, Table, TableKind } from './table.ts';
import { type MunicipalityArea, validate } from './validate.ts';

export type { ByteSource, ProblemCount };

const ROWS_KEPT = 1000;

/** Settings of {@link check}. */
export interface CheckOptions {
  /** The path or name to mention in findings. */
  readonly file: string;
  /** The dataset, where a person has said it. */
  readonly as?: DatasetId | undefined;
  readonly municipality?: MunicipalityArea | undefined;
  /** Of how many rows the findings are kept; all are counted. 1,000 unless given. */
  readonly limit?: number | undefined;
  /**
   * Whether rows and IDs that repeat earlier ones are looked for, which takes up to 50 bytes of memory a row. Yes unless
   * given.
   */
  readonly repeats?: boolean | undefined;
}

/** What was found in a file, without its rows. */
export interface CheckReport {
  readonly file: string;
  readonly kind: TableKind;
  readonly encoding: Encoding;
  readonly bom: boolean;
  readonly newline: Newline;
  /** `null` where the file is none of the known datasets. */
  readonly dataset: DatasetId | null;
  readonly generation: Generation;
  /** 0 to 1. */
  readonly confidence: number;
  readonly columns: readonly InspectedColumn[];
  /** Number of data rows. */
  readonly rows: number;
  readonly blankRows: number;
  /** How many rows have findings. */
  readonly rowsWithFindings: number;
  /** How often each code was found, the most frequent first. */
  readonly counts: readonly ProblemCount[];
  /** What is about the whole file, and the findings of the first `limit` rows that have any. By row. */
  readonly findings: readonly Finding[];
}

/**
 * Checks a file of any size while it is read, in memory that does not grow with it (`repeats: false`): what `readTable` and
 * `validate` find, counted, with the findings of the first rows. Rows are not kept, and text is made only of cells that
 * bytes cannot clear. The first 100 rows or 256 KiB decide about encoding, header and columns. JSON is read whole.
 * A quote that never closes is looked for until the end of the file, which is then held in memory.
 * @throws OpenDataError where there is no table to read; the codes are those of `readTable`.
 */
export async function check(source: ByteSource, options: CheckOptions): Promise<CheckReport> {
  return checkInSteps(source, options, STEP);
}

/** The same, so many bytes at a time. Not for general use: tests cut files at every place with it. */
export async function checkInSteps(
  source: ByteSource,
  options: CheckOptions,
  step: number,
): Promise<CheckReport> {
  const { file, as, municipality, repeats = true, limit = ROWS_KEPT } = options;
  const reader = new ByteReader(source);
  try {
    const head = await readHead(reader, file);
    const mapping = await recognise(head.table, { as });
    const { kind } = head.table;
    if (kind === 'json' || kind === 'geojson') return checkTable(head.table, mapping, options);
    const rules = { mapping, municipality, repeats, limit, step };
    const { table, ...counted } = await checkRows(reader, head, rules);
    return report(table, mapping, counted);
  } finally {
    await reader.close();
  }
}

function checkTable(table: Table, mapping: Mapping, options: CheckOptions): CheckReport {
  const { municipality, limit = ROWS_KEPT } = options;
  const tally = new Tally(limit);
  const byRow = new Map<number | undefined, Finding[]>();
  for (const one of [...table.problems, ...validate(table, mapping, { municipality })]) {
    const row = one.row === table.headerRow ? undefined : one.row;
    byRow.set(row, [...(byRow.get(row) ?? []), one]);
  }
  for (const [row, findings] of byRow) {
    if (row === undefined) tally.addToFile(findings);
    else tally.addRow(findings);
  }
  const { rows, blankRows } = table;
  const missing = mapping.columns.map(
    ({ index }) => rows.filter(({ cells }) => (cells[index] ?? '').trim() === '').length,
  );
  return report(table, mapping, { rows: rows.length, blankRows, missing, tally });
}

interface Counted {
  readonly rows: number;
  readonly blankRows: number;
  /** Per column. */
  readonly missing: ArrayLike<number>;
  readonly tally: Tally;
}

function report(table: TableHead, mapping: Mapping, counted: Counted): CheckReport {
  const { file, kind, encoding, bom, newline, headerRow } = table;
  const { rows, blankRows, missing, tally } = counted;
  return {
    file,
    kind,
    encoding,
    bom,
    newline,
    dataset: mapping.dataset ?? null,
    generation: mapping.generation,
    confidence: mapping.confidence,
    columns: mapping.columns.map(({ index, header, standard, confidence }) => ({
      header,
      standard: standard ?? null,
      confidence,
      missing: missing[index] ?? 0,
    })),
    rows,
    blankRows,
    rowsWithFindings: tally.rows,
    counts: tally.counts,
    findings: tally.findings((row) => row === headerRow),
  };
}
