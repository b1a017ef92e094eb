import { expect, test } from 'vitest';
import { MARK_SHAPES } from '../document.ts';
import { buildMap } from '../build.ts';
import { DRAWINGS, ICON_IDS } from './drawings.ts';
import { DOT, iconTransform, shapePath } from './icons.ts';

const LEGAL = ['emergency-site', 'shelter'] as const;

test('every icon is a drawing of its own, inside of 24 × 24', () => {
  expect(new Set(Object.values(DRAWINGS)).size).toBe(ICON_IDS.length);
  expect(DRAWINGS.place).toBe(DOT);
  for (const id of ICON_IDS) {
    // Begins inside, closes every figure, and uses nothing but moves, lines, curves and arcs.
    expect(`${id}: ${DRAWINGS[id]}`).toMatch(/: M[\d .]+[-MLlHhVvCcSsAaZz\d .]+Z$/);
    const starts = [...DRAWINGS[id].matchAll(/M(-?[\d.]+) (-?[\d.]+)/g)];
    for (const [, x, y] of starts) {
      expect(Math.min(Number(x), Number(y))).toBeGreaterThanOrEqual(0);
      expect(Math.max(Number(x), Number(y))).toBeLessThanOrEqual(24);
    }
  }
});

test('a 避難場所 and a 避難所 have outlines that nothing else can have', () => {
  const legal = LEGAL.flatMap((kind) =>
    [undefined, ...MARK_SHAPES].map((shape) => shapePath(shape ? { kind, shape } : { kind })),
  );
  expect(new Set(legal).size).toBe(2);
  const free = MARK_SHAPES.map((shape) => shapePath({ kind: 'facility', shape }));
  expect(new Set([...legal, ...free]).size).toBe(2 + MARK_SHAPES.length);
  expect(shapePath({ kind: 'facility' })).toBe(free[0]);
  const hostile = { kind: 'facility', shape: 'constructor' as 'round' } as const;
  expect(shapePath(hostile)).toBe(free[0]);
  expect(iconTransform(hostile)).toMatch(/^translate/);
});

const build = (name: string, layer: object) =>
  buildMap({
    config: { credit: { source: { ja: '見本市' } }, layers: [{ name, ...layer }] },
    municipality: { name: { ja: '見本市' }, bbox: [141, 32, 142, 33], centroid: [141.5, 32.5] },
    files: [
      {
        path: `data/${name}.csv`,
        bytes: new TextEncoder().encode('名称,緯度,経度\nあ,32.5,141.5\n'),
      },
    ],
  });

test.each([
  ['駅前駐車場', 'parking'],
  ['駐輪場', 'bicycle-parking'],
  ['公衆無線LAN', 'wifi'],
  ['公園のトイレ', 'toilet'],
  ['公園', 'park'],
  ['こども園', 'kindergarten'],
  ['景観百選', 'landscape'],
  ['観光案内所', 'information'],
  ['授乳室', 'nursing-room'],
])('the layer %s gets the icon %s with its drawing', async (name, icon) => {
  const { document } = await build(name, {});
  expect(document.layers).toMatchObject([{ icon, drawing: DRAWINGS[icon as 'park'] }]);
  expect(document.layers[0]).not.toHaveProperty('shape');
});

test('the config chooses icon and outline of facilities, not the outline of shelters', async () => {
  const fine = await build('桜', { icon: 'park', shape: 'hexagon' });
  expect(fine.configProblems).toEqual([]);
  expect(fine.document.layers).toMatchObject([{ icon: 'park', shape: 'hexagon' }]);
  const { configProblems } = await build('指定避難所', { shape: 'diamond' });
  expect(configProblems).toMatchObject([
    { code: 'disaster-map/shape-reserved', path: ['layers', 0, 'shape'] },
  ]);
});
