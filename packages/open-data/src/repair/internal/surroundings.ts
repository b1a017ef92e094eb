import { alignedRows } from '../cells.ts';
import type { Context } from '../context.ts';
import { type Axis, isOn } from './degrees.ts';

/** Where a file's other places are. */
export interface Surroundings {
  /** Whether a coordinate lies among them; `undefined` where too few are known. */
  readonly isNear: (axis: Axis, value: number) => boolean | undefined;
}

/** Degrees around a municipality's box, about 20 km. A box drawn from the file has none: it must not grow by what it let in. */
const MARGIN = 0.2;
const ENOUGH = 3;

/** The municipality's box or, where it is not known, that of the positions in the table that need no repair. */
export function surroundings(context: Context, lat: number, lng: number): Surroundings {
  let box: Box | 'unknown' | undefined;
  return {
    isNear: (axis, value) => {
      box ??= boxOf(context, lat, lng) ?? 'unknown';
      if (box === 'unknown') return undefined;
      const [low, high] = box[axis];
      const margin = context.municipality?.bbox === undefined ? 0 : MARGIN;
      return value >= low - margin && value <= high + margin;
    },
  };
}

type Box = Readonly<Record<Axis, readonly [low: number, high: number]>>;

function boxOf(context: Context, lat: number, lng: number): Box | undefined {
  const { municipality } = context;
  if (municipality?.bbox !== undefined) {
    const [west, south, east, north] = municipality.bbox;
    return { lat: [south, north], lng: [west, east] };
  }
  let count = 0;
  const box = { lat: [90, 0] as [number, number], lng: [180, 0] as [number, number] };
  for (const { cells } of alignedRows(context)) {
    const [y = '', x = ''] = [cells[lat], cells[lng]];
    if (!isOn('lat', y) || !isOn('lng', x)) continue;
    count++;
    widen(box.lat, Number(y));
    widen(box.lng, Number(x));
  }
  return count < ENOUGH ? undefined : box;
}

function widen(range: [low: number, high: number], value: number): void {
  range[0] = Math.min(range[0], value);
  range[1] = Math.max(range[1], value);
}
