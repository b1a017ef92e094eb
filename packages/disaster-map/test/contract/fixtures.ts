import type { Background, Boundary } from '../../src/document.ts';
import type { ClusterMark, PlaceMark } from '../../src/renderer.ts';

/** Where a map starts. */
export const VIEW = { center: [139.3, 35.66], zoom: 13 } as const;
/** What the map and its buttons are called. */
export const LABELS = { zoomIn: '拡大する', zoomOut: '縮小する', map: '地図' };
const CREDIT = { source: { ja: '試験' }, licence: null };
/** A picture for every tile. */
export const PIXEL =
  'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

/** In the middle of `VIEW`. */
export const shelter: PlaceMark = {
  type: 'place',
  id: 'a',
  at: [139.3, 35.66],
  kind: 'shelter',
  color: '#0017c1',
  label: '第一小学校',
  fit: 'o',
};
/** In the north-east of `shelter`. */
export const hall: PlaceMark = {
  type: 'place',
  id: 'b',
  at: [139.31, 35.665],
  kind: 'facility',
  color: '#8a3b00',
  label: '市役所',
};
/** In the south-west of `shelter`. */
export const group: ClusterMark = {
  type: 'cluster',
  id: 'cluster:1',
  at: [139.29, 35.655],
  count: 1234,
};

/** A background of these tiles. */
export function tiles(url: string): Background {
  return { url, minZoom: 2, maxZoom: 18, credit: CREDIT };
}

/** A town of four corners around `VIEW`. */
export function square(): Boundary {
  const ring = [
    [139.25, 35.62],
    [139.35, 35.62],
    [139.35, 35.7],
    [139.25, 35.7],
    [139.25, 35.62],
  ] as const;
  return { geometry: { type: 'Polygon', coordinates: [ring] }, credit: CREDIT };
}
