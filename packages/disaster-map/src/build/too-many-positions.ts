import type { ConfigProblem } from '@yokoten/standard/app';
import type { Boundary, Layer } from '../document.ts';
import { MOST_POSITIONS, positionsIn, positionsInBoundary } from '../positions.ts';

/** Lines and areas so fine that drawing them would hold the page: names what has most of the positions. */
export function tooManyPositions(
  layers: readonly Pick<Layer, 'id' | 'places'>[],
  boundary: Boundary | undefined,
): ConfigProblem[] {
  const counts = layers.map(({ id, places }) => ({
    name: id,
    count: places.reduce((sum, { 6: shape }) => sum + (shape ? positionsIn(shape) : 0), 0),
  }));
  if (boundary !== undefined)
    counts.push({ name: 'boundary.geojson', count: positionsInBoundary(boundary) });
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const [most] = counts.toSorted((a, b) => b.count - a.count);
  if (most === undefined || all <= MOST_POSITIONS) return [];
  return [
    {
      code: 'disaster-map/too-many-positions',
      path: [],
      message: {
        ja: `線と面の点が${all}個あります。${MOST_POSITIONS}個までです。最も多いのは「${most.name}」の${most.count}個です。形を簡素化してください。`,
        en: `Lines and areas have ${all} positions, ${MOST_POSITIONS} at most can be drawn; "${most.name}" has the most, ${most.count}. Simplify the shapes.`,
      },
    },
  ];
}
