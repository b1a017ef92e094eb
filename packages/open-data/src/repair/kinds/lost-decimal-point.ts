import { type Axis, decimal, type Degrees, isOn } from '../internal/degrees.ts';
import type { Step } from '../internal/read-cell.ts';
import type { Surroundings } from '../internal/surroundings.ts';

const WHOLE = /^\d{5,20}$/u;

/**
 * A coordinate without its point, `13674703` → `136.74703`, or degrees, minutes and seconds run together, `353929` → 35°39′29″.
 * Where both are possible, the places around decide; where they do not, or the only reading lies far from them, nothing is done.
 */
export function withPoint(
  { text, steps }: Degrees,
  axis: Axis,
  { isNear }: Surroundings,
): readonly Step[] | undefined {
  if (!WHOLE.test(text)) return undefined;
  const width = axis === 'lat' ? 2 : 3;
  const readings: Step[] = [];
  const pointed = `${text.slice(0, width)}.${text.slice(width)}`;
  if (isOn(axis, pointed)) {
    readings.push({ after: pointed, code: 'open-data/lost-decimal-point', confidence: 0.95 });
  }
  const packed = packedDegrees(text, width);
  if (packed !== undefined && isOn(axis, packed)) {
    readings.push({ after: packed, code: 'open-data/dms', confidence: 0.95 });
  }
  const near = readings.filter(({ after }) => isNear(axis, Number(after)) === true);
  const [only] = near;
  if (only !== undefined) return near.length === 1 ? [...steps, only] : undefined;
  const [first, second] = readings;
  const unopposed = first !== undefined && second === undefined;
  // Nothing is known of the places around: the one reading there is stands.
  return unopposed && isNear(axis, Number(first.after)) === undefined
    ? [...steps, first]
    : undefined;
}

/** `DDMMSS` or `DDDMMSS` with more digits of the second behind. */
function packedDegrees(text: string, width: number): string | undefined {
  if (text.length < width + 4) return undefined;
  const minutes = Number(text.slice(width, width + 2));
  const seconds = Number(`${text.slice(width + 2, width + 4)}.${text.slice(width + 4) || '0'}`);
  if (minutes >= 60 || seconds >= 60) return undefined;
  return decimal(Number(text.slice(0, width)), minutes, seconds);
}
