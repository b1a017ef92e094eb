import type { Boundary, Shape } from './document.ts';

/**
 * As many positions are drawn as lines and areas, all layers and the boundary together. Each of them is reckoned anew
 * whenever the map zooms: with ten times as many, every zoom holds a phone for seconds.
 */
export const MOST_POSITIONS = 100_000;

/** How many positions a shape has. */
export function positionsIn({ lines = [], areas = [] }: Shape): number {
  let sum = 0;
  for (const line of lines) sum += line.length;
  for (const area of areas) for (const ring of area) sum += ring.length;
  return sum;
}

/** The same of a boundary. */
export function positionsInBoundary({ geometry }: Boundary): number {
  const areas = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return positionsIn({ areas });
}
