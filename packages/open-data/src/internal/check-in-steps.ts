import type { CheckOptions, CheckReport } from '../check.ts';
import type { Finding } from '../problem.ts';
import { type Mapping, recognise } from '../recognise.ts';
import type { Table } from '../table.ts';
import { validate } from '../validate.ts';
import { ByteReader, type ByteSource } from './byte-source.ts';
import { checkRows, type TableHead } from './check-rows.ts';
import { readHead } from './file-head.ts';
import { Tally } from './tally.ts';

const ROWS_KEPT = 1000;

/** Checks a file, `step` bytes at a time: tests cut files at every place with it. */
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
