import { decodeBytes, type Decoded, type Encoding } from './encoding.ts';
import type { Geometry } from './geometry.ts';
import { CsvScanner, type LineEnds } from './internal/csv.ts';
import { refusal } from './internal/finding.ts';
import { readJson } from './internal/json.ts';
import { cellLimit } from './internal/limits.ts';
import { findLayout } from './internal/layout.ts';
import { foreignFormat, textFormat } from './internal/sniff.ts';
import { examine } from './internal/table-problems.ts';
import type { Finding } from './problem.ts';

/**
 * What the file turned out to be. `linkdata`: CSV with the `#LINK … #property` preamble of LinkData.org. The last four
 * come from `read` of `@yokoten/open-data/read` only; `ngsi`: context entities of NGSI v2 or NGSI-LD.
 */
export type TableKind =
  | 'csv'
  | 'tsv'
  | 'linkdata'
  | 'json'
  | 'geojson'
  | 'xlsx'
  | 'kml'
  | 'ngsi'
  | 'umap';

/** How records end: `mixed` where more than one way occurs, `none` in JSON or a file of one record. */
export type Newline = 'crlf' | 'lf' | 'cr' | 'mixed' | 'none';

/** A file as it is: nothing is renamed, trimmed or repaired yet. */
export interface Table {
  /** The path as it was given. */
  readonly file: string;
  /**
   * Which part of the file this is, where a file has several: a sheet (`Sheet1`), a folder or layer of a map, the name
   * in an archive (`a.zip` → `2024/sites.csv`), joined with `!` where they nest. Not a path to write to.
   */
  readonly part?: string;
  readonly kind: TableKind;
  readonly encoding: Encoding;
  /** Whether the file began with a byte order mark. */
  readonly bom: boolean;
  readonly newline: Newline;
  /**
   * Column names as the file writes them; blank and repeated ones included.
   * A GeoJSON geometry becomes the columns `geometry:lat` and `geometry:lng`.
   */
  readonly header: readonly string[];
  /** 1-based row of the header as a spreadsheet numbers it. JSON counts as if its keys stood in row 1. */
  readonly headerRow: number;
  /** 1-based physical line where the header starts. */
  readonly headerLine: number;
  /** Data rows in the file's order. Every record is here, in `preamble`, in `blankRows`, or is the header. */
  readonly rows: readonly TableRow[];
  /** Records around the header that are not data: a title, LinkData's licence and type rows. */
  readonly preamble: readonly TableRow[];
  /** How many blank records were skipped. */
  readonly blankRows: number;
  /** What is wrong with the file as a table. */
  readonly problems: readonly Finding[];
}

/** One data row. `cells` may be fewer or more than the header. */
export interface TableRow {
  /** Record number as a spreadsheet shows it, 1-based. */
  readonly row: number;
  /** Physical line where the record starts, 1-based. */
  readonly line: number;
  readonly cells: readonly string[];
  /** The shape of the row in WGS84, where it is more than a point on the ground: a line, an area, an altitude. */
  readonly geometry?: Geometry;
}

/** Settings of {@link readTable}. */
export interface ReadOptions {
  /** The path or name to mention in problems. It is not opened, and its extension decides nothing. */
  readonly file: string;
}

/**
 * Reads CSV, TSV, LinkData CSV, GeoJSON or a JSON list of records from bytes, whatever their encoding
 * (UTF-8, UTF-16, CP932, EUC-JP), line ends and header row.
 * @throws OpenDataError where there is no table to read: `open-data/empty-file`, `open-data/no-header`,
 * `open-data/unknown-encoding`, `open-data/not-text`, `open-data/html-instead-of-csv`,
 * `open-data/xml-instead-of-csv`, `open-data/excel-instead-of-csv`, `open-data/zip-instead-of-csv`,
 * `open-data/pdf-instead-of-csv`, `open-data/broken-json`, `open-data/not-a-table`, `open-data/unavailable`, `open-data/too-many-cells`
 */
export function readTable(bytes: Uint8Array, { file }: ReadOptions): Table {
  const foreign = foreignFormat(bytes);
  if (foreign !== undefined) throw refusal(foreign, file);
  return tableOfText(decodeBytes(bytes, file), file);
}

/** The same for bytes whose encoding is known. */
export function tableOfText(decoded: Decoded, file: string): Table {
  const format = textFormat(decoded.decode(decoded.bytes.subarray(0, 4096)));
  if (format === 'json') return jsonTable(decoded, file);
  if (format !== undefined) throw refusal(format, file);
  return csvTable(decoded, file);
}

function jsonTable({ encoding, bom, bytes, decode }: Decoded, file: string): Table {
  const { kind, header, rows, problems } = readJson(decode(bytes), file);
  const disguised = textFormat(header[0] ?? '');
  if (disguised !== undefined && disguised !== 'json') throw refusal(disguised, file);
  const shape = { file, header, headerRow: 1, headerLine: 1, rows, preamble: [], blankRows: 0 };
  const found = [...problems, ...examine(shape)];
  return { ...shape, kind, encoding, bom, newline: 'none', problems: found };
}

function csvTable({ encoding, bom, bytes, decode }: Decoded, file: string): Table {
  const separator = findSeparator(bytes, decode);
  const scanner = new CsvScanner(bytes, separator, decode);
  const records: TableRow[] = [];
  let blankRows = scanner.skipBlankRecords();
  for (let record = scanner.next(); record !== undefined; record = scanner.next()) {
    if (isBlank(record)) blankRows++;
    else records.push(record);
    blankRows += scanner.skipBlankRecords();
  }
  const [first] = records;
  if (first === undefined) throw refusal('open-data/empty-file', file);
  const layout = findLayout(records);
  if (layout === undefined) {
    const { row, line, cells } = first;
    throw refusal('open-data/no-header', file, { row, line, value: cells.join(' ') });
  }
  const { header, rows, preamble } = layout;
  const cells = header.cells.length * rows.length;
  if (cells > cellLimit(bytes.length)) {
    throw refusal('open-data/too-many-cells', file, { count: cells });
  }
  const shape = {
    file,
    header: header.cells,
    headerRow: header.row,
    headerLine: header.line,
    rows,
    preamble,
    blankRows,
  };
  return {
    ...shape,
    kind: layout.linkdata ? 'linkdata' : separator === ',' ? 'csv' : 'tsv',
    encoding,
    bom,
    newline: newlineOf(scanner.lineEnds),
    problems: examine(shape, scanner.flaws),
  };
}

function isBlank({ cells }: TableRow): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** Tab where the first record with either separator has more tabs than commas, whatever the file is called. */
export function findSeparator(
  bytes: Uint8Array,
  decode: (bytes: Uint8Array) => string,
): ',' | '\t' {
  for (const line of decode(bytes.subarray(0, 1 << 16)).split(/[\r\n]+/u)) {
    const commas = line.split(',').length;
    const tabs = line.split('\t').length;
    if (commas + tabs > 2) return tabs > commas ? '\t' : ',';
  }
  return ',';
}

export function newlineOf({ crlf, lf, cr }: LineEnds): Newline {
  const used = (['crlf', 'lf', 'cr'] as const).filter((_, at) => [crlf, lf, cr][at] !== 0);
  return used.length > 1 ? 'mixed' : (used[0] ?? 'none');
}
