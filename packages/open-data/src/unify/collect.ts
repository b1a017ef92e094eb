import type { DatasetId } from '@yokoten/standard/datasets';
import { located } from '../internal/finding.ts';
import type { Finding } from '../problem.ts';
import { validate } from '../validate.ts';
import type { UnifyCode } from './codes.ts';
import { countReasons, type LedgerEntry, type LedgerStatus } from './ledger.ts';
import type { Accepted, Refused } from './read-source.ts';
import type { SourceFile } from './source-file.ts';
import { columnsOf, standardRows } from './standard-rows.ts';
import type { ListedRow, UnifiedRow } from './unified-table.ts';

/** A dataset's table while files are still coming. */
interface GrowingTable {
  readonly dataset: DatasetId;
  readonly columns: readonly string[];
  readonly rows: UnifiedRow[];
}

/** What has come together so far. */
export interface Collected {
  readonly tables: Map<DatasetId, GrowingTable>;
  readonly ledger: LedgerEntry[];
  readonly listed: ListedRow[];
}

/** An inferred dictionary is never recognised with more; whether a file is such a dataset is for a person to say. */
const UNSURE = 0.5;

/** Adds a source's rows to the table of its dataset, or lists them, and writes down what became of the source. */
export function collect(collected: Collected, part: Accepted | Refused): void {
  if ('finding' in part) {
    collected.ledger.push(entry(part.source, part.status, [part.finding], part.sha256));
    return;
  }
  const { source, mapping } = part;
  const { dataset, confidence } = mapping;
  if (dataset === undefined) listAll(collected, part, 'open-data/no-dataset');
  else if (confidence <= UNSURE && source.as === undefined) {
    listAll(collected, part, 'open-data/unsure-dataset', dataset);
  } else addRows(collected, part, dataset);
}

function listAll(
  { ledger, listed }: Collected,
  { source, sha256, table, mapping }: Accepted,
  code: UnifyCode,
  value = '',
): void {
  const at = ledger.length;
  const finding = located(code, 'warning', source.file, { value });
  const rows = table.rows.length;
  const { generation, confidence } = mapping;
  ledger.push({
    ...entry(source, 'skipped', [finding], sha256),
    generation,
    confidence,
    rows,
    listed: rows,
  });
  for (const { row, cells } of table.rows) listed.push({ source: at, row, code, cells });
}

function addRows({ tables, ledger }: Collected, part: Accepted, dataset: DatasetId): void {
  const { source, sha256, table, mapping } = part;
  const { municipality } = source;
  const findings = [...table.problems, ...validate(table, mapping, { municipality })];
  const clean = findings.every(({ severity }) => severity === 'info');
  const rows = standardRows(table, mapping, ledger.length, new Map());
  const known = tables.get(dataset);
  if (known === undefined) tables.set(dataset, { dataset, columns: columnsOf(mapping), rows });
  else for (const row of rows) known.rows.push(row);
  const { generation, confidence } = mapping;
  ledger.push({
    ...entry(source, clean ? 'ok' : 'degraded', findings, sha256),
    dataset,
    generation,
    confidence,
    rows: table.rows.length,
    merged: rows.length,
  });
}

function entry(
  source: SourceFile,
  status: LedgerStatus,
  findings: readonly Finding[],
  sha256: string | undefined,
): LedgerEntry {
  const { file, url, licence, credit, retrievedAt, municipality } = source;
  const reasons = countReasons(findings);
  const none = { confidence: 0, rows: 0, merged: 0, listed: 0, repaired: 0 };
  return {
    file,
    url,
    licence,
    credit,
    retrievedAt,
    municipality: municipality?.code,
    sha256,
    status,
    reasons,
    ...none,
  };
}
