import { afterEach, expect, test } from 'vitest';
import { createLeafletRenderer } from '../leaflet-renderer.ts';
import type { GroundShape, Renderer } from '../renderer.ts';

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

let container: HTMLElement;
let renderer: Renderer;

async function mount(): Promise<void> {
  container = document.createElement('div');
  container.style.cssText = 'position:relative;width:380px;height:400px';
  document.body.append(container);
  renderer = createLeafletRenderer();
  const labels = { zoomIn: '+', zoomOut: '-', map: '地図' };
  await renderer.mount(container, {
    view: { center: [139.3, 35.66], zoom: 13 },
    labels,
    reducedMotion: true,
  });
}

afterEach(() => {
  renderer.destroy();
  container.remove();
});

const paths = (): SVGPathElement[] => [
  ...container.querySelectorAll<SVGPathElement>('svg path[class^="shape"]'),
];
const classes = (): string[] => paths().map((path) => path.classList[0] ?? '');

test('an area is filled, every shape has a line on a casing, the first lies lowest', async () => {
  await mount();
  renderer.setShapes([area, line]);
  expect(classes()).toEqual([
    'shape-area',
    'shape-casing',
    'shape-line',
    'shape-casing',
    'shape-line',
  ]);
  expect(paths().map((path) => path.getAttribute('stroke'))).not.toContain(area.color);
  expect(paths()[4]?.getAttribute('stroke')).toBe('#00703c');
  expect(paths()[4]?.getBoundingClientRect().width).toBeGreaterThan(100);
  renderer.setShapes([line]);
  expect(classes()).toEqual(['shape-casing', 'shape-line']);
  renderer.setShapes([]);
  expect(paths()).toEqual([]);
});

test('the boundary stays above', async () => {
  await mount();
  const ring = [
    [139.25, 35.62],
    [139.35, 35.62],
    [139.35, 35.7],
    [139.25, 35.62],
  ] as const;
  renderer.setBoundary({
    geometry: { type: 'Polygon', coordinates: [ring] },
    credit: { source: { ja: '試験' }, licence: null },
  });
  renderer.setShapes([line]);
  const all = [...container.querySelectorAll('.leaflet-overlay-pane path')].map(
    (path) => path.classList[0],
  );
  expect(all).toEqual(['shape-casing', 'shape-line', 'boundary-casing', 'boundary-line']);
});

test('the shape of the chosen place stands out, also when it is drawn later', async () => {
  await mount();
  renderer.setSelected('line');
  renderer.setShapes([line]);
  expect(paths().every((path) => path.classList.contains('selected'))).toBe(true);
  renderer.setSelected(undefined);
  expect(paths().some((path) => path.classList.contains('selected'))).toBe(false);
});

test('takes no clicks: the ground below can be asked', async () => {
  await mount();
  renderer.setShapes([area]);
  const { x, y } = container.getBoundingClientRect();
  const target = document.elementFromPoint(x + 190, y + 205);
  expect(target?.closest('path')).toBeNull();
});
