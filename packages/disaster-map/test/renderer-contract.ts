import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Background, Boundary } from '../src/document.ts';
import type { ClusterMark, PlaceMark, Renderer, RendererOptions } from '../src/renderer.ts';

const VIEW = { center: [139.3, 35.66], zoom: 13 } as const;
const LABELS = { zoomIn: '拡大する', zoomOut: '縮小する', map: '地図' };
const CREDIT = { source: { ja: '試験' }, licence: null };
const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

const shelter: PlaceMark = {
  type: 'place',
  id: 'a',
  at: [139.3, 35.66],
  icon: 'shelter',
  kind: 'shelter',
  color: '#0017c1',
  label: '第一小学校',
  fit: 'o',
};
const hall: PlaceMark = {
  type: 'place',
  id: 'b',
  at: [139.31, 35.665],
  icon: 'office',
  kind: 'facility',
  color: '#8a3b00',
  label: '市役所',
};
const group: ClusterMark = { type: 'cluster', id: 'cluster:1', at: [139.29, 35.655], count: 1234 };

/** What every renderer must do; run from a browser test. Finds marks by their text. */
export function describeRenderer(name: string, create: () => Renderer): void {
  describe(name, () => {
    let host: HTMLElement;
    let shadow: ShadowRoot;
    let container: HTMLElement;
    let renderer: Renderer;

    beforeEach(() => {
      host = document.createElement('div');
      document.body.append(host);
      shadow = host.attachShadow({ mode: 'open' });
      container = document.createElement('div');
      container.style.cssText = 'position:relative;width:380px;height:400px';
      shadow.append(container);
      renderer = create();
    });

    afterEach(() => {
      renderer.destroy();
      host.remove();
    });

    const mount = (options: Partial<RendererOptions> = {}): Promise<void> =>
      renderer.mount(container, { view: VIEW, labels: LABELS, reducedMotion: true, ...options });

    const seen = (): string => container.textContent;

    const elementOf = (text: string): HTMLElement => {
      const found = [...container.querySelectorAll<HTMLElement>('.mark')].find((element) =>
        element.textContent.includes(text),
      );
      if (found === undefined) throw new Error(`no mark says ${text}`);
      return found;
    };

    /** Presses the middle of the map and does not let go. */
    const hold = (element: Element): void => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const where = { clientX: x + width / 2, clientY: y + height / 2, bubbles: true };
      const target = shadow.elementFromPoint(where.clientX, where.clientY);
      target?.dispatchEvent(new PointerEvent('pointerdown', { ...where, composed: true }));
      target?.dispatchEvent(new MouseEvent('mousedown', { ...where, composed: true }));
    };

    const press = (element: Element): void => {
      const { x, y, width, height } = element.getBoundingClientRect();
      pressAt(x + width / 2, y + height / 2);
    };

    const pressAt = (clientX: number, clientY: number): void => {
      const target = shadow.elementFromPoint(clientX, clientY);
      if (target === null) throw new Error('nothing to press: outside of the window?');
      const where = {
        bubbles: true,
        composed: true,
        cancelable: true,
        clientX,
        clientY,
        detail: 1,
      };
      target.dispatchEvent(new PointerEvent('pointerdown', where));
      target.dispatchEvent(new MouseEvent('mousedown', where));
      target.dispatchEvent(new PointerEvent('pointerup', where));
      target.dispatchEvent(new MouseEvent('mouseup', where));
      target.dispatchEvent(new MouseEvent('click', where));
    };

    const key = (name: string, shiftKey = false): boolean =>
      ground().dispatchEvent(
        new KeyboardEvent('keydown', { key: name, shiftKey, bubbles: true, cancelable: true }),
      );

    const ground = (): HTMLElement => {
      const found = container.querySelector<HTMLElement>(`[aria-label="${LABELS.map}"]`);
      if (found === null) throw new Error('the map has no accessible name');
      return found;
    };

    const button = (label: string): HTMLButtonElement => {
      const found = container.querySelector<HTMLButtonElement>(`button[aria-label="${label}"]`);
      if (found === null) throw new Error(`no button ${label}`);
      return found;
    };

    test('starts at the view it was given', async () => {
      await mount();
      const view = renderer.getView();
      expect(view.zoom).toBe(13);
      expect(view.center[0]).toBeCloseTo(139.3, 3);
      expect(view.center[1]).toBeCloseTo(35.66, 3);
    });

    test('a view that is set comes back, and is reported once with what is seen', async () => {
      await mount();
      const changes = vi.fn();
      renderer.on('view-change', changes);
      renderer.setView({ center: [135.5, 34.7], zoom: 15 });
      await vi.waitFor(() => expect(changes).toHaveBeenCalledOnce());
      expect(renderer.getView().zoom).toBe(15);
      expect(renderer.getView().center[0]).toBeCloseTo(135.5, 4);
      const [west, south, east, north] = renderer.getBounds();
      expect([west < 135.5, 135.5 < east, south < 34.7, 34.7 < north]).toEqual(Array(4).fill(true));
      expect(changes.mock.calls[0]?.[0]).toEqual({
        view: renderer.getView(),
        bounds: renderer.getBounds(),
      });
    });

    test('with motion, too, a change is reported once, when it is over', async () => {
      await mount({ reducedMotion: false });
      const changes = vi.fn();
      renderer.on('view-change', changes);
      renderer.setView({ center: [139.31, 35.66], zoom: 14 });
      await vi.waitFor(() => expect(changes).toHaveBeenCalled());
      await pause(400);
      expect(changes).toHaveBeenCalledOnce();
      expect(renderer.getView().zoom).toBe(14);
    });

    test('fitBounds shows all of the bounds', async () => {
      await mount();
      renderer.fitBounds([139.2, 35.6, 139.45, 35.72], 30);
      const [west, south, east, north] = renderer.getBounds();
      expect(west).toBeLessThanOrEqual(139.2);
      expect(south).toBeLessThanOrEqual(35.6);
      expect(east).toBeGreaterThanOrEqual(139.45);
      expect(north).toBeGreaterThanOrEqual(35.72);
      renderer.fitBounds([139.3, 35.66, 139.3, 35.66]);
      expect(renderer.getView().zoom).toBeLessThanOrEqual(18);
    });

    test('what is fitted is as large as it goes, at a zoom that two decimals hold', async () => {
      await mount();
      for (const width of [0.03, 0.04, 0.05, 0.06, 0.07]) {
        renderer.fitBounds([139.3, 35.66, 139.3 + width, 35.67], 20);
        const [west, , east] = renderer.getBounds();
        expect((width / (east - west)) * 380).toBeGreaterThan(340 / 2 ** 0.25 - 2);
        expect((width / (east - west)) * 380).toBeLessThan(340 + 2);
        const { zoom } = renderer.getView();
        expect(Number(zoom.toFixed(2))).toBe(zoom);
      }
    });

    test('marks are added, kept and removed; one that stays keeps its element', async () => {
      await mount();
      renderer.setMarks([shelter, hall]);
      const before = elementOf(shelter.label);
      expect(fitOf(before)).toBe('o');
      renderer.setMarks([{ ...shelter, fit: 'x' }, group]);
      expect(elementOf(shelter.label)).toBe(before);
      expect(fitOf(before)).toBe('x');
      expect(seen()).not.toContain(hall.label);
      expect(seen()).toContain('1,234');
      renderer.setMarks([]);
      expect(container.querySelectorAll('.mark')).toHaveLength(0);
    });

    test('a mark moves and changes under its id', async () => {
      await mount();
      renderer.setMarks([shelter]);
      const element = elementOf(shelter.label);
      const { x } = element.getBoundingClientRect();
      renderer.setMarks([{ ...shelter, at: [139.305, 35.66], label: '新しい名前' }]);
      expect(element.getBoundingClientRect().x).toBeGreaterThan(x + 10);
      expect(element.textContent).toContain('新しい名前');
    });

    test('kinds differ in shape, not in colour alone', async () => {
      await mount();
      const shapes = (['emergency-site', 'shelter', 'facility'] as const).map((kind) => {
        renderer.setMarks([{ ...hall, id: kind, kind }]);
        return elementOf(hall.label).querySelector('path.shape')?.getAttribute('d');
      });
      expect(new Set(shapes).size).toBe(3);
    });

    test('a mark lies where its place is, and takes presses on 44 pixels', async () => {
      await mount();
      renderer.setMarks([shelter]);
      const mark = elementOf(shelter.label).getBoundingClientRect();
      const box = container.getBoundingClientRect();
      expect(mark.width).toBeGreaterThanOrEqual(44);
      expect(mark.height).toBeGreaterThanOrEqual(44);
      expect(mark.x + mark.width / 2).toBeCloseTo(box.x + box.width / 2, -0.5);
      expect(mark.y + mark.height / 2).toBeCloseTo(box.y + box.height / 2, -0.5);
    });

    test('places at one spot stand side by side around it, and each can be pressed', async () => {
      await mount();
      for (const of of [2, 3, 4]) {
        const marks = Array.from({ length: of }, (_, index): PlaceMark => ({
          ...shelter,
          id: `p${index}`,
          label: `場所${index}`,
          slot: { index, of, named: true },
        }));
        renderer.setMarks(marks);
        const boxes = marks.map(({ label }) => elementOf(label).getBoundingClientRect());
        const middles = boxes.map(({ x, y }) => [x + 22, y + 22] as const);
        for (const [index, [x, y]] of middles.entries()) {
          for (const [otherX, otherY] of middles.slice(index + 1)) {
            expect(Math.max(Math.abs(x - otherX), Math.abs(y - otherY))).toBeGreaterThanOrEqual(40);
          }
        }
        const { x, y, width, height } = container.getBoundingClientRect();
        const [left, right] = [
          Math.min(...middles.map(([x]) => x)),
          Math.max(...middles.map(([x]) => x)),
        ];
        const [top, bottom] = [
          Math.min(...middles.map(([, y]) => y)),
          Math.max(...middles.map(([, y]) => y)),
        ];
        expect((left + right) / 2).toBeCloseTo(x + width / 2, -0.5);
        expect((top + bottom) / 2).toBeCloseTo(y + height / 2, -0.5);
        const selected = vi.fn();
        const leave = renderer.on('mark-select', selected);
        for (const { label } of marks) {
          press(elementOf(label));
          // Two presses at once would be a double press, which zooms.
          await pause(210);
        }
        expect(selected.mock.calls.map(([{ mark }]) => mark)).toEqual(marks);
        leave();
      }
    });

    test('a name that another mark of the spot says is written once, but for the chosen one', async () => {
      await mount({ view: { ...VIEW, zoom: 17 } });
      const twin: PlaceMark = { ...shelter, kind: 'emergency-site', id: 'twin' };
      renderer.setMarks([
        { ...shelter, slot: { index: 0, of: 2, named: false } },
        { ...twin, slot: { index: 1, of: 2, named: true } },
      ]);
      const written = (): HTMLElement[] =>
        [...container.querySelectorAll<HTMLElement>('.mark .name')].filter((name) =>
          name.checkVisibility(),
        );
      expect(written()).toHaveLength(1);
      renderer.setSelected(shelter.id);
      expect(written()).toHaveLength(2);
      const [left, right] = written().map((name) => name.getBoundingClientRect());
      expect(left?.right).toBeLessThan(right?.left ?? 0);
      renderer.setMarks([shelter, twin]);
      const { x, y } = elementOf(shelter.label).getBoundingClientRect();
      const other = container.querySelectorAll('.mark')[1]?.getBoundingClientRect();
      expect([other?.x, other?.y]).toEqual([x, y]);
    });

    test('a place that is called as a cluster is kept apart from it', async () => {
      await mount();
      const namesake: PlaceMark = { ...shelter, id: group.id };
      renderer.setMarks([group, namesake]);
      renderer.setSelected(group.id);
      expect(container.querySelectorAll('.mark')).toHaveLength(2);
      expect(elementOf(shelter.label).classList.contains('selected')).toBe(true);
      expect(elementOf('1,234').classList.contains('selected')).toBe(false);
      renderer.setMarks([namesake]);
      expect(container.querySelectorAll('.mark')).toHaveLength(1);
    });

    test('each fit has a drawing of its own', async () => {
      await mount();
      const drawings = (['o', 'x', '-', '?'] as const).map((fit) => {
        renderer.setMarks([{ ...shelter, fit }]);
        const sign = elementOf(shelter.label).querySelector('svg[data-fit]');
        const { width, height } = sign?.getBoundingClientRect() ?? {};
        expect([width, height]).toEqual([22, 22]);
        return sign?.innerHTML;
      });
      expect(new Set(drawings).size).toBe(4);
      renderer.setMarks([hall]);
      expect(container.querySelector('[data-fit]')).toBeNull();
    });

    test('pressing a mark selects it once, as it is now, and is no press on the ground', async () => {
      await mount();
      const selected = vi.fn();
      const onGround = vi.fn();
      renderer.on('mark-select', selected);
      renderer.on('ground-select', onGround);
      const renamed = { ...shelter, label: '改めた名前' };
      renderer.setMarks([shelter]);
      renderer.setMarks([renamed]);
      press(elementOf('改めた名前'));
      expect(selected.mock.calls).toEqual([[{ mark: renamed }]]);
      expect(onGround).not.toHaveBeenCalled();
    });

    test('a drag that begins on a mark moves the map and selects nothing', async () => {
      await mount();
      renderer.setMarks([shelter]);
      const selected = vi.fn();
      renderer.on('mark-select', selected);
      const mark = elementOf(shelter.label);
      hold(mark);
      const { x, y } = mark.getBoundingClientRect();
      for (const by of [10, 60]) {
        const where = { clientX: x + 22 + by, clientY: y + 22, bubbles: true, composed: true };
        mark.dispatchEvent(new PointerEvent('pointermove', where));
        mark.dispatchEvent(new MouseEvent('mousemove', where));
        await pause(30);
      }
      mark.dispatchEvent(new MouseEvent('mouseup', { bubbles: true, composed: true }));
      mark.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail: 1 }));
      expect(renderer.getView().center[0]).toBeLessThan(139.297);
      expect(selected).not.toHaveBeenCalled();
      await pause(210);
      press(mark);
      expect(selected).toHaveBeenCalledOnce();
    });

    test('pressing the ground says where; pressing a button does not', async () => {
      await mount();
      const onGround = vi.fn();
      renderer.on('ground-select', onGround);
      const { x, y, width, height } = container.getBoundingClientRect();
      pressAt(x + width / 2, y + height / 2);
      expect(onGround).toHaveBeenCalledOnce();
      expect(onGround.mock.calls[0]?.[0].at[0]).toBeCloseTo(139.3, 3);
      expect(onGround.mock.calls[0]?.[0].at[1]).toBeCloseTo(35.66, 3);
      press(button(LABELS.zoomIn));
      expect(onGround).toHaveBeenCalledOnce();
    });

    test('the selected mark is emphasised and on top, whenever it is drawn', async () => {
      await mount();
      renderer.setSelected(shelter.id);
      renderer.setMarks([shelter, { ...hall, at: [139.3, 35.659] }]);
      const order = (label: string): number => Number(getComputedStyle(elementOf(label)).zIndex);
      expect(elementOf(shelter.label).classList.contains('selected')).toBe(true);
      expect(order(shelter.label)).toBeGreaterThan(order(hall.label));
      renderer.setSelected(undefined);
      expect(elementOf(shelter.label).classList.contains('selected')).toBe(false);
      expect(order(shelter.label)).toBeLessThan(order(hall.label));
    });

    test('a hostile name stays a name', async () => {
      await mount();
      const label = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>"\'&amp;';
      const color = 'red;background:url(/hacked)';
      renderer.setMarks([{ ...shelter, label, color, id: '"><b>' }]);
      renderer.setSelected('"><b>');
      const mark = elementOf('onerror');
      await pause(50);
      expect('hacked' in window).toBe(false);
      expect(mark.querySelectorAll('img, script, b')).toHaveLength(0);
      expect(mark.textContent).toContain(label);
      expect(mark.outerHTML).not.toContain('url(');
    });

    test('is one named tab stop with real zoom buttons; marks are none', async () => {
      await mount();
      renderer.setMarks([shelter, hall, group]);
      const stops = [...container.querySelectorAll<HTMLElement>('*')].filter(
        (element) => element.tabIndex >= 0,
      );
      expect(stops.map((element) => element.getAttribute('aria-label'))).toEqual([
        LABELS.map,
        LABELS.zoomIn,
        LABELS.zoomOut,
      ]);
      for (const label of [LABELS.zoomIn, LABELS.zoomOut]) {
        const { width, height } = button(label).getBoundingClientRect();
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
      }
    });

    test('says its names in another language', async () => {
      await mount();
      const button = container.querySelector('button');
      renderer.setLabels({ zoomIn: 'Zoom in', zoomOut: 'Zoom out', map: 'Map' });
      const names = [...container.querySelectorAll('[aria-label]')].map((element) =>
        element.getAttribute('aria-label'),
      );
      expect(names).toEqual(['Map', 'Zoom in', 'Zoom out']);
      expect(button?.isConnected).toBe(true);
    });

    test('buttons and keys zoom one level, arrows pan', async () => {
      await mount();
      press(button(LABELS.zoomIn));
      expect(renderer.getView().zoom).toBe(14);
      press(button(LABELS.zoomOut));
      expect(renderer.getView().zoom).toBe(13);
      expect(key('+', true)).toBe(false);
      expect(renderer.getView().zoom).toBe(14);
      key('-');
      expect(renderer.getView().zoom).toBe(13);
      const [lng, lat] = renderer.getView().center;
      key('ArrowRight');
      key('ArrowDown');
      expect(renderer.getView().center[0]).toBeGreaterThan(lng);
      expect(renderer.getView().center[1]).toBeLessThan(lat);
      expect(key('a')).toBe(true);
    });

    test('from between two levels, a step leads to a whole one', async () => {
      await mount();
      renderer.setView({ center: VIEW.center, zoom: 12.25 });
      press(button(LABELS.zoomIn));
      expect(renderer.getView().zoom).toBe(13);
      renderer.setView({ center: VIEW.center, zoom: 12.75 });
      key('-');
      expect(renderer.getView().zoom).toBe(12);
    });

    test('a step pressed while the map flies is added to where it flies', async () => {
      await mount({ reducedMotion: false });
      const arrived = (zoom: number): Promise<void> =>
        vi.waitFor(() => {
          expect(renderer.getView().zoom).toBe(zoom);
          expect(renderer.getView().center[0]).toBeCloseTo(139.305, 3);
        });
      renderer.setView({ center: [139.305, 35.662], zoom: 14 });
      press(button(LABELS.zoomIn));
      await arrived(15);
      await pause(400);
      // Once more, in the middle of the flight, and twice.
      renderer.setView({ center: [139.305, 35.662], zoom: 14 });
      await pause(100);
      press(button(LABELS.zoomIn));
      press(button(LABELS.zoomIn));
      await arrived(16);
      await pause(400);
      expect(renderer.getView().zoom).toBe(16);
      // A pan that is cut short still leads there.
      renderer.setView({ center: [139.303, 35.662], zoom: 16 });
      await pause(400);
      renderer.setView({ center: [139.305, 35.662], zoom: 16 });
      await pause(50);
      press(button(LABELS.zoomOut));
      await arrived(15);
    });

    test('a view that is set while another one is flown to comes after it', async () => {
      await mount({ reducedMotion: false });
      renderer.setView({ center: [139.31, 35.66], zoom: 14 });
      await pause(100);
      renderer.setView({ center: [139.29, 35.655], zoom: 15 });
      await vi.waitFor(() => {
        expect(renderer.getView().zoom).toBe(15);
        expect(renderer.getView().center[0]).toBeCloseTo(139.29, 3);
      });
    });

    test('does not zoom past its ends, and says so on the button', async () => {
      await mount({ view: { center: VIEW.center, zoom: 18 } });
      expect(button(LABELS.zoomIn).getAttribute('aria-disabled')).toBe('true');
      press(button(LABELS.zoomIn));
      expect(renderer.getView().zoom).toBe(18);
    });

    test('panning stops a little outside of the bounds', async () => {
      const maxBounds = [139.2, 35.6, 139.4, 35.72] as const;
      await mount({ maxBounds });
      renderer.setView({ center: [145, 40], zoom: 13 });
      await pause(50);
      const [west, south, east, north] = renderer.getBounds();
      expect(west).toBeLessThan(139.55);
      expect(south).toBeLessThan(35.8);
      expect([east > 139.1, north > 35.5]).toEqual([true, true]);
    });

    test('has a metric scale, whose words stay inside of it at every zoom', async () => {
      await mount();
      expect(seen()).toMatch(/\d ?k?m/);
      expect(seen()).not.toMatch(/mi|ft/);
      const scale = container.querySelector('.scale');
      for (let zoom = 4; zoom <= 18; zoom += 0.25) {
        renderer.setView({ center: VIEW.center, zoom });
        expect(scale?.scrollWidth).toBeLessThanOrEqual(scale?.clientWidth ?? 0);
      }
    });

    test('draws the boundary and takes it away', async () => {
      await mount();
      renderer.setBoundary(square());
      expect(container.querySelectorAll('path[class*=boundary]').length).toBeGreaterThan(0);
      renderer.setBoundary(undefined);
      expect(container.querySelectorAll('path[class*=boundary]')).toHaveLength(0);
    });

    test('lays rasters over the background, asks for tiles of their zooms alone, and keeps them when only the opacity changes', async () => {
      const asked: string[] = [];
      const watch = new PerformanceObserver((list) =>
        asked.push(...list.getEntries().map(({ name }) => new URL(name).pathname)),
      );
      watch.observe({ type: 'resource' });
      const overlay = { id: 'flood', minZoom: 2, maxZoom: 12, opacity: 0.5 };
      const url = '/no-such-overlay/{z}/{x}/{y}.png';
      await mount();
      renderer.setOverlays([{ ...overlay, url }]);
      const tiles = (): string[] => asked.filter((path) => path.startsWith('/no-such-overlay/'));
      await vi.waitFor(() => expect(tiles().length).toBeGreaterThan(0));
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(tiles().filter((path) => !path.startsWith('/no-such-overlay/12/'))).toEqual([]);
      const before = tiles().length;
      renderer.setOverlays([{ ...overlay, url, opacity: 1 }]);
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(tiles()).toHaveLength(before);
      const other = { ...overlay, id: 'surge', url: '/no-such-overlay-2/{z}/{x}/{y}.png' };
      renderer.setOverlays([other]);
      await vi.waitFor(() =>
        expect(asked.some((path) => path.startsWith('/no-such-overlay-2/'))).toBe(true),
      );
      renderer.setOverlays([]);
      watch.disconnect();
    });

    test('says that the background is missing, and that it is back', async () => {
      await mount();
      const changes = vi.fn();
      renderer.on('background-change', changes);
      renderer.setBackground(tiles('/no-such-tiles/{z}/{x}/{y}.png'));
      await vi.waitFor(() => expect(changes.mock.calls).toEqual([[{ state: 'missing' }]]));
      renderer.setBackground(tiles(PIXEL));
      await vi.waitFor(() => expect(changes.mock.lastCall).toEqual([{ state: 'shown' }]));
      renderer.setBackground(undefined);
      await pause(50);
      expect(changes).toHaveBeenCalledTimes(2);
    });

    test('what is set before it is mounted is drawn once it is', async () => {
      renderer.setMarks([shelter]);
      renderer.setSelected(shelter.id);
      renderer.setBoundary(square());
      await mount();
      expect(elementOf(shelter.label).classList.contains('selected')).toBe(true);
      expect(container.querySelector('path[class*=boundary]')).not.toBeNull();
      expect(() => create().getView()).toThrowError('disaster-map/not-mounted');
    });

    test('follows its container', async () => {
      await mount();
      const changes = vi.fn();
      renderer.on('view-change', changes);
      const [west] = renderer.getBounds();
      container.style.width = '600px';
      renderer.resize();
      expect(renderer.getBounds()[0]).toBeLessThan(west);
      expect(renderer.getView().center[0]).toBeCloseTo(139.3, 3);
      expect(changes).toHaveBeenCalledOnce();
    });

    test('stays in its senses while it is folded away', async () => {
      await mount();
      for (const size of ['0px', '8px', '400px']) {
        container.style.height = size;
        renderer.resize();
        renderer.fitBounds([139.3, 35.66, 139.3, 35.66], 40);
        renderer.fitBounds([139.2, 35.6, 139.4, 35.7], 40);
      }
      const [west, , east] = renderer.getBounds();
      expect([west < 139.2, 139.4 < east]).toEqual([true, true]);
    });

    test('a listener that left, or a destroyed map, hears nothing', async () => {
      await mount();
      const left = vi.fn();
      const stayed = vi.fn();
      renderer.on('view-change', left)();
      renderer.on('view-change', stayed);
      renderer.setMarks([shelter]);
      const mark = elementOf(shelter.label);
      renderer.destroy();
      mark.click();
      container.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft' }));
      window.dispatchEvent(new Event('online'));
      window.dispatchEvent(new Event('resize'));
      expect(left).not.toHaveBeenCalled();
      expect(stayed).not.toHaveBeenCalled();
    });

    test('destroy leaves nothing behind, in the middle of a movement too', async () => {
      const clean = { html: container.outerHTML, sheets: shadow.adoptedStyleSheets.length };
      const targets: EventTarget[] = [window, document, document.body, shadow, container];
      const kept = watchListeners(targets);
      await mount({ reducedMotion: false });
      renderer.setBackground(tiles('/no-such-tiles/{z}/{x}/{y}.png'));
      renderer.setBoundary(square());
      renderer.setMarks([shelter, group]);
      renderer.setView({ center: VIEW.center, zoom: 14 });
      await pause(100);
      renderer.destroy();
      expect(container.outerHTML).toBe(clean.html);
      expect(shadow.adoptedStyleSheets).toHaveLength(clean.sheets);
      expect(kept()).toEqual([]);
      // An error thrown by a timer that was left running would fail the test run.
      await pause(400);
    });

    test('destroy lets go of what is being dragged', async () => {
      const kept = watchListeners([window, document]);
      await mount();
      hold(container);
      renderer.destroy();
      expect(kept()).toEqual([]);
    });

    test('a map destroyed while it loads is never drawn', async () => {
      const clean = container.outerHTML;
      const mounted = mount();
      renderer.destroy();
      await mounted;
      expect(container.outerHTML).toBe(clean);
    });
  });
}

