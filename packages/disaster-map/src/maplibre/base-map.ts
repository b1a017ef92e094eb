import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { Background } from '../document.ts';
import type { Archive } from './archive.ts';
import type { Palette } from './palette.ts';

type Filter = ExpressionSpecification;

/** A style that shows nothing: without any style, MapLibre draws no frame, and no movement comes to an end. */
export const EMPTY_MAP: StyleSpecification = { version: 8, sources: {}, layers: [] };

/** A style that shows raster tiles. `id` names the source; `url` is absolute. */
export function rasterMap(
  id: string,
  { url, minZoom, maxZoom }: Background,
  fadeMs: number,
): StyleSpecification {
  return {
    version: 8,
    sources: {
      [id]: { type: 'raster', tiles: [url], tileSize: 256, minzoom: minZoom, maxzoom: maxZoom },
    },
    layers: [{ id, type: 'raster', source: id, paint: { 'raster-fade-duration': fadeMs } }],
  };
}

/**
 * A style for Protomaps' basemap schema, version 4 (layers earth, landcover, landuse, water, roads, buildings,
 * boundaries, places, pois): what helps to find one's way, and nothing that competes with the marks. No glyphs: all
 * writing is drawn with the fonts of the machine. Names are in the language of `lang`, where the tiles have them.
 */
export function vectorMap(
  id: string,
  { tiles, minZoom, maxZoom, bounds }: Archive,
  { palette, lang = 'ja' }: { readonly palette: Palette; readonly lang?: string | undefined },
): StyleSpecification {
  const source = { type: 'vector', tiles: [tiles], minzoom: minZoom, maxzoom: maxZoom, bounds };
  return {
    version: 8,
    sources: { [id]: source as StyleSpecification['sources'][string] },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': palette.land } },
      ...[...areas(palette), ...lines(palette), ...names(palette, lang)].map(
        (layer) => Object.assign(layer, { source: id }) as LayerSpecification,
      ),
    ],
  };
}

interface Part {
  readonly id: string;
  readonly type: 'fill' | 'line' | 'symbol';
  readonly 'source-layer': string;
  readonly filter?: Filter;
  readonly minzoom?: number;
  readonly layout?: Readonly<Record<string, unknown>>;
  readonly paint: Readonly<Record<string, unknown>>;
}

const GREEN = [
  'park',
  'forest',
  'wood',
  'grass',
  'grassland',
  'scrub',
  'nature_reserve',
  'cemetery',
];

function areas(palette: Palette): Part[] {
  const fill = (id: string, color: string, rest: Partial<Part> = {}): Part => ({
    id,
    type: 'fill',
    'source-layer': id,
    paint: { 'fill-color': color },
    ...rest,
  });
  return [
    fill('earth', palette.land, { filter: isOf('Polygon') }),
    fill('landcover', palette.green, { filter: kindIn('forest', 'grassland', 'scrub') }),
    fill('landuse', palette.green, { filter: kindIn(...GREEN) }),
    fill('water', palette.water, { filter: isOf('Polygon') }),
    {
      id: 'rivers',
      type: 'line',
      'source-layer': 'water',
      filter: isOf('LineString'),
      paint: { 'line-color': palette.water, 'line-width': widths([9, 0.7], [14, 2], [18, 8]) },
    },
    fill('buildings', palette.building, { minzoom: 13 }),
  ];
}

function lines(palette: Palette): Part[] {
  return [
    ...road('path', palette.casing, ['path'], [13, 0.4], [16, 1.5], [18, 4]),
    ...cased('minor', palette, palette.road, ['minor_road', 'other'], [12, 0.4], [15, 4], [18, 16]),
    ...cased('major', palette, palette.road, ['major_road'], [8, 0.6], [13, 3.5], [18, 24]),
    ...cased('highway', palette, palette.highway, ['highway'], [5, 0.6], [12, 4], [18, 26]),
    ...road('rail', palette.rail, ['rail'], [9, 0.6], [14, 1.5], [18, 4]),
    {
      id: 'borders',
      type: 'line',
      'source-layer': 'boundaries',
      paint: { 'line-color': palette.border, 'line-width': 1, 'line-dasharray': [4, 3] },
    },
  ];
}

type Stop = readonly [zoom: number, pixels: number];

function cased(
  id: string,
  { casing }: Palette,
  color: string,
  kinds: readonly string[],
  ...stops: Stop[]
): Part[] {
  const wider = stops.map(([zoom, pixels]): Stop => [zoom, pixels + 1.5]);
  return [...road(`${id}-casing`, casing, kinds, ...wider), ...road(id, color, kinds, ...stops)];
}

function road(id: string, color: string, kinds: readonly string[], ...stops: Stop[]): Part[] {
  return [
    {
      id,
      type: 'line',
      'source-layer': 'roads',
      filter: kindIn(...kinds),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': color, 'line-width': widths(...stops) },
    },
  ];
}

/** The name in a language of which the tiles have one, else in Japanese, else as it is written there. */
function nameIn(lang: string): Filter {
  const [language = 'ja'] = lang.split('-');
  const own: Filter = ['get', `name:${language}`];
  const japanese: Filter = ['get', 'name:ja'];
  const written: Filter = ['get', 'name'];
  return language === 'ja'
    ? ['coalesce', japanese, written, '']
    : ['coalesce', own, japanese, written, ''];
}

function names(palette: Palette, lang: string): Part[] {
  const name = nameIn(lang);
  const text = (id: string, layer: string, size: unknown, rest: Partial<Part>): Part => ({
    id,
    type: 'symbol',
    'source-layer': layer,
    ...rest,
    layout: {
      'text-field': name,
      'text-font': ['sans-serif'],
      'text-size': size,
      'text-max-width': 8,
      ...rest.layout,
    },
    paint: { 'text-color': palette.text, 'text-halo-color': palette.halo, 'text-halo-width': 1.5 },
  });
  return [
    text('road-names', 'roads', 12, {
      minzoom: 14,
      filter: kindIn('highway', 'major_road', 'minor_road'),
      layout: { 'symbol-placement': 'line' },
    }),
    text('water-names', 'water', 12, { minzoom: 11, filter: isOf('Point') }),
    text('stations', 'pois', 13, { minzoom: 12, filter: kindIn('station') }),
    text('small-places', 'places', 13, {
      minzoom: 11,
      filter: kindIn('neighbourhood', 'macrohood'),
    }),
    text('towns', 'places', widths([6, 12], [14, 17]), { filter: kindIn('locality') }),
  ];
}

function kindIn(...kinds: string[]): Filter {
  return ['in', ['get', 'kind'], ['literal', kinds]];
}

function isOf(type: 'Point' | 'LineString' | 'Polygon'): Filter {
  return ['in', ['geometry-type'], ['literal', [type, `Multi${type}`]]];
}

/** Zooms are MapLibre's: one less than ours. */
function widths(...stops: readonly Stop[]): Filter {
  return ['interpolate', ['exponential', 1.6], ['zoom'], ...stops.flat()] as Filter;
}
