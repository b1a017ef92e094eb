import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LABELS, shelter, square, VIEW } from '../test/contract/fixtures.ts';
import { createDocumentRenderer } from './document-renderer.ts';
import type { RendererChoice } from './document.ts';
import type { Renderer, RendererEvents } from './renderer.ts';
import { hasFastWebGl, hasWebGl } from './webgl.ts';

let container: HTMLElement;
let renderer: Renderer | undefined;
let problems: RendererEvents['problem'][] = [];

beforeEach(() => {
  container = document.createElement('div');
  container.style.cssText = 'position:relative;width:380px;height:400px';
  document.body.append(container);
  problems = [];
});
afterEach(() => {
  vi.restoreAllMocks();
  renderer?.destroy();
  container.remove();
});

async function mount(choice?: RendererChoice): Promise<Renderer> {
  const made = createDocumentRenderer(choice === undefined ? {} : { renderer: choice });
  renderer = made;
  made.on('problem', (problem) => problems.push(problem));
  await made.mount(container, { view: VIEW, labels: LABELS, reducedMotion: true });
  return made;
}

const drawnBy = (): string =>
  container.querySelector('canvas') !== null
    ? 'MapLibre GL'
    : container.querySelector('.leaflet-pane') !== null
      ? 'Leaflet'
      : 'nothing';

/** What a browser without WebGL answers. */
function withoutWebGl(): void {
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
}

test('the browser of this test has WebGL, drawn by software', () => {
  expect([hasWebGl(), hasFastWebGl()]).toEqual([true, false]);
});

test.each([
  [undefined, 'Leaflet'],
  ['leaflet', 'Leaflet'],
  // No graphics processor here.
  ['auto', 'Leaflet'],
  ['maplibre', 'MapLibre GL'],
  ['something else' as RendererChoice, 'Leaflet'],
] as const)('a document that says %s is drawn by %s', async (choice, name) => {
  await mount(choice);
  expect(drawnBy()).toBe(name);
  expect(problems).toEqual([]);
});

describe('where WebGL does not start', () => {
  test('Leaflet draws, and it is said where MapLibre was asked for', async () => {
    withoutWebGl();
    await mount('maplibre');
    expect(drawnBy()).toBe('Leaflet');
    expect(problems.map(({ code }) => code)).toEqual(['disaster-map/webgl-failed']);
    expect(String(problems[0]?.cause)).toContain('disaster-map/webgl-missing');
  });

  test('or the page refuses its worker, it is the same', async () => {
    vi.spyOn(HTMLScriptElement.prototype, 'src', 'set').mockImplementation((address) => {
      throw new TypeError(`This document requires 'TrustedScriptURL' assignment: ${address}`);
    });
    await mount('maplibre');
    expect([drawnBy(), container.querySelectorAll('.yokoten-map').length]).toEqual(['Leaflet', 1]);
    expect(String(problems[0]?.cause)).toMatch(/maplibre-gl-worker/);
  });

  test('nothing is said where the machine decides', async () => {
    withoutWebGl();
    await mount('auto');
    expect([drawnBy(), problems.length]).toEqual(['Leaflet', 0]);
  });
});

test('a map whose context is lost for good goes on with Leaflet where it was', async () => {
  const map = await mount('maplibre');
  map.setView({ center: [139.31, 35.67], zoom: 15 });
  map.setMarks([{ ...shelter, at: [139.31, 35.67] }]);
  map.setSelected(shelter.id);
  map.setBoundary(square());
  map.setLabels({ ...LABELS, map: 'Map' });
  const { center, zoom } = map.getView();
  const gl = container.querySelector('canvas')?.getContext('webgl2');
  gl?.getExtension('WEBGL_lose_context')?.loseContext();
  await vi.waitFor(() => expect(drawnBy()).toBe('Leaflet'), { timeout: 10_000 });
  expect(problems.map(({ code }) => code)).toEqual(['disaster-map/webgl-failed']);
  expect(map.getView().zoom).toBe(zoom);
  expect(map.getView().center[0]).toBeCloseTo(center[0], 3);
  expect(container.querySelector('.mark.selected')?.textContent).toContain(shelter.label);
  expect(container.querySelector('path[class*=boundary]')).not.toBeNull();
  expect(container.querySelector('.ground')?.getAttribute('aria-label')).toBe('Map');
});

test('a context that comes back is drawn on', { tags: ['ci'] }, async () => {
  const map = await mount('maplibre');
  const gl = container.querySelector('canvas')?.getContext('webgl2');
  const context = gl?.getExtension('WEBGL_lose_context');
  context?.loseContext();
  await new Promise((resolve) => setTimeout(resolve, 100));
  context?.restoreContext();
  await new Promise((resolve) => setTimeout(resolve, 3500));
  expect([drawnBy(), problems.length]).toEqual(['MapLibre GL', 0]);
  map.setView({ center: [139.31, 35.67], zoom: 15 });
  expect(map.getView().zoom).toBe(15);
});
