import { expect, test, vi } from 'vitest';
import { LABELS, PIXEL, VIEW, group, hall, shelter, square, tiles } from './fixtures.ts';
import { pause, type ContractStage } from './contract-stage.ts';

const PATIENT = { timeout: 10_000, interval: 50 };

/** What is around and under the marks: what every renderer must do. */
export function testSurroundings(stage: ContractStage): void {
  test('is one named tab stop with real zoom buttons; marks are none', async () => {
    await stage.mount();
    stage.renderer.setMarks([shelter, hall, group]);
    const stops = [...stage.container.querySelectorAll<HTMLElement>('*')].filter(
      (element) => element.tabIndex >= 0,
    );
    expect(stops.map((element) => element.getAttribute('aria-label'))).toEqual([
      LABELS.map,
      LABELS.zoomIn,
      LABELS.zoomOut,
    ]);
    for (const label of [LABELS.zoomIn, LABELS.zoomOut]) {
      const { width, height } = stage.button(label).getBoundingClientRect();
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    }
  });

  test('says its names in another language', async () => {
    await stage.mount();
    const button = stage.container.querySelector('button');
    stage.renderer.setLabels({ zoomIn: 'Zoom in', zoomOut: 'Zoom out', map: 'Map' });
    const names = [...stage.container.querySelectorAll('[aria-label]')].map((element) =>
      element.getAttribute('aria-label'),
    );
    expect(names).toEqual(['Map', 'Zoom in', 'Zoom out']);
    expect(button?.isConnected).toBe(true);
  });

  test('has a metric scale, whose words stay inside of it at every zoom', async () => {
    await stage.mount();
    expect(stage.seen()).toMatch(/\d ?k?m/);
    expect(stage.seen()).not.toMatch(/mi|ft/);
    const scale = stage.container.querySelector('.scale');
    for (let zoom = 4; zoom <= 18; zoom += 0.25) {
      stage.renderer.setView({ center: VIEW.center, zoom });
      expect(scale?.scrollWidth).toBeLessThanOrEqual(scale?.clientWidth ?? 0);
    }
  });

  test('draws the boundary and takes it away', async () => {
    await stage.mount();
    stage.renderer.setBoundary(square());
    expect(stage.container.querySelectorAll('path[class*=boundary]').length).toBeGreaterThan(0);
    stage.renderer.setBoundary(undefined);
    expect(stage.container.querySelectorAll('path[class*=boundary]')).toHaveLength(0);
  });

  test('lays rasters over the background, asks for tiles of their zooms alone, and keeps them when only the opacity changes', async () => {
    const asked: string[] = [];
    const watch = new PerformanceObserver((list) =>
      asked.push(...list.getEntries().map(({ name }) => new URL(name).pathname)),
    );
    watch.observe({ type: 'resource' });
    const overlay = { id: 'flood', minZoom: 2, maxZoom: 12, opacity: 0.5 };
    const url = '/no-such-overlay/{z}/{x}/{y}.png';
    await stage.mount();
    stage.renderer.setOverlays([{ ...overlay, url }]);
    const tilesOf = (name: string): string[] => asked.filter((path) => path.startsWith(name));
    await settled(() => tilesOf('/no-such-overlay/').length);
    const levels = new Set(tilesOf('/no-such-overlay/').map((path) => path.split('/')[2]));
    expect([...levels]).toEqual(['12']);
    const before = tilesOf('/no-such-overlay/');
    stage.renderer.setOverlays([{ ...overlay, url, opacity: 1 }]);
    await pause(200);
    expect(tilesOf('/no-such-overlay/')).toEqual(before);
    const other = { ...overlay, id: 'surge', url: '/no-such-overlay-2/{z}/{x}/{y}.png' };
    stage.renderer.setOverlays([other]);
    await vi.waitFor(() => expect(tilesOf('/no-such-overlay-2/')).not.toEqual([]), PATIENT);
    stage.renderer.setOverlays([]);
    await settled(() => asked.length);
    const all = [...asked];
    // What was taken away asks for nothing any more, wherever the map goes.
    stage.renderer.setView({ center: [139.5, 35.7], zoom: 12 });
    await pause(400);
    expect(asked).toEqual(all);
    expect(stage.container.querySelectorAll('img')).toHaveLength(0);
    watch.disconnect();
  });

  test(
    'tells a raster whose server is dead from one without tiles here',
    { tags: ['ci'] },
    async () => {
      await stage.mount();
      const changes = vi.fn();
      stage.renderer.on('overlay-change', changes);
      const overlay = { minZoom: 2, maxZoom: 12, opacity: 0.5 };
      const none = { ...overlay, id: 'none', url: '/no-such-overlay-3/{z}/{x}/{y}.png' };
      const dead = { ...overlay, id: 'dead', url: 'http://127.0.0.1:9/{z}/{x}/{y}.png' };
      stage.renderer.setOverlays([none, dead]);
      await vi.waitFor(
        () => expect(changes.mock.calls).toEqual([[{ id: 'dead', state: 'missing' }]]),
        PATIENT,
      );
      await pause(300);
      expect(changes).toHaveBeenCalledOnce();
      stage.renderer.setOverlays([none]);
      stage.renderer.setView({ center: VIEW.center, zoom: 11 });
      await pause(300);
      expect(changes).toHaveBeenCalledOnce();
    },
  );

  test('a raster stays over a background that is set later, and is not asked for out of its zooms', async () => {
    const asked = vi.fn();
    const watch = new PerformanceObserver((list) => {
      for (const { name } of list.getEntries()) if (name.includes('/no-such-late/')) asked(name);
    });
    watch.observe({ type: 'resource' });
    await stage.mount({ view: { ...VIEW, zoom: 9 } });
    const overlay = { id: 'late', minZoom: 10, maxZoom: 16, opacity: 0.5 };
    stage.renderer.setOverlays([{ ...overlay, url: '/no-such-late/{z}/{x}/{y}.png' }]);
    stage.renderer.setBackground(tiles(PIXEL));
    await pause(300);
    expect(asked).not.toHaveBeenCalled();
    stage.renderer.setView({ ...VIEW, zoom: 12 });
    await vi.waitFor(() => expect(asked).toHaveBeenCalled(), PATIENT);
    watch.disconnect();
  });

  test('says that the background is missing, and that it is back', async () => {
    await stage.mount();
    const changes = vi.fn();
    stage.renderer.on('background-change', changes);
    stage.renderer.setBackground(tiles('/no-such-tiles/{z}/{x}/{y}.png'));
    await vi.waitFor(
      () => expect(changes.mock.calls).toEqual([[{ state: 'missing', drawn: 'raster' }]]),
      PATIENT,
    );
    stage.renderer.setBackground(tiles(PIXEL));
    await vi.waitFor(
      () => expect(changes.mock.lastCall).toEqual([{ state: 'shown', drawn: 'raster' }]),
      PATIENT,
    );
    stage.renderer.setBackground(undefined);
    await pause(50);
    expect(changes).toHaveBeenCalledTimes(2);
  });
}

/** Waits until something was counted and nothing more comes. */
async function settled(count: () => number): Promise<void> {
  let before = 0;
  await vi.waitFor(
    () => {
      const now = count();
      const isSettled = now > 0 && now === before;
      before = now;
      expect(isSettled).toBe(true);
    },
    { timeout: 10_000, interval: 400 },
  );
}
