import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

type Ring = [number, number][];

const path = fileURLToPath(new URL('../data/boundary.geojson', import.meta.url));
const source = fileURLToPath(
  new URL('../../../../shared/data/boundaries/hachioji-n03-2019.geojson', import.meta.url),
);
const hasSource = existsSync(source);
if (!hasSource)
  console.log('apps/hachioji: 国土数値情報 is not here, the boundary is not compared.');

const file = readFileSync(path, 'utf8');
const ring = (JSON.parse(file) as { geometry: { coordinates: [Ring] } }).geometry.coordinates[0];

test('the boundary is small, closed, and goes round as RFC 7946 asks', () => {
  expect(Buffer.byteLength(file)).toBeLessThanOrEqual(12_000);
  expect(ring.at(-1)).toEqual(ring[0]);
  expect(area(ring)).toBeGreaterThan(0);
});

test.skipIf(!hasSource)(
  'no point of the original lies more than 20 m from it, and the area stays',
  () => {
    const [original] = (
      JSON.parse(readFileSync(source, 'utf8')) as {
        features: { geometry: { coordinates: [Ring] } }[];
      }
    ).features.flatMap((feature) => feature.geometry.coordinates);
    if (original === undefined) throw new Error('the source holds no ring');
    const line = ring.map(metres);
    const farthest = Math.max(...original.map((point) => distance(metres(point), line)));
    expect(farthest).toBeLessThanOrEqual(20);
    expect(Math.abs(Math.abs(area(original)) / area(ring) - 1)).toBeLessThan(0.0005);
  },
);

function area(points: Ring): number {
  return points.reduce((sum, [x, y], i) => {
    const [u, v] = points[(i + 1) % points.length] ?? [x, y];
    return sum + (x * v - u * y) / 2;
  }, 0);
}

function metres([lng, lat]: [number, number]): [number, number] {
  return [lng * 111_319 * Math.cos((35.65 * Math.PI) / 180), lat * 111_319];
}

function distance([x, y]: [number, number], line: Ring): number {
  let nearest = Infinity;
  for (let i = 1; i < line.length; i += 1) {
    const [ax, ay] = line[i - 1] ?? [0, 0];
    const [bx, by] = line[i] ?? [0, 0];
    const length = (bx - ax) ** 2 + (by - ay) ** 2;
    const along = length === 0 ? 0 : ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length;
    const t = Math.max(0, Math.min(1, along));
    nearest = Math.min(nearest, Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)));
  }
  return nearest;
}
