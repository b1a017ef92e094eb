import type { TableRow } from '../../table.ts';
import { alignedRows } from '../cells.ts';
import { columnOf, type Context, type TableKind } from '../context.ts';
import { type Axis, type Degrees, isOn, readDegrees } from '../internal/degrees.ts';
import type { Step } from '../internal/read-cell.ts';
import type { KnownColumn } from '../internal/columns.ts';
import type { Reader } from '../kind.ts';
import { surroundings, type Surroundings } from '../internal/surroundings.ts';
import { withPoint } from './lost-decimal-point.ts';
import { missingPlaceholder } from './missing-placeholder.ts';

/** Each round can only bring in what the one before it found; two are usual. */
const ROUNDS = 10;

/** What becomes of the two cells of a position. */
interface Pair {
  readonly lat: readonly Step[];
  readonly lng: readonly Step[];
}

/**
 * Latitude and longitude, read together: widths and signs, degree signs and letters, degrees with minutes and seconds, a lost
 * decimal point, the two exchanged, 0 and 0 for "none". Cells change only where both become a position in Japan, or blank.
 */
export const position: TableKind = (context) => {
  const lat = columnOf(context, '緯度');
  const lng = columnOf(context, '経度');
  if (lat === undefined || lng === undefined) return;
  // What is mended tells where the places are, which decides what was ambiguous before.
  for (let round = 0; round < ROUNDS; round++) if (!mendPairs(context, lat, lng)) break;
  for (const row of alignedRows(context)) {
    flagDoubt(context, row, 'lat', lat);
    flagDoubt(context, row, 'lng', lng);
  }
};

/** @returns whether a cell changed. */
function mendPairs(context: Context, lat: KnownColumn, lng: KnownColumn): boolean {
  const { draft } = context;
  const around = surroundings(context, lat.index, lng.index);
  const blank = missingPlaceholder.prepare(lat);
  const before = draft.patches.length;
  for (const row of alignedRows(context)) {
    const [y = '', x = ''] = [row.cells[lat.index], row.cells[lng.index]];
    if (y === '' || x === '' || (lat.fits(y) && lng.fits(x))) continue;
    const pair = zero(y, x) ?? placeholders(y, x, blank) ?? readPair(y, x, around);
    if (pair === undefined) continue;
    for (const { after, ...reason } of pair.lat) draft.setCell(row, lat.index, after, reason);
    for (const { after, ...reason } of pair.lng) draft.setCell(row, lng.index, after, reason);
  }
  return draft.patches.length > before;
}

function placeholders(y: string, x: string, read: Reader): Pair | undefined {
  const [lat, lng] = [read(y), read(x)];
  if (lat === undefined || lng === undefined || 'doubt' in lat || 'doubt' in lng) return undefined;
  const code = 'open-data/missing-placeholder';
  return { lat: [{ code, ...lat }], lng: [{ code, ...lng }] };
}

function zero(lat: string, lng: string): Pair | undefined {
  if (!/^0(?:\.0{1,20})?$/u.test(lat) || !/^0(?:\.0{1,20})?$/u.test(lng)) return undefined;
  const step = { after: '', code: 'open-data/zero-coordinates', confidence: 0.95 } as const;
  return { lat: [step], lng: [step] };
}

function readPair(y: string, x: string, around: Surroundings): Pair | undefined {
  const lat = readDegrees(y);
  const lng = readDegrees(x);
  if (lat === undefined || lng === undefined) return undefined;
  if (suits(lat, 'lat') && suits(lng, 'lng')) return { lat: lat.steps, lng: lng.steps };
  if (suits(lat, 'lng') && suits(lng, 'lat')) {
    const swap = { code: 'open-data/swapped-latlng', confidence: 0.95 } as const;
    return {
      lat: [{ ...swap, after: lng.text }],
      lng: [{ ...swap, after: lat.text }],
    };
  }
  const south = suits(lat, 'lat') ? lat.steps : withPoint(lat, 'lat', around);
  const east = suits(lng, 'lng') ? lng.steps : withPoint(lng, 'lng', around);
  return south === undefined || east === undefined ? undefined : { lat: south, lng: east };
}

function suits({ text, axis }: Degrees, wanted: Axis): boolean {
  return isOn(wanted, text) && (axis === undefined || axis === wanted);
}

/** Numbers that are no position are named by `validate`; only what has several readings is named here. */
function flagDoubt({ draft }: Context, row: TableRow, axis: Axis, { index }: KnownColumn): void {
  const text = row.cells[index] ?? '';
  const degrees = text === '' ? undefined : readDegrees(text);
  if (degrees === undefined || isOn(axis, degrees.text)) return;
  if (/^\d{5,20}$/u.test(degrees.text)) draft.doubt('open-data/lost-decimal-point', row, { index });
}
