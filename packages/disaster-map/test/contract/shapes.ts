import { expect, test } from 'vitest';
import type { GroundShape } from '../../src/renderer.ts';
import type { ContractStage } from './contract-stage.ts';
import { square } from './fixtures.ts';

const line: GroundShape = {
  id: 'line',
  shape: {
    lines: [
      [
        [139.29, 35.66],
        [139.31, 35.66],
      ],
    ],
  },
  color: '#00703c',
};
const area: GroundShape = {
  id: 'area',
  shape: {
    areas: [
      [
        [
          [139.29, 35.65],
          [139.31, 35.65],
          [139.31, 35.67],
          [139.29, 35.65],
        ],
      ],
    ],
  },
  color: 'url(https://example.com)',
};

const paths = ({ container }: ContractStage): SVGPathElement[] => [
  ...container.querySelectorAll<SVGPathElement>('svg path[class^="shape"]:not(.mark *)'),
];
const classes = (stage: ContractStage): string[] =>
  paths(stage).map((path) => path.classList[0] ?? '');

/** Lines and areas: what every renderer must do. */
export function testShapes(stage: ContractStage): void {
  test('an area is filled, every shape has a line on a casing, the first lies lowest', async () => {
    await stage.mount();
    stage.renderer.setShapes([area, line]);
    expect(classes(stage)).toEqual([
      'shape-area',
      'shape-casing',
      'shape-line',
      'shape-casing',
      'shape-line',
    ]);
    expect(paths(stage).map((path) => path.getAttribute('stroke'))).not.toContain(area.color);
    expect(paths(stage)[4]?.getAttribute('stroke')).toBe('#00703c');
    expect(paths(stage)[4]?.getBoundingClientRect().width).toBeGreaterThan(100);
    stage.renderer.setShapes([line]);
    expect(classes(stage)).toEqual(['shape-casing', 'shape-line']);
    stage.renderer.setShapes([]);
    expect(paths(stage)).toEqual([]);
  });

  test('the boundary stays above', async () => {
    await stage.mount();
    stage.renderer.setBoundary(square());
    stage.renderer.setShapes([line]);
    const lines = 'path:is([class^=shape],[class^=boundary])';
    const all = [...stage.container.querySelectorAll(lines)].map((path) => path.classList[0]);
    expect(all).toEqual(['shape-casing', 'shape-line', 'boundary-casing', 'boundary-line']);
  });

  test('the shape of the chosen place stands out, also when it is drawn later', async () => {
    await stage.mount();
    stage.renderer.setSelected('line');
    stage.renderer.setShapes([line]);
    expect(paths(stage).every((path) => path.classList.contains('selected'))).toBe(true);
    stage.renderer.setSelected(undefined);
    expect(paths(stage).some((path) => path.classList.contains('selected'))).toBe(false);
  });

  test('more positions than can be drawn are left out, and told once', async () => {
    await stage.mount();
    const told: unknown[] = [];
    stage.renderer.on('problem', (problem) => told.push(problem));
    const long = Array.from({ length: 100_000 }, (_, index): readonly [number, number] => [
      139.29 + index / 1e7,
      35.66,
    ]);
    const huge: GroundShape = { id: 'huge', shape: { lines: [long] }, color: '#00703c' };
    stage.renderer.setShapes([line, huge]);
    expect(classes(stage)).toEqual(['shape-casing', 'shape-line']);
    stage.renderer.setShapes([huge, line]);
    expect(paths(stage)[1]?.getAttribute('d')?.length).toBeGreaterThan(20);
    expect(classes(stage)).toEqual(['shape-casing', 'shape-line']);
    stage.renderer.setBoundary({
      geometry: { type: 'Polygon', coordinates: [[...long, ...long]] },
      credit: { source: { ja: '見本' }, licence: null },
    });
    expect(stage.container.querySelector('[class^=boundary]')).toBeNull();
    expect(told).toEqual([{ code: 'disaster-map/too-many-positions', cause: 100_002 }]);
  });

  test('takes no clicks: the ground below can be asked', async () => {
    await stage.mount();
    stage.renderer.setShapes([area]);
    const { x, y } = stage.container.getBoundingClientRect();
    const target = stage.shadow.elementFromPoint(x + 190, y + 205);
    expect(target?.closest('path')).toBeNull();
  });
}
