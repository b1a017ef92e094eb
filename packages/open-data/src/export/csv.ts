import { cellOf, finding } from '../internal/finding.ts';
import type { Finding } from '../problem.ts';
import type { Mapping } from '../recognise.ts';
import type { Table, TableRow } from '../table.ts';
import { exportColumns, type ExportOptions } from './columns.ts';
import { guardFormula } from './formula.ts';

/** A written CSV, and what had to be changed so that it is safe to open. */
export interface CsvExport {
  /** UTF-8 with a byte order mark, records ended by CRLF (RFC 4180): what Excel opens without asking. */
  readonly bytes: Uint8Array;
  /** `open-data/formula-guard` for each cell that got an apostrophe; the addresses are those of the file read. */
  readonly guarded: readonly Finding[];
}

const BOM = '\ufeff';

/**
 * Writes a table as CSV, in the standard's columns where the dataset is sure. A cell that a spreadsheet could run as a
 * formula gets an apostrophe in front, which `unguardFormula` takes away again; a table without one is written as it is.
 */
export function exportCsv(table: Table, mapping: Mapping, options?: ExportOptions): CsvExport {
  const columns = exportColumns(table, mapping, options);
  const guarded: Finding[] = [];
  const record = (row: TableRow): string => {
    const written = columns.map(({ index }) => {
      const cell = row.cells[index] ?? '';
      const safe = guardFormula(cell);
      if (safe !== cell) {
        const where = { ...cellOf(table, row, index), before: cell, after: safe };
        guarded.push(finding('open-data/formula-guard', 'info', table.file, where));
      }
      return quoted(safe);
    });
    return written.join(',');
  };
  const names = columns.map(({ name }) => name);
  return { bytes: encoded(headerLine(names), table.rows.map(record)), guarded };
}

/** Writes any records in the same way: byte order mark, CRLF, an apostrophe before what a spreadsheet could run. */
export function csvBytes(
  header: readonly string[],
  records: readonly (readonly string[])[],
): Uint8Array {
  const lines = records.map((cells) => cells.map((cell) => quoted(guardFormula(cell))).join(','));
  return encoded(headerLine(header), lines);
}

function headerLine(header: readonly string[]): string {
  const names = header.map((name) => quoted(guardFormula(name)));
  if (names[0] !== undefined) names[0] = plainStart(names[0]);
  return names.join(',');
}

function encoded(header: string, lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(BOM + [header, ...lines, ''].join('\r\n'));
}

function quoted(cell: string): string {
  return /[",\r\n\t]/u.test(cell) || cell !== cell.trim()
    ? `"${cell.replaceAll('"', '""')}"`
    : cell;
}

/** A first header that begins like JSON or HTML would have the file taken for that. */
function plainStart(cell: string): string {
  return /^[[{<#]/u.test(cell) ? `"${cell}"` : cell;
}
