import { isRecord } from '../config-reader.ts';

type LngLat = readonly [number, number];

/** Ways beyond this many are no boundary of a municipality. */
const MOST_POSITIONS = 500_000;

/**
 * The boundary out of an answer of the Overpass API with the geometry of its ways, as copies of the template keep it:
 * the outer ways of the first relation put together to rings. `undefined` where they do not close.
 */
export function osmBoundary(json: string): string | undefined {
  const relation = firstRelation(json);
  const members: readonly unknown[] = Array.isArray(relation?.['members'])
    ? relation['members']
    : [];
  const outer = ringsOf(waysOf(members, 'outer'));
  const inner = ringsOf(waysOf(members, 'inner'));
  if (outer === undefined || inner === undefined || outer.length === 0) return undefined;
  const polygons = outer.map((ring) =>
    [ring].concat(inner.filter((hole) => contains(ring, hole[0]))),
  );
  const geometry = { type: 'MultiPolygon', coordinates: polygons };
  return `${JSON.stringify({ type: 'Feature', properties: {}, geometry })}\n`;
}

function firstRelation(json: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    const elements: readonly unknown[] =
      isRecord(value) && Array.isArray(value['elements']) ? value['elements'] : [];
    return elements.filter(isRecord).find(({ type }) => type === 'relation');
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function waysOf(members: readonly unknown[], role: string): LngLat[][] {
  let count = 0;
  return members.filter(isRecord).flatMap((member) => {
    const points: readonly unknown[] = Array.isArray(member['geometry']) ? member['geometry'] : [];
    count += points.length;
    if (member['type'] !== 'way' || member['role'] !== role || count > MOST_POSITIONS) return [];
    const way = points
      .filter(isRecord)
      .flatMap(({ lon, lat }): LngLat[] =>
        typeof lon === 'number' && typeof lat === 'number' ? [[lon, lat]] : [],
      );
    return way.length > 1 ? [way] : [];
  });
}

/** Each way is looked up by its ends, so that thousands of them are put together in one walk. */
function ringsOf(ways: readonly LngLat[][]): LngLat[][] | undefined {
  const byEnd = new Map<string, Set<LngLat[]>>();
  const endsOf = (way: LngLat[]): string[] => [way.at(0), way.at(-1)].map((end) => String(end));
  for (const way of ways)
    for (const end of endsOf(way)) byEnd.set(end, (byEnd.get(end) ?? new Set()).add(way));
  const take = (way: LngLat[]): void => {
    for (const end of endsOf(way)) byEnd.get(end)?.delete(way);
  };
  const rings: LngLat[][] = [];
  const left = new Set(ways);
  for (const first of ways) {
    if (!left.delete(first)) continue;
    take(first);
    const ring = [...first];
    while (String(ring[0]) !== String(ring.at(-1))) {
      const end = String(ring.at(-1));
      const [next] = byEnd.get(end) ?? [];
      if (next === undefined) return undefined;
      left.delete(next);
      take(next);
      const onward = String(next[0]) === end ? next : next.toReversed();
      for (const position of onward.slice(1)) ring.push(position);
    }
    if (ring.length >= 4) rings.push(ring);
  }
  return rings;
}

function contains(ring: readonly LngLat[], [x, y]: LngLat = [0, 0]): boolean {
  let inside = false;
  for (const [index, [ax, ay]] of ring.entries()) {
    const [bx, by] = ring[(index + 1) % ring.length] ?? [ax, ay];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}
