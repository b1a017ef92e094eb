import type { LngLat } from '@yokoten/standard';
import { codedError } from '../coded-error.ts';

/** Web Mercator ends here. */
const MAX_LATITUDE = 85.051_128_779_806_59;

/** A tile of the `{z}/{x}/{y}` scheme, and a point in it as shares of its width and height, from 0 to below 1. */
export interface TilePoint {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  readonly across: number;
  readonly down: number;
}

/**
 * The tile of zoom `z` that a place lies in.
 *
 * @throws `disaster-map/not-a-position` where `at` is no place of the Web Mercator map
 */
export function tilePoint([lng, lat]: LngLat, z: number): TilePoint {
  if (!(Math.abs(lng) <= 180) || !(Math.abs(lat) < MAX_LATITUDE)) {
    throw codedError(
      'disaster-map/not-a-position',
      `[${lng}, ${lat}] is no place on the map; give [longitude, latitude] in degrees, the longitude first`,
    );
  }
  const world = 2 ** z;
  const sine = Math.sin((lat * Math.PI) / 180);
  const x = Math.min(world * (lng / 360 + 0.5), world - 2 ** -20);
  const y = world * (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI));
  return { z, x: Math.floor(x), y: Math.floor(y), across: x % 1, down: y % 1 };
}

/** The address of a tile. */
export function tileUrl(template: string, { z, x, y }: TilePoint): string {
  const values = new Map([
    ['{z}', z],
    ['{x}', x],
    ['{y}', y],
  ]);
  return template.replaceAll(/\{[xyz]\}/g, (part) => String(values.get(part)));
}
