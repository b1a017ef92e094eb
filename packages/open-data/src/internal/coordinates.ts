import type { LngLat } from '@yokoten/standard';
import type { ProblemCode } from '../problem-code.ts';
import type { Detail } from './finding.ts';
import type { PlaceColumns } from './place-columns.ts';

/** A coordinate as the file writes it, and the 0-based column it stands in. */
export interface CoordinateCell {
  readonly text: string;
  readonly index: number;
}

export type CoordinatePair = readonly [lat: CoordinateCell, lng: CoordinateCell];

/** Why two cells are no position, as a finding about the cell to blame. */
export type NoPosition = Detail & { readonly code: ProblemCode };

type Range = readonly [low: number, high: number];

/** Degrees between which every island of Japan lies. */
const LATITUDES: Range = [20, 46];
const LONGITUDES: Range = [122, 154];

/** Picks the two coordinates out of a row. Blank where the file has no column for them. */
export function coordinateCells(cells: readonly string[], columns: PlaceColumns): CoordinatePair {
  const { lat, lng, latlng } = columns;
  if (latlng !== undefined) {
    const [first = '', second = '', ...rest] = (cells[latlng] ?? '').split(/[,，]/u);
    const text = rest.length === 0 ? second.trim() : [second, ...rest].join(',');
    return [
      { text: first.trim(), index: latlng },
      { text, index: latlng },
    ];
  }
  return [cellAt(cells, lat), cellAt(cells, lng)];
}

/** `[lng, lat]`, or why there is none. Nothing is guessed: swapped or shifted values are named, not mended. */
export function readPosition([lat, lng]: CoordinatePair): LngLat | NoPosition {
  if (lat.text === '' || lng.text === '') {
    return located('open-data/no-coordinates', lat.text === '' ? lat : lng);
  }
  const y = parseDegrees(lat.text);
  if (y === undefined) return located('open-data/not-a-number', lat);
  const x = parseDegrees(lng.text);
  if (x === undefined) return located('open-data/not-a-number', lng);
  if (isWithin(y, LATITUDES) && isWithin(x, LONGITUDES)) return [x, y];
  const at = `${shortNumber(y)}, ${shortNumber(x)}`;
  if (isWithin(x, LATITUDES) && isWithin(y, LONGITUDES)) {
    return { ...located('open-data/swapped-latlng', lat), at };
  }
  if (lostPoint(y, LATITUDES)) return located('open-data/lost-decimal-point', lat);
  if (lostPoint(x, LONGITUDES)) return located('open-data/lost-decimal-point', lng);
  return { ...located('open-data/out-of-japan', isWithin(y, LATITUDES) ? lng : lat), at };
}

/** The ASCII form of full-width digits, point and minus; `undefined` where the text is ASCII already. */
export function widthChange(text: string): string | undefined {
  const half = halfWidth(text);
  return half === text ? undefined : half;
}

function halfWidth(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2212\u2010-\u2015]/gu, '-')
    .trim();
}

function cellAt(cells: readonly string[], index: number | undefined): CoordinateCell {
  return index === undefined ? { text: '', index: -1 } : { text: cells[index] ?? '', index };
}

function located(code: ProblemCode, { index, text }: CoordinateCell): NoPosition {
  return { code, ...(index >= 0 && { index }), before: text, value: text };
}

/** Whether a cell by itself can be a latitude or a longitude in Japan. */
export function isDegrees(text: string, axis: 'lat' | 'lng'): boolean {
  const value = parseDegrees(text.trim());
  return value !== undefined && isWithin(value, axis === 'lat' ? LATITUDES : LONGITUDES);
}

function parseDegrees(text: string): number | undefined {
  const half = halfWidth(text);
  return /^[-+]?\d{1,20}(?:\.\d{0,40})?$/u.test(half) ? Number(half) : undefined;
}

function isWithin(value: number, [low, high]: Range): boolean {
  return value >= low && value <= high;
}

function shortNumber(value: number): string {
  return String(Math.round(value * 1e5) / 1e5).slice(0, 12);
}

/** A whole number that becomes plausible once a decimal point stands behind its first digits. */
function lostPoint(value: number, range: Range): boolean {
  if (!Number.isInteger(value) || value < 1000) return false;
  let shifted = value;
  while (shifted > range[1]) shifted /= 10;
  return shifted >= range[0];
}
