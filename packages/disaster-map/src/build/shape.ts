import type { Geometry, Position, Table, TableRow } from '@yokoten/open-data';
import type { LngLat } from '@yokoten/standard';
import type { Place, Shape } from '../document.ts';

/** A line or an area, and where its mark stands. */
export interface Drawable {
  readonly at: LngLat;
  readonly shape: Shape;
}

interface Parts {
  readonly points: LngLat[];
  readonly lines: LngLat[][];
  readonly areas: LngLat[][][];
}

/**
 * What a geometry draws. `undefined` for points, which are places as they are, for several points in one, which have no
 * one spot to stand at, and where a position is beyond the globe or a line or ring too short.
 */
export function drawable(geometry: Geometry): Drawable | undefined {
  const parts: Parts = { points: [], lines: [], areas: [] };
  collect(geometry, parts);
  const { points, lines, areas } = parts;
  const isSound =
    [points, ...lines, ...areas.flat()].every((way) => way.every(onGlobe)) &&
    lines.every((line) => line.length >= 2) &&
    areas.every((area) => area.length > 0 && area.every((ring) => ring.length >= 4));
  if (!isSound || points.length > 1 || lines.length + areas.length === 0) return undefined;
  const largest = greatest(areas, sizeOf);
  const longest = greatest(lines, lengthOf) ?? [];
  // A point among lines and areas is where their maker wants the mark.
  const at = points[0] ?? (largest === undefined ? halfway(longest) : inside(largest));
  const shape: Shape = { ...(lines.length > 0 && { lines }), ...(areas.length > 0 && { areas }) };
  return { at, shape };
}

/**
 * The table with a position for the mark in the rows that are lines or areas, so that they are read like any other
 * place; and their shapes by row.
 */
export function withShapes(table: Table): {
  readonly table: Table;
  readonly shapes: ReadonlyMap<number, Shape>;
} {
  const [lat, lng] = ['geometry:lat', 'geometry:lng'].map((name) => table.header.indexOf(name));
  const shapes = new Map<number, Shape>();
  const rows = table.rows.map((row): TableRow => {
    const found = row.geometry && drawable(row.geometry);
    if (found === undefined) return row;
    shapes.set(row.row, found.shape);
    const { cells: written } = row;
    const cells = table.header.map((_, index) => {
      if (index === lat) return String(found.at[1]);
      return index === lng ? String(found.at[0]) : (written[index] ?? '');
    });
    return { ...row, cells };
  });
  return shapes.size === 0 ? { table, shapes } : { table: { ...table, rows }, shapes };
}

/** What the places of a layer draw besides their marks. */
export function drawnKinds(places: readonly Place[]): ('line' | 'area')[] {
  const shapes = places.flatMap(({ 6: shape }) => shape ?? []);
  return [
    ...(shapes.some(({ lines }) => lines !== undefined) ? (['line'] as const) : []),
    ...(shapes.some(({ areas }) => areas !== undefined) ? (['area'] as const) : []),
  ];
}

/** The first with the largest measure. Each is measured once: a line may have a million positions. */
function greatest<T>(items: readonly T[], measure: (item: T) => number): T | undefined {
  let best: T | undefined;
  let most = -Infinity;
  for (const item of items) {
    const size = measure(item);
    if (!(size > most)) continue;
    best = item;
    most = size;
  }
  return best;
}

function collect(geometry: Geometry, parts: Parts): void {
  switch (geometry.type) {
    case 'Point':
      parts.points.push(rounded(geometry.coordinates));
      break;
    case 'MultiPoint':
      for (const position of geometry.coordinates) parts.points.push(rounded(position));
      break;
    case 'LineString':
      parts.lines.push(lineOf(geometry.coordinates));
      break;
    case 'MultiLineString':
      for (const line of geometry.coordinates) parts.lines.push(lineOf(line));
      break;
    case 'Polygon':
      parts.areas.push(geometry.coordinates.map(lineOf));
      break;
    case 'MultiPolygon':
      for (const area of geometry.coordinates) parts.areas.push(area.map(lineOf));
      break;
    case 'GeometryCollection':
      for (const inner of geometry.geometries) collect(inner, parts);
  }
}

function lineOf(positions: readonly Position[]): LngLat[] {
  return positions.map(rounded);
}

/** Six decimals of a degree are a decimetre; an altitude is not drawn. */
function rounded([lng, lat]: Position): LngLat {
  return [Math.round(lng * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6];
}

function onGlobe([lng, lat]: LngLat): boolean {
  return Math.abs(lng) <= 180 && Math.abs(lat) <= 90;
}

function lengthOf(line: readonly LngLat[]): number {
  return line.slice(1).reduce((sum, end, index) => sum + distance(line[index] ?? end, end), 0);
}

function distance([x, y]: LngLat, [x2, y2]: LngLat): number {
  return Math.hypot(x2 - x, y2 - y);
}

/** The position half of its length along a line. */
function halfway(line: readonly LngLat[]): LngLat {
  let rest = lengthOf(line) / 2;
  for (const [index, end] of line.entries()) {
    const start = line[index - 1] ?? end;
    const step = distance(start, end);
    if (step > 0 && step >= rest) {
      const share = rest / step;
      const between = (from: number, to: number): number => from + (to - from) * share;
      return rounded([between(start[0], end[0]), between(start[1], end[1])]);
    }
    rest -= step;
  }
  return line[0] ?? [0, 0];
}

/** In square degrees, which serves to compare areas of one town. */
function sizeOf([outline = []]: readonly (readonly LngLat[])[]): number {
  const sum = outline.reduce((total, [x, y], index) => {
    const [x2, y2] = outline[index + 1] ?? [x, y];
    return total + x * y2 - x2 * y;
  }, 0);
  return Math.abs(sum / 2);
}

/** In the widest stretch of the area at the height of its middle: inside also of a crescent, and beside a hole. */
function inside(area: readonly (readonly LngLat[])[]): LngLat {
  const [outline = []] = area;
  const lats = outline.map(([, y]) => y);
  const [low, high] = [minimum(lats), -minimum(lats.map((y) => -y))];
  // A little off the middle, so that the line hardly ever runs through a corner.
  const lat = low + (high - low) * 0.5003;
  const crossings = area
    .flatMap((ring) =>
      ring.slice(1).flatMap((end, index) => crossing(ring[index] ?? end, end, lat)),
    )
    .toSorted((a, b) => a - b);
  let best: LngLat | undefined;
  let widest = 0;
  for (let index = 0; index + 1 < crossings.length; index += 2) {
    const [from = 0, to = 0] = crossings.slice(index, index + 2);
    if (to - from <= widest) continue;
    widest = to - from;
    best = rounded([(from + to) / 2, lat]);
  }
  return best ?? outline[0] ?? [0, 0];
}

function crossing([x, y]: LngLat, [x2, y2]: LngLat, lat: number): number[] {
  return y > lat === y2 > lat ? [] : [x + ((lat - y) / (y2 - y)) * (x2 - x)];
}

/** Without a spread: an outline may have more positions than a call takes arguments. */
function minimum(numbers: readonly number[]): number {
  return numbers.reduce((least, one) => Math.min(least, one), Infinity);
}
