import { needsGeometry, readGeometry } from '../geometry.ts';
import type { Finding } from '../problem.ts';
import type { TableRow } from '../table.ts';
import { finding, refusal } from './finding.ts';
import { GEOMETRY_LAT, GEOMETRY_LNG } from './place-columns.ts';
import { cellLimit } from './limits.ts';
import { startLines } from './json-lines.ts';

/** A JSON file seen as a table: its records, in order, with the keys of all of them as header. */
export interface JsonTable {
  readonly kind: 'json' | 'geojson';
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
  readonly problems: readonly Finding[];
}

/** Header of the column that says which of several named collections a record came from. */
const COLLECTION = 'collection:name';

/** A parsed JSON object. */
export type Json = Readonly<Record<string, unknown>>;
/** A record and, where several lists were found under names of their own, the name of its list. */
type Entry = readonly [record: Json, list?: string];

/** Records to tabulate; those of GeoJSON have `properties` and `geometry`. */
export interface Records {
  readonly geo: boolean;
  readonly entries: readonly Entry[];
  readonly crs?: unknown;
}

interface Found extends Records {
  /** Key of the lists the records stand in, for their line numbers; `''` where they stand in the outermost value. */
  readonly under: string;
}

/**
 * Reads a FeatureCollection, an object of FeatureCollections, an array of records, or an object that holds
 * one array of records. The header counts as row 1, so that addresses are those of the table saved as CSV.
 * @throws OpenDataError `open-data/broken-json`, `open-data/empty-file`, `open-data/not-a-table`,
 * `open-data/unavailable`
 */
export function readJson(text: string, file: string): JsonTable {
  try {
    return tabulate(JSON.parse(text), text, file);
  } catch (error) {
    // Nesting too deep to be written back as text is a RangeError.
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
    throw refusal('open-data/broken-json', file, { value: error.message });
  }
}

function tabulate(value: unknown, text: string, file: string): JsonTable {
  const found = findRecords(value);
  if (found === undefined) {
    const answer = asRecord(value);
    if (answer['type'] !== 'unavailable') throw refusal('open-data/not-a-table', file);
    throw refusal('open-data/unavailable', file, { value: cellText(answer['name']) });
  }
  return tabulateRecords(found, startLines(text, found.under), text.length, file);
}

/**
 * Records as rows under a header of all their keys. `lines` are those the records start on, `size` that of the text.
 * @throws OpenDataError `open-data/too-many-cells`; `open-data/empty-file` where no record has a key
 */
export function tabulateRecords(
  found: Records,
  lines: readonly number[],
  size: number,
  file: string,
): JsonTable {
  const problems: Finding[] = [];
  const crs = found.geo ? foreignCrs(found.crs) : undefined;
  if (crs !== undefined) {
    problems.push(finding('open-data/other-crs', 'warning', file, { value: crs, before: crs }));
  }
  const degrees = found.geo && crs === undefined;
  const columns = new Map<string, number>();
  const indexOf = (key: string): number => {
    const known = columns.get(key);
    if (known === undefined) columns.set(key, columns.size);
    return known ?? columns.size - 1;
  };
  if (degrees) {
    indexOf(GEOMETRY_LAT);
    indexOf(GEOMETRY_LNG);
  }
  const rows = found.entries.map(([record, list], at) => {
    const cells: string[] = [];
    if (list !== undefined) cells[indexOf(COLLECTION)] = list;
    const values = found.geo ? asRecord(record['properties']) : record;
    for (const [key, value] of Object.entries(values)) cells[indexOf(key)] = cellText(value);
    const geometry = record['geometry'];
    const shape = degrees ? readGeometry(geometry) : undefined;
    if (degrees && isRecord(geometry)) [cells[1], cells[0]] = position(geometry);
    const count = columns.size * found.entries.length;
    if (count > cellLimit(size)) throw refusal('open-data/too-many-cells', file, { count });
    const texts = Array.from(cells, (cell: string | undefined) => cell ?? '');
    const row = { row: at + 2, line: lines[at] ?? 1, cells: texts };
    return shape !== undefined && needsGeometry(shape) ? { ...row, geometry: shape } : row;
  });
  if (columns.size === 0) throw refusal('open-data/empty-file', file);
  return { kind: found.geo ? 'geojson' : 'json', header: [...columns.keys()], rows, problems };
}

function findRecords(value: unknown): Found | undefined {
  if (isRecords(value)) return { geo: false, entries: value.map((record) => [record]), under: '' };
  if (!isRecord(value)) return undefined;
  const features = featuresOf(value);
  if (features !== undefined) {
    return { geo: true, entries: features.map((f) => [f]), crs: value['crs'], under: 'features' };
  }
  const named = Object.entries(value);
  const collections = named.flatMap(([name, inner]) => {
    const list = isRecord(inner) ? featuresOf(inner) : undefined;
    return list === undefined ? [] : [list.map((feature): Entry => [feature, name])];
  });
  if (collections.length > 0 && collections.length === named.length) {
    return { geo: true, entries: collections.flat(), under: 'features' };
  }
  const lists = named.filter(([, inner]) => isRecords(inner) && inner.length > 0);
  const [only] = lists;
  if (only === undefined || lists.length > 1 || !isRecords(only[1])) return undefined;
  return { geo: false, entries: only[1].map((record) => [record]), under: only[0] };
}

function featuresOf(value: Json): readonly Json[] | undefined {
  const features = value['features'];
  return value['type'] === 'FeatureCollection' && isRecords(features) ? features : undefined;
}

/** The name of a coordinate system that is not longitude and latitude (the `crs` of GeoJSON before RFC 7946). */
function foreignCrs(crs: unknown): string | undefined {
  const name = asRecord(asRecord(crs)['properties'])['name'];
  if (typeof name !== 'string') return undefined;
  return /(?:CRS:?84|:(?:4326|4612|6668|6697))$/u.test(name) ? undefined : name;
}

/** The two cells of a geometry; for one that is no point its type, which `not-a-point` then names. */
function position(geometry: Json): [lng: string, lat: string] {
  const type = cellText(geometry['type']);
  if (type !== 'Point') return [type, type];
  const coordinates = geometry['coordinates'];
  const [lng, lat] = Array.isArray(coordinates) ? (coordinates as unknown[]) : [];
  return [cellText(lng), cellText(lat)];
}

function cellText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  return JSON.stringify(value);
}

/** Whether a parsed value is an object, no array. */
export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRecords(value: unknown): value is readonly Json[] {
  return Array.isArray(value) && value.every(isRecord);
}

function asRecord(value: unknown): Json {
  return isRecord(value) ? value : {};
}
