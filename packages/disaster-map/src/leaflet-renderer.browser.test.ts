import { expect, test, vi } from 'vitest';
import { describeRenderer } from '../test/renderer-contract.ts';
import { createLeafletRenderer } from './leaflet-renderer.ts';

describeRenderer('Leaflet', createLeafletRenderer);

test.each([12, 12.25, 12.5, 12.75])('no gap is left between tiles at zoom %d', async (zoom) => {
  const container = document.createElement('div');
  container.style.cssText = 'position:relative;width:380px;height:400px';
  document.body.append(container);
  const renderer = createLeafletRenderer();
  await renderer.mount(container, {
    view: { center: [139.3, 35.66], zoom },
    labels: { zoomIn: '+', zoomOut: '-', map: '地図' },
    reducedMotion: true,
  });
  renderer.setBackground({
    url: 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7',
    minZoom: 2,
    maxZoom: 18,
    credit: { source: { ja: '試験' }, licence: null },
  });
  await vi.waitFor(() => expect(container.querySelectorAll('img').length).toBeGreaterThan(3));
  const tiles = [...container.querySelectorAll('img')].map((tile) => tile.getBoundingClientRect());
  const [left, next] = [...new Set(tiles.map(({ x }) => x))].toSorted((a, b) => a - b);
  const overlap = (left ?? 0) + (tiles[0]?.width ?? 0) - (next ?? 0);
  // A whole zoom needs none: there a tile ends at a pixel, and is sharpest at its own size.
  if (Number.isInteger(zoom)) expect(overlap).toBe(0);
  else expect(overlap).toBeGreaterThan(0.3);
  renderer.destroy();
  container.remove();
});
