import type { MapDocument } from '../src/document.ts';
import { hazardCatalogue } from '../src/hazards/catalogue.ts';
import { civicDocument } from './civic-document.ts';
import { smallDocument } from './small-document.ts';

/** Words that the program chooses by; everything else in a document is somebody's text. */
const CHOICES = new Set([
  'kind',
  'icon',
  'role',
  'draws',
  'languages',
  'hazard',
  'hazards',
  'schemaVersion',
  'bbox',
]);

/** Where the fits of a place stand: one letter a hazard. */
const FITS = 5;

/**
 * A document in which every text is the payload: names, cells, headers, labels, groups, filters, titles, colours, ids,
 * credits, legends, addresses of tiles, photos, archives and reports. Ids stay apart from each other.
 */
export function hostileDocument(payload: string): MapDocument {
  let count = 0;
  const poison = (value: unknown, key: string): unknown => {
    if (CHOICES.has(key)) return value;
    if (Array.isArray(value)) {
      const isPlace = typeof value[0] === 'number';
      return value.map((item, index) => (isPlace && index === FITS ? item : poison(item, '')));
    }
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(
        Object.entries(value).map(([name, item]) => [name, poison(item, name)]),
      );
    if (typeof value !== 'string') return value;
    count += 1;
    // Headers tie filters and fields together.
    if (key === 'header') return payload;
    return key === 'id' || key === '' ? `${payload}${' '.repeat(count)}` : payload;
  };
  const credit = { source: { ja: 'x' }, url: 'x', licence: 'x', licenceUrl: 'x' };
  const { layers, filters = [] } = civicDocument();
  const ring = [
    [141, 32.5],
    [141.1, 32.5],
    [141.1, 32.6],
    [141, 32.5],
  ] as const;
  const document = smallDocument({
    hazardLayers: hazardCatalogue.filter(({ id }) => id === 'flood-l2' || id === 'reservoir'),
    background: { url: 'x', minZoom: 2, maxZoom: 18, credit },
    boundary: { geometry: { type: 'Polygon', coordinates: [ring] }, credit },
    contacts: [{ label: { ja: 'x' }, value: 'x', url: 'x' }],
    addresses: { credit },
    pictures: [{ url: 'x', title: { ja: 'x' } }],
    filters,
  });
  const value = poison({ ...document, layers: [...document.layers, ...layers] }, '') as MapDocument;
  const { geometry } = document.boundary ?? {};
  return {
    ...value,
    ...(value.boundary && geometry && { boundary: { ...value.boundary, geometry } }),
    report: { ...value.report, url: './report.json' },
  };
}
