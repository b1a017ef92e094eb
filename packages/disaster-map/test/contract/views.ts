import { expect, test, vi } from 'vitest';
import { LABELS, VIEW } from './fixtures.ts';
import { pause, type ContractStage } from './contract-stage.ts';

/** Views: what every renderer must do. */
export function testViews(stage: ContractStage): void {
  test('starts at the view it was given', async () => {
    await stage.mount();
    const view = stage.renderer.getView();
    expect(view.zoom).toBe(13);
    expect(view.center[0]).toBeCloseTo(139.3, 3);
    expect(view.center[1]).toBeCloseTo(35.66, 3);
  });

  test('a view that is set comes back, and is reported once with what is seen', async () => {
    await stage.mount();
    const changes = vi.fn();
    stage.renderer.on('view-change', changes);
    stage.renderer.setView({ center: [135.5, 34.7], zoom: 15 });
    await vi.waitFor(() => expect(changes).toHaveBeenCalledOnce());
    expect(stage.renderer.getView().zoom).toBe(15);
    expect(stage.renderer.getView().center[0]).toBeCloseTo(135.5, 4);
    const [west, south, east, north] = stage.renderer.getBounds();
    expect([west < 135.5, 135.5 < east, south < 34.7, 34.7 < north]).toEqual(Array(4).fill(true));
    expect(changes.mock.calls[0]?.[0]).toEqual({
      view: stage.renderer.getView(),
      bounds: stage.renderer.getBounds(),
    });
  });

  test('with motion, too, a change is reported once, when it is over', async () => {
    await stage.mount({ reducedMotion: false });
    const changes = vi.fn();
    stage.renderer.on('view-change', changes);
    stage.renderer.setView({ center: [139.31, 35.66], zoom: 14 });
    await vi.waitFor(() => expect(changes).toHaveBeenCalled());
    await pause(400);
    expect(changes).toHaveBeenCalledOnce();
    expect(stage.renderer.getView().zoom).toBe(14);
  });

  test('fitBounds shows all of the bounds', async () => {
    await stage.mount();
    stage.renderer.fitBounds([139.2, 35.6, 139.45, 35.72], 30);
    const [west, south, east, north] = stage.renderer.getBounds();
    expect(west).toBeLessThanOrEqual(139.2);
    expect(south).toBeLessThanOrEqual(35.6);
    expect(east).toBeGreaterThanOrEqual(139.45);
    expect(north).toBeGreaterThanOrEqual(35.72);
    stage.renderer.fitBounds([139.3, 35.66, 139.3, 35.66]);
    expect(stage.renderer.getView().zoom).toBeLessThanOrEqual(18);
  });

  test('what is fitted is as large as it goes, at a zoom that two decimals hold', async () => {
    await stage.mount();
    for (const width of [0.03, 0.04, 0.05, 0.06, 0.07]) {
      stage.renderer.fitBounds([139.3, 35.66, 139.3 + width, 35.67], 20);
      const [west, , east] = stage.renderer.getBounds();
      expect((width / (east - west)) * 380).toBeGreaterThan(340 / 2 ** 0.25 - 2);
      expect((width / (east - west)) * 380).toBeLessThan(340 + 2);
      const { zoom } = stage.renderer.getView();
      expect(Number(zoom.toFixed(2))).toBe(zoom);
    }
  });

  test('buttons and keys zoom one level, arrows pan', async () => {
    await stage.mount();
    stage.press(stage.button(LABELS.zoomIn));
    expect(stage.renderer.getView().zoom).toBe(14);
    stage.press(stage.button(LABELS.zoomOut));
    expect(stage.renderer.getView().zoom).toBe(13);
    expect(stage.key('+', true)).toBe(false);
    expect(stage.renderer.getView().zoom).toBe(14);
    stage.key('-');
    expect(stage.renderer.getView().zoom).toBe(13);
    const [lng, lat] = stage.renderer.getView().center;
    stage.key('ArrowRight');
    stage.key('ArrowDown');
    expect(stage.renderer.getView().center[0]).toBeGreaterThan(lng);
    expect(stage.renderer.getView().center[1]).toBeLessThan(lat);
    expect(stage.key('a')).toBe(true);
  });

  test('from between two levels, a step leads to a whole one', async () => {
    await stage.mount();
    stage.renderer.setView({ center: VIEW.center, zoom: 12.25 });
    stage.press(stage.button(LABELS.zoomIn));
    expect(stage.renderer.getView().zoom).toBe(13);
    stage.renderer.setView({ center: VIEW.center, zoom: 12.75 });
    stage.key('-');
    expect(stage.renderer.getView().zoom).toBe(12);
  });

  test(
    'a step pressed while the map flies is added to where it flies',
    { tags: ['ci'] },
    async () => {
      await stage.mount({ reducedMotion: false });
      const arrived = (zoom: number): Promise<void> =>
        vi.waitFor(() => {
          expect(stage.renderer.getView().zoom).toBe(zoom);
          expect(stage.renderer.getView().center[0]).toBeCloseTo(139.305, 3);
        });
      stage.renderer.setView({ center: [139.305, 35.662], zoom: 14 });
      stage.press(stage.button(LABELS.zoomIn));
      await arrived(15);
      await pause(400);
      // Once more, in the middle of the flight, and twice.
      stage.renderer.setView({ center: [139.305, 35.662], zoom: 14 });
      await pause(100);
      stage.press(stage.button(LABELS.zoomIn));
      stage.press(stage.button(LABELS.zoomIn));
      await arrived(16);
      await pause(400);
      expect(stage.renderer.getView().zoom).toBe(16);
      // A pan that is cut short still leads there.
      stage.renderer.setView({ center: [139.303, 35.662], zoom: 16 });
      await pause(400);
      stage.renderer.setView({ center: [139.305, 35.662], zoom: 16 });
      await pause(50);
      stage.press(stage.button(LABELS.zoomOut));
      await arrived(15);
    },
  );

  test(
    'a view that is set while another one is flown to comes after it',
    { tags: ['ci'] },
    async () => {
      await stage.mount({ reducedMotion: false });
      stage.renderer.setView({ center: [139.31, 35.66], zoom: 14 });
      await pause(100);
      stage.renderer.setView({ center: [139.29, 35.655], zoom: 15 });
      await vi.waitFor(() => {
        expect(stage.renderer.getView().zoom).toBe(15);
        expect(stage.renderer.getView().center[0]).toBeCloseTo(139.29, 3);
      });
    },
  );

  test('does not zoom past its ends, and says so on the button', async () => {
    await stage.mount({ view: { center: VIEW.center, zoom: 18 } });
    expect(stage.button(LABELS.zoomIn).getAttribute('aria-disabled')).toBe('true');
    stage.press(stage.button(LABELS.zoomIn));
    expect(stage.renderer.getView().zoom).toBe(18);
  });

  test('panning stops a little outside of the bounds', async () => {
    const maxBounds = [139.2, 35.6, 139.4, 35.72] as const;
    await stage.mount({ maxBounds });
    stage.renderer.setView({ center: [145, 40], zoom: 13 });
    await pause(50);
    const [west, south, east, north] = stage.renderer.getBounds();
    expect(west).toBeLessThan(139.55);
    expect(south).toBeLessThan(35.8);
    expect([east > 139.1, north > 35.5]).toEqual([true, true]);
  });

  test('follows its container', async () => {
    await stage.mount();
    const changes = vi.fn();
    stage.renderer.on('view-change', changes);
    const [west] = stage.renderer.getBounds();
    stage.container.style.width = '600px';
    stage.renderer.resize();
    expect(stage.renderer.getBounds()[0]).toBeLessThan(west);
    expect(stage.renderer.getView().center[0]).toBeCloseTo(139.3, 3);
    expect(changes).toHaveBeenCalledOnce();
  });

  test('stays in its senses while it is folded away', async () => {
    await stage.mount();
    for (const size of ['0px', '8px', '400px']) {
      stage.container.style.height = size;
      stage.renderer.resize();
      stage.renderer.fitBounds([139.3, 35.66, 139.3, 35.66], 40);
      stage.renderer.fitBounds([139.2, 35.6, 139.4, 35.7], 40);
    }
    const [west, , east] = stage.renderer.getBounds();
    expect([west < 139.2, 139.4 < east]).toEqual([true, true]);
  });
}
