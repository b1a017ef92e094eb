import { HAZARDS, type HazardId, type MapDocument } from '../document.ts';
import type { MapState } from './map-state.ts';

/** What an address remembers of a page. */
export type Remembered = Pick<MapState, 'view' | 'selected' | 'hazard' | 'language' | 'layers'>;

/** Writes view, place, hazard, language and layers as a location hash: `#map=15.00/35.66667/139.31600&place=…`. */
export function formatPermalink(state: Remembered, document: MapDocument): string {
  const { view, selected, hazard, language, layers } = state;
  const parts: string[] = [];
  if (view !== undefined) {
    const [lng, lat] = view.center;
    parts.push(`map=${view.zoom.toFixed(2)}/${lat.toFixed(5)}/${lng.toFixed(5)}`);
  }
  if (selected !== undefined) parts.push(`place=${encodeURIComponent(selected)}`);
  if (hazard !== undefined) parts.push(`hazard=${hazard}`);
  if (language !== document.languages[0]) parts.push(`lang=${encodeURIComponent(language)}`);
  if (document.layers.some(({ id, visible }) => layers.has(id) !== visible)) {
    const shown = document.layers
      .filter(({ id }) => layers.has(id))
      .map(({ id }) => encodeURIComponent(id));
    parts.push(`layers=${shown.join(',')}`);
  }
  return parts.length === 0 ? '' : `#${parts.join('&')}`;
}

/** Reads such a hash. It comes from anywhere, so only what fits the document is taken; the rest is ignored. */
export function parsePermalink(hash: string, document: MapDocument): Partial<Remembered> {
  const values = new Map(
    hash
      .replace(/^#/, '')
      .split('&')
      .map((part): [string, string] => {
        const at = part.indexOf('=');
        return at === -1 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
      }),
  );
  const view = readView(values.get('map'));
  const selected = decoded(values.get('place'));
  const hazard = values.get('hazard');
  const language = decoded(values.get('lang'));
  const layers = values.get('layers');
  const known = new Set(document.layers.map(({ id }) => id));
  return {
    ...(view && { view }),
    ...(selected !== undefined &&
      document.layers.some(({ places }) => places.some(([, , id]) => id === selected)) && {
        selected,
      }),
    ...(isHazard(hazard) && document.hazards.includes(hazard) && { hazard }),
    ...(language !== undefined && document.languages.includes(language) && { language }),
    ...(layers !== undefined && {
      layers: new Set(
        layers
          .split(',')
          .flatMap((id) => decoded(id) ?? [])
          .filter((id) => known.has(id)),
      ),
    }),
  };
}

function readView(text: string | undefined): MapState['view'] {
  const numbers = text?.split('/').map(Number) ?? [];
  const [zoom, lat, lng] = numbers;
  if (numbers.length !== 3 || zoom === undefined || lat === undefined || lng === undefined)
    return undefined;
  const inRange = zoom >= 0 && zoom <= 22 && Math.abs(lat) <= 85 && Math.abs(lng) <= 180;
  return inRange ? { center: [lng, lat], zoom } : undefined;
}

function isHazard(text: string | undefined): text is HazardId {
  return HAZARDS.some((hazard) => hazard === text);
}

function decoded(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined; // a broken escape: as if nothing stood there
  }
}
