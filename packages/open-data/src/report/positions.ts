import type { Bbox, LngLat } from '@yokoten/standard';
import { placeColumns } from '../internal/place-columns.ts';
import { cellOf, finding } from '../internal/finding.ts';
import { type PlaceRecord, readPlaces } from '../places.ts';
import type { Finding } from '../problem.ts';
import type { Mapping } from '../recognise.ts';
import type { Table } from '../table.ts';
import { spreadOf } from './checks/spread.ts';

/** Where the rows of a file lie. */
export interface ReportPositions {
  /** How many rows have a usable position, and how many have none. */
  readonly located: number;
  readonly unlocated: number;
  /** `[west, south, east, north]` of all positions; `null` where there are none. */
  readonly bbox: Bbox | null;
  /** The box of the municipality, where one was named. */
  readonly area: Bbox | null;
  /** For a small map: at most {@link MOST_POINTS}, thinned evenly over the rows; outliers are never thinned out. */
  readonly points: readonly ReportPoint[];
}

/** One place on the small map. */
export interface ReportPoint {
  /** Row as a spreadsheet numbers it. */
  readonly row: number;
  /** `[lng, lat]` in degrees. */
  readonly at: LngLat;
  /** Set where the place lies far from the others or outside the municipality's box. */
  readonly outlier?: true;
}

const MOST_POINTS = 1000;
const ENOUGH = 5;
/** Kilometres below which no place is called far. */
const NEAR = 30;
/** How many times farther from the middle than the median place. */
const FAR = 12;

/** Positions of a table, and the places far from all others as questions; `null` where it has no column for them. */
export function positionsOf(
  table: Table,
  mapping: Mapping,
  outside: ReadonlySet<number>,
  area: Bbox | undefined,
): { readonly positions: ReportPositions | null; readonly far: readonly Finding[] } {
  const { lat, lng, latlng } = placeColumns(mapping);
  if (lat === undefined && lng === undefined && latlng === undefined)
    return { positions: null, far: [] };
  const { places, leftOut } = readPlaces(table, mapping);
  const index = lat ?? lng ?? latlng ?? 0;
  const distant = farPlaces(places);
  const rows = new Map(table.rows.map((row) => [row.row, row]));
  const far = [...distant].flatMap(([{ row, at }, kilometres]) => {
    const cells = rows.get(row);
    if (cells === undefined || outside.has(row)) return [];
    const where = {
      ...cellOf(table, cells, index),
      at: `${at[1].toFixed(5)}, ${at[0].toFixed(5)}`,
      count: Math.round(kilometres),
    };
    return [finding('open-data/position-outlier', 'info', table.file, where)];
  });
  const marked = places.map((place): ReportPoint => {
    const outlier = distant.has(place) || outside.has(place.row);
    return { row: place.row, at: place.at, ...(outlier && { outlier }) };
  });
  const positions = {
    located: places.length,
    unlocated: leftOut.length,
    bbox: boxOf(places),
    area: area ?? null,
    points: thinned(marked),
  };
  return { positions, far };
}

/** Places and their distance in kilometres from the middle of all, where that is far more than usual in this file. */
function farPlaces(places: readonly PlaceRecord[]): ReadonlyMap<PlaceRecord, number> {
  if (places.length < ENOUGH) return new Map();
  const middle: LngLat = [
    spreadOf(places.map(({ at }) => at[0])).median,
    spreadOf(places.map(({ at }) => at[1])).median,
  ];
  const distances = places.map((place): [PlaceRecord, number] => [
    place,
    kilometresBetween(place.at, middle),
  ]);
  const limit = Math.max(NEAR, FAR * spreadOf(distances.map(([, distance]) => distance)).median);
  return new Map(distances.filter(([, distance]) => distance > limit));
}

/** Flat approximation, good to a percent within Japan. */
function kilometresBetween([x1, y1]: LngLat, [x2, y2]: LngLat): number {
  const north = (y1 - y2) * 111.2;
  const east = (x1 - x2) * 111.3 * Math.cos(((y1 + y2) * Math.PI) / 360);
  return Math.hypot(north, east);
}

function boxOf(places: readonly PlaceRecord[]): Bbox | null {
  const [first] = places;
  if (first === undefined) return null;
  let [west, south] = first.at;
  let [east, north] = first.at;
  for (const { at } of places) {
    west = Math.min(west, at[0]);
    east = Math.max(east, at[0]);
    south = Math.min(south, at[1]);
    north = Math.max(north, at[1]);
  }
  return [west, south, east, north];
}

function thinned(points: readonly ReportPoint[]): ReportPoint[] {
  if (points.length <= MOST_POINTS) return [...points];
  const step = points.length / MOST_POINTS;
  let next = 0;
  return points
    .filter(({ outlier }, at) => {
      const due = at >= next;
      if (due) next += step;
      return due || outlier === true;
    })
    .slice(0, 2 * MOST_POINTS);
}
