import type { DatasetId } from '@yokoten/standard/datasets';
import { located } from '../internal/finding.ts';
import type { Finding } from '../problem.ts';
import { leftovers } from '../report/leftovers.ts';
import { validate } from '../validate.ts';
import type { UnifyCode } from './codes.ts';
import { countReasons, type LedgerEntry, type LedgerStatus } from './ledger.ts';
import type { Placed } from './link-facilities.ts';
import type { Accepted, Refused, UsedFacilities } from './read-source.ts';
import type { SourceFile } from './source-file.ts';
import { removedRows, rowRepairs } from './row-repairs.ts';
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
export function collect(
  collected: Collected,
  { place, part }: Placed<Accepted | Refused | UsedFacilities>,
): void {
  if ('finding' in part) {
    collected.ledger[place] = entry(part.source, part.status, [part.finding], part.sha256);
    return;
  }
  if ('used' in part) {
    listUnused(collected, place, part);
    return;
  }
  const { dataset, confidence } = part.mapping;
  if (dataset === undefined) listAll(collected, place, part, 'open-data/no-dataset');
  else if (confidence <= UNSURE && part.source.as === undefined) {
    listAll(collected, place, part, 'open-data/unsure-dataset', dataset);
  } else addRows(collected, place, part, dataset);
}

function listAll(
  { ledger, listed }: Collected,
  place: number,
  { source, sha256, published: table, mapping }: Accepted,
  code: UnifyCode,
  value = '',
): void {
  const finding = located(code, 'warning', source.file, { value });
  const rows = table.rows.length;
  const { generation, confidence } = mapping;
  const known = { generation, confidence, rows, listed: rows };
  ledger[place] = { ...entry(source, 'skipped', [finding], sha256, table.part), ...known };
  for (const { row, cells } of table.rows) listed.push({ source: place, row, code, cells });
}

function listUnused(
  { ledger, listed }: Collected,
  place: number,
  { source, sha256, published: table, used }: UsedFacilities,
): void {
  const code: UnifyCode = 'open-data/unused-facility';
  const unused = table.rows.filter(({ row }) => !used.has(row));
  const findings = unused.map(() => located(code, 'info', source.file, {}));
  const counts = { rows: table.rows.length, joined: used.size, listed: unused.length };
  ledger[place] = { ...entry(source, 'ok', findings, sha256, table.part), ...counts };
  for (const { row, cells } of unused) listed.push({ source: place, row, code, cells });
}

function addRows(
  { tables, ledger, listed }: Collected,
  place: number,
  part: Accepted,
  dataset: DatasetId,
): void {
  const { source, sha256, published, table, mapping, patches } = part;
  const { municipality } = source;
  const findings = leftovers(part, validate(table, mapping, { municipality }));
  const clean = findings.every(({ severity }) => severity === 'info');
  const rows = standardRows(table, mapping, place, rowRepairs(patches));
  const known = tables.get(dataset);
  if (known === undefined) tables.set(dataset, { dataset, columns: columnsOf(mapping), rows });
  else for (const row of rows) known.rows.push(row);
  const removed = removedRows(patches);
  for (const one of removed) listed.push({ source: place, ...one });
  const { generation, confidence } = mapping;
  ledger[place] = {
    ...entry(source, clean ? 'ok' : 'degraded', findings, sha256, table.part),
    dataset,
    generation,
    confidence,
    rows: published.rows.length,
    merged: rows.length,
    listed: removed.length,
    repaired: patches.length,
  };
}

function entry(
  source: SourceFile,
  status: LedgerStatus,
  findings: readonly Finding[],
  sha256: string | undefined,
  part?: string,
): LedgerEntry {
  const { file, url, licence, credit, retrievedAt, municipality } = source;
  const origin = { file, url, licence, credit, retrievedAt, municipality: municipality?.code };
  const none = { confidence: 0, rows: 0, merged: 0, joined: 0, listed: 0, repaired: 0 };
  return { ...origin, part, sha256, status, reasons: countReasons(findings), ...none };
}
