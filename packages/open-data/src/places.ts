import type { Bbox, LngLat } from '@yokoten/standard';
import {
  type CoordinateCell,
  coordinateCells,
  readPosition,
  widthChange,
} from './internal/coordinates.ts';
import { type Detail, finding, inPart } from './internal/finding.ts';
import { GEOMETRY_LAT, type PlaceColumns, placeColumns } from './internal/place-columns.ts';
import type { ProblemCode } from './problem-code.ts';
import type { Finding, Severity } from './problem.ts';
import type { Mapping } from './recognise.ts';
import type { Table, TableRow } from './table.ts';

/** A row with a usable position. */
export interface PlaceRecord {
  /** Record number as a spreadsheet shows it, 1-based. */
  readonly row: number;
  /** Physical line where the record starts, 1-based. */
  readonly line: number;
  /** `[lng, lat]` in degrees, as the file says; never swapped or guessed. */
  readonly at: LngLat;
  /** Never blank: where the file has no name, what stands in for it (see `open-data/no-name`). */
  readonly name: string;
  /** Trimmed, one per column of `table.header`; blank where the row has no such cell. */
  readonly cells: readonly string[];
}

/** A row that cannot be drawn, and why. */
export interface LeftOut {
  readonly row: number;
  readonly line: number;
  readonly reason: Finding;
}

/** Every row of the table is in `places` or in `leftOut`. */
export interface Places {
  readonly places: PlaceRecord[];
  readonly leftOut: LeftOut[];
  /** About the file, and about rows that stay. */
  readonly problems: Finding[];
}

/** Settings of {@link readPlaces}. */
export interface PlaceOptions {
  /** The municipality's box. A place beyond it stays, with the question `open-data/outside-area`. */
  readonly bbox?: Bbox | undefined;
}

type Report = (code: ProblemCode, severity: Severity, detail: Detail) => Finding;

/** About one kilometre: a box drawn around simplified boundaries misses places at the edge. */
export const MARGIN = 0.01;
const NAMELESS = '（名称なし）';

/** Turns rows into places, and lists every row that has no usable position. */
export function readPlaces(table: Table, mapping: Mapping, { bbox }: PlaceOptions = {}): Places {
  const columns = placeColumns(mapping);
  const result: Places = { places: [], leftOut: [], problems: missingColumns(table, columns) };
  for (const row of table.rows) {
    const { place, reason, problems } = readPlace(table, columns, row, bbox);
    if (place !== undefined) result.places.push(place);
    if (reason !== undefined) result.leftOut.push({ row: row.row, line: row.line, reason });
    result.problems.push(...problems);
  }
  return result;
}

/** What one row is: a place, or left out for a reason. */
export interface PlaceReading {
  readonly place?: PlaceRecord;
  readonly reason?: Finding;
  /** About a row that stays. */
  readonly problems: readonly Finding[];
}

type Head = Pick<Table, 'file' | 'header' | 'part'>;

/** Reads one row as {@link readPlaces} does. */
export function readPlace(
  table: Head,
  columns: PlaceColumns,
  { row, line, cells: written }: TableRow,
  bbox: Bbox | undefined,
): PlaceReading {
  const cells = table.header.map((_, index) => written[index]?.trim() ?? '');
  const report = reporter(table, { row, line });
  const pair = coordinateCells(cells, columns);
  const at = readPosition(pair);
  if ('code' in at) {
    const drawn =
      at.code === 'open-data/not-a-number' && table.header[columns.lat ?? -1] === GEOMETRY_LAT;
    const { code, ...detail } = at;
    const reason = report(drawn ? 'open-data/not-a-point' : code, 'error', detail);
    return { reason, problems: [] };
  }
  const widths = pair.flatMap((cell) => widthRemark(cell, report));
  const outside = bbox === undefined ? [] : outsideRemark(at, bbox, pair[0], report);
  const { name, remark } = nameOf(cells, columns, report);
  return { place: { row, line, at, name, cells }, problems: [...widths, ...outside, ...remark] };
}

function reporter(table: Head, where: { row: number; line: number }): Report {
  const { file, header } = table;
  return (code, severity, detail) => {
    const column = detail.index === undefined ? undefined : header[detail.index];
    const found = finding(code, severity, file, { ...where, column, ...detail });
    return table.part === undefined ? found : { ...found, part: table.part };
  };
}

/** Said once for the file, not for each of its rows. */
export function missingColumns(
  table: Pick<Table, 'file' | 'headerRow' | 'headerLine' | 'part'>,
  columns: PlaceColumns,
): Finding[] {
  const { file, headerRow, headerLine } = table;
  const missing: string[] = [];
  if (columns.latlng === undefined) {
    if (columns.lat === undefined) missing.push('緯度');
    if (columns.lng === undefined) missing.push('経度');
  }
  if (columns.name === undefined && columns.standIns.length === 0) missing.push('名称');
  const where = { row: headerRow, line: headerLine };
  const found = missing.map((expected) =>
    finding('open-data/missing-label', 'warning', file, { ...where, expected }),
  );
  return inPart(table, found);
}

function widthRemark(cell: CoordinateCell, report: Report): Finding[] {
  const after = widthChange(cell.text);
  if (after === undefined) return [];
  return [
    report('open-data/full-width-number', 'info', { index: cell.index, before: cell.text, after }),
  ];
}

function outsideRemark(at: LngLat, bbox: Bbox, cell: CoordinateCell, report: Report): Finding[] {
  const [lng, lat] = at;
  const [west, south, east, north] = bbox;
  const inside =
    lng >= west - MARGIN && lng <= east + MARGIN && lat >= south - MARGIN && lat <= north + MARGIN;
  if (inside) return [];
  const place = `${lat.toFixed(5)}, ${lng.toFixed(5)}`;
  return [
    report('open-data/outside-area', 'info', { index: cell.index, before: cell.text, at: place }),
  ];
}

function nameOf(
  cells: readonly string[],
  columns: PlaceColumns,
  report: Report,
): { name: string; remark: Finding[] } {
  const own = columns.name === undefined ? '' : (cells[columns.name] ?? '');
  if (own !== '') return { name: own, remark: [] };
  const standIn = columns.standIns.map((index) => cells[index] ?? '').filter((text) => text !== '');
  const name = standIn.length === 0 ? NAMELESS : standIn.join(' ');
  const { name: index, standIns } = columns;
  // A dataset without a name column (消防水利) lacks nothing as long as something can stand in.
  if (index === undefined && (standIn.length > 0 || standIns.length === 0))
    return { name, remark: [] };
  const where = index === undefined ? {} : { index };
  const detail = { ...where, before: '', after: name, value: name };
  return { name, remark: [report('open-data/no-name', 'warning', detail)] };
}
