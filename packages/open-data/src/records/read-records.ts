import type { Bbox, LngLat } from '@yokoten/standard';
import type { BrowseColumn, BrowseRecord } from '../browse/record.ts';
import { finding } from '../internal/finding.ts';
import { type PlaceColumns, placeColumns } from '../internal/place-columns.ts';
import { readPlace } from '../places.ts';
import type { Finding } from '../problem.ts';
import type { Mapping } from '../recognise.ts';
import type { Table, TableRow } from '../table.ts';
import { describeColumns } from './columns.ts';
import { dayOf } from './day.ts';
import { nameColumn } from './name-column.ts';
import { recordIds } from './record-ids.ts';
import { tellingColumn } from './tells-apart.ts';

/** A table as a page lists it: every row, with or without a place on a map. */
export interface Records {
  /** Columns in which no cell is filled are left out. */
  readonly columns: readonly BrowseColumn[];
  /** One per row of the table, in its order. */
  readonly records: readonly BrowseRecord[];
  readonly problems: readonly Finding[];
}

/** Settings of {@link readRecords}. */
export interface RecordOptions {
  /** The municipality's box: a place beyond it stays, with the question `open-data/outside-area`. */
  readonly bbox?: Bbox | undefined;
}

/**
 * Turns every row of a table into a record, and says what each column is good for. No row is left out: one without a name
 * gets what stands in for it, one without a usable position has no `at`, and both are told. Nothing is told of positions where
 * no row has one: such a table is no map.
 */
export function readRecords(table: Table, mapping: Mapping, { bbox }: RecordOptions = {}): Records {
  const rows = table.rows.map(({ cells }) =>
    table.header.map((_, index) => cells[index]?.trim() ?? ''),
  );
  const filled = table.header.flatMap((_, index) =>
    rows.some((row) => row[index] !== '') ? [index] : [],
  );
  const { name: mapped } = placeColumns(mapping);
  const name = mapped ?? nameColumn(table, mapping, rows);
  const described = describeColumns(mapping, table.header, rows, name);
  const spare = described.flatMap(({ kind }, index) => (kind === 'minor' ? [] : [index]));
  const columns = { place: placeColumns(mapping), name, spare };
  const read = table.rows.map((row, at) => readRow(table, columns, row, rows[at] ?? [], bbox));
  const isMap = read.some(({ at }) => at !== undefined);
  const dates = new Set(described.flatMap(({ kind }, index) => (kind === 'date' ? [index] : [])));
  const apart = tellingColumn(
    read.map(({ name: said }) => said),
    rows,
    described.map(({ kind }) => kind),
  );
  const found = described[apart ?? -1];
  const told: BrowseColumn | undefined = found && { ...found, tellsApart: true };
  const shown = (row: readonly string[]): string[] =>
    filled.map((index) => {
      const cell = row[index] ?? '';
      return dates.has(index) ? (dayOf(cell) ?? cell) : cell;
    });
  const id = mapping.columns.find(({ standard }) => standard === 'ID')?.index;
  const ids = recordIds(
    rows.map((row) => (id === undefined ? '' : (row[id] ?? ''))),
    read.map(({ name: said, at }, row) =>
      JSON.stringify([said, at, telling(described, rows[row])]),
    ),
  );
  return {
    columns: filled.flatMap((index) => (index === apart ? told : described[index]) ?? []),
    records: read.map(({ name: said, at }, index) => ({
      id: ids[index] ?? '',
      name: said,
      ...(isMap && at && { at }),
      cells: shown(rows[index] ?? []),
    })),
    problems: [
      ...(name === undefined && rows.length > 0 ? [nameless(table)] : []),
      ...read.flatMap(({ named, placed }) => (isMap ? named.concat(placed) : named)),
    ],
  };
}

/** What tells rows of one name apart: where and when. Anything else may be mended without the row becoming another one. */
function telling(
  columns: readonly BrowseColumn[],
  row: readonly string[] = [],
): readonly unknown[] {
  return row.filter((_, index) => /^(address|date)$/.test(columns[index]?.kind ?? ''));
}

interface ReadRow {
  readonly name: string;
  readonly at?: LngLat;
  /** About its name. */
  readonly named: readonly Finding[];
  /** About its position. */
  readonly placed: readonly Finding[];
}

/** 0-based positions of the columns that a record is read from. */
interface RecordColumns {
  readonly place: PlaceColumns;
  /** Of names, where there are any. */
  readonly name: number | undefined;
  /** What can stand in for a name: the first that is filled. */
  readonly spare: readonly number[];
}

function readRow(
  table: Table,
  { place: placed, name, spare }: RecordColumns,
  row: TableRow,
  cells: readonly string[],
  bbox: Bbox | undefined,
): ReadRow {
  const { place, reason, problems } = readPlace(table, placed, row, bbox);
  const found = [
    // The row is listed all the same.
    ...(reason === undefined ? [] : [{ ...reason, severity: 'warning' as const }]),
    ...problems.filter(({ code }) => code !== 'open-data/no-name'),
  ];
  const at = place && { at: place.at };
  const own = oneLine(name === undefined ? '' : (cells[name] ?? ''));
  if (own !== '') return { name: own, ...at, named: [], placed: found };
  const filled = spare.find((index) => cells[index] !== '');
  const standIn = (filled === undefined ? '' : oneLine(cells[filled] ?? '')) || '（名称なし）';
  const named = name === undefined ? [] : [withoutName(table, row, name, standIn)];
  return { name: standIn, ...at, named, placed: found };
}

function withoutName(
  table: Table,
  { row, line }: TableRow,
  index: number,
  standIn: string,
): Finding {
  const column = table.header[index];
  const detail = { row, line, column, index, before: '', after: standIn, value: standIn };
  return inPartOf(table, finding('open-data/no-name', 'warning', table.file, detail));
}

function nameless(table: Table): Finding {
  const { file, headerRow: row, headerLine: line } = table;
  const detail = { row, line, expected: '名称' };
  return inPartOf(table, finding('open-data/missing-label', 'warning', file, detail));
}

function inPartOf({ part }: Table, found: Finding): Finding {
  return part === undefined ? found : { ...found, part };
}

function oneLine(cell: string): string {
  return cell.replaceAll(/\s+/gu, ' ');
}
