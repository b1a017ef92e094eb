import type { LngLat } from '@yokoten/standard';

/** An ellipsoid: half axis in metres, and flattening. */
interface Ellipsoid {
  readonly axis: number;
  readonly flattening: number;
}

const BESSEL: Ellipsoid = { axis: 6_377_397.155, flattening: 1 / 299.152813 };
const GRS80: Ellipsoid = { axis: 6_378_137, flattening: 1 / 298.257222101 };
/** Metres from the centre of the one to that of the other (国土地理院, Tokyo97 → ITRF94). */
const SHIFT = [-146.414, 507.337, 680.507] as const;

/**
 * A position of 日本測地系 (Tokyo Datum) in JGD2011, by three parameters: about 10 m exact, where a grid (TKY2JGD) would give less
 * than one. Six decimals; heights are taken as zero.
 */
export function fromTokyoDatum([lng, lat]: LngLat): LngLat {
  const [x, y, z] = toSpace(lng, lat, BESSEL);
  return toDegrees(x + SHIFT[0], y + SHIFT[1], z + SHIFT[2], GRS80);
}

function toSpace(
  lng: number,
  lat: number,
  { axis, flattening }: Ellipsoid,
): readonly [number, number, number] {
  const [l, p] = [(lng * Math.PI) / 180, (lat * Math.PI) / 180];
  const e2 = flattening * (2 - flattening);
  const n = axis / Math.sqrt(1 - e2 * Math.sin(p) ** 2);
  return [n * Math.cos(p) * Math.cos(l), n * Math.cos(p) * Math.sin(l), n * (1 - e2) * Math.sin(p)];
}

/** Bowring's formula: exact to far below a millimetre near the ground. */
function toDegrees(x: number, y: number, z: number, { axis, flattening }: Ellipsoid): LngLat {
  const e2 = flattening * (2 - flattening);
  const b = axis * (1 - flattening);
  const p = Math.hypot(x, y);
  const t = Math.atan2(z * axis, p * b);
  const lat = Math.atan2(
    z + ((axis ** 2 - b ** 2) / b) * Math.sin(t) ** 3,
    p - e2 * axis * Math.cos(t) ** 3,
  );
  return [degrees(Math.atan2(y, x)), degrees(lat)];
}

/** Radians as degrees with six places, about 10 cm. */
function degrees(angle: number): number {
  return Math.round(((angle * 180) / Math.PI) * 1e6) / 1e6;
}
