import { HAZARDS, type HazardId, type MapDocument } from '../document.ts';
import { visibleLayers, type MapState } from './map-state.ts';

/** What an address remembers of a page. */
export type Remembered = Pick<
  MapState,
  'view' | 'selected' | 'hazard' | 'raster' | 'language' | 'layers' | 'filters' | 'onlyOpen'
>;

/** Writes view, place, hazard with its raster, language, layers, filters and whether only what is open is shown as a location hash: `#map=15.00/35.66667/139.31600&place=…`. */
export function formatPermalink(state: Remembered, document: MapDocument): string {
  const { view, selected, hazard, raster, language, layers, filters, onlyOpen } = state;
  const parts: string[] = [];
  if (view !== undefined) {
    const [lng, lat] = view.center;
    parts.push(`map=${view.zoom.toFixed(2)}/${lat.toFixed(5)}/${lng.toFixed(5)}`);
  }
  if (selected !== undefined) parts.push(`place=${encoded(selected)}`);
  if (hazard !== undefined) parts.push(`hazard=${hazard}`);
  if (raster !== undefined) parts.push(`raster=${encoded(raster)}`);
  if (language !== document.languages[0]) parts.push(`lang=${encoded(language)}`);
  if (document.layers.some(({ id, visible }) => layers.has(id) !== visible)) {
    const shown = document.layers.filter(({ id }) => layers.has(id));
    parts.push(`layers=${shown.map(({ id }) => encoded(id)).join(',')}`);
  }
  const chosen = [...filters].map(([header, value]) => `${encoded(header)}/${encoded(value)}`);
  if (chosen.length > 0) parts.push(`filter=${chosen.join(',')}`);
  if (onlyOpen) parts.push('open');
  return parts.length === 0 ? '' : `#${parts.join('&')}`;
}

/**
 * Reads such a hash. It comes from anywhere, so only what fits the document is taken; the rest, and what the hash does
 * not speak of, is as the page opens.
 */
export function parsePermalink(hash: string, document: MapDocument): Remembered {
  const values = new Map(
    hash
      .replace(/^#/, '')
      .split('&')
      .map((part): [string, string] => {
        const at = part.indexOf('=');
        return at === -1 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
      }),
  );
  const place = decoded(values.get('place'));
  const hazard = values.get('hazard');
  const raster = decoded(values.get('raster'));
  const language = decoded(values.get('lang'));
  const isPlace = document.layers.some(({ places }) => places.some(([, , id]) => id === place));
  return {
    view: readView(values.get('map')),
    selected: isPlace ? place : undefined,
    hazard: isHazard(hazard) && document.hazards.includes(hazard) ? hazard : undefined,
    raster: raster === 'none' || isRaster(raster, document) ? raster : undefined,
    language:
      language !== undefined && document.languages.includes(language)
        ? language
        : (document.languages[0] ?? 'ja'),
    layers: readLayers(values.get('layers'), document),
    filters: readFilters(values.get('filter'), document),
    onlyOpen: values.has('open') && document.state !== undefined,
  };
}

/** Whether a hash says in which language to open the page. */
export function namesLanguage(hash: string): boolean {
  return /[#&]lang=/.test(hash);
}

function readView(text: string | undefined): MapState['view'] {
  if (text === undefined || !/^[\d.]+(\/-?[\d.]+){2}$/.test(text)) return undefined;
  const [zoom = Number.NaN, lat = Number.NaN, lng = Number.NaN] = text.split('/').map(Number);
  const inRange = zoom <= 22 && Math.abs(lat) <= 85 && Math.abs(lng) <= 180;
  return inRange ? { center: [lng, lat], zoom } : undefined;
}

function readLayers(text: string | undefined, document: MapDocument): ReadonlySet<string> {
  if (text === undefined) return visibleLayers(document);
  const named = new Set(text.split(',').map(decoded));
  return new Set(document.layers.flatMap(({ id }) => (named.has(id) ? [id] : [])));
}

function isRaster(id: string | undefined, { hazardLayers = [] }: MapDocument): boolean {
  return hazardLayers.some((raster) => raster.id === id);
}

function readFilters(text: string | undefined, { filters = [] }: MapDocument): MapState['filters'] {
  const pairs = (text ?? '').split(',').map((pair) => pair.split('/').map(decoded));
  const fitting = pairs.flatMap(([header = '', value = '']): [string, string][] => {
    const filter = filters.find((one) => one.header === header);
    return filter?.values.includes(value) ? [[header, value]] : [];
  });
  return new Map(fitting);
}

function isHazard(text: string | undefined): text is HazardId {
  return HAZARDS.some((hazard) => hazard === text);
}

/** Half of a surrogate pair, which no address can hold, would throw. */
function encoded(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\uFFFD'));
}

function decoded(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined; // a broken escape: as if nothing stood there
  }
}