function fitOf(element: HTMLElement): string | undefined {
  return element.querySelector<SVGElement>('[data-fit]')?.dataset['fit'];
}

function tiles(url: string): Background {
  return { url, minZoom: 2, maxZoom: 18, credit: CREDIT };
}

function square(): Boundary {
  const ring = [
    [139.25, 35.62],
    [139.35, 35.62],
    [139.35, 35.7],
    [139.25, 35.7],
    [139.25, 35.62],
  ] as const;
  return { geometry: { type: 'Polygon', coordinates: [ring] }, credit: CREDIT };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Counts what is added to and removed from the targets; returns what is left. */
function watchListeners(targets: readonly EventTarget[]): () => string[] {
  const left = new Map<string, number>();
  const count = (type: string, by: number): void => {
    left.set(type, (left.get(type) ?? 0) + by);
  };
  for (const target of targets) {
    const addEventListener = target.addEventListener.bind(target);
    const removeEventListener = target.removeEventListener.bind(target);
    target.addEventListener = function watched(type, listener, options): void {
      count(type, 1);
      if (typeof options === 'object') {
        options.signal?.addEventListener('abort', () => count(type, -1));
      }
      addEventListener(type, listener, options);
    };
    target.removeEventListener = function watched(type, listener, options): void {
      count(type, -1);
      removeEventListener(type, listener, options);
    };
  }
  return () => {
    for (const target of targets) {
      Reflect.deleteProperty(target, 'addEventListener');
      Reflect.deleteProperty(target, 'removeEventListener');
    }
    return [...left].filter(([, number]) => number > 0).map(([type]) => type);
  };
}
