import type { Bbox, Localized, LngLat } from '@yokoten/standard';
import type { Background, Contact, Credit } from '@yokoten/standard/app';

export type { Background, Contact, Credit } from '@yokoten/standard/app';

/**
 * The one file a published map page loads: everything to show, already decoded and checked at build.
 * Written by `@yokoten/disaster-map/build`, read by `<disaster-map src>`; in the file, a layer of thousands of places
 * stands as columns (`PackedPlaces`).
 */
export interface MapDocument {
  readonly schemaVersion: 1;
  readonly municipality: MapMunicipality;
  readonly title: Localized;
  /** Language tags the page offers, the first is the default. */
  readonly languages: readonly string[];
  /** 見本: shown on the page whenever it is there, with this sentence beside it. */
  readonly sample?: Localized;
  /** West, south, east, north of what the map shows at first; default: the municipality. */
  readonly view?: Bbox;
  readonly background?: Background;
  /** Drawn instead of `background` where the map is drawn with WebGL. */
  readonly vector?: VectorBackground;
  /** Default: `leaflet`. */
  readonly renderer?: RendererChoice;
  readonly boundary?: Boundary;
  readonly layers: readonly Layer[];
  /** In the order of the chips: those the config names, else those that a place is said to be fit or unfit for, or that have a raster. */
  readonly hazards: readonly HazardId[];
  /** Rasters that can be laid over the map and read at a place, in the order in which they are offered. */
  readonly hazardLayers?: readonly HazardLayer[];
  /** Id of the raster that lies over the map when the page opens; default: none. */
  readonly shownHazardLayer?: string;
  /** Legends and explanations as pictures, in the order in which they are shown. */
  readonly pictures?: readonly Picture[];
  /** Columns by which the list and the map can be narrowed. */
  readonly filters?: readonly Filter[];
  readonly contacts?: readonly Contact[];
  readonly addresses?: Addresses;
  readonly state?: StateFeed;
  readonly report: ReportSummary;
}

/** A picture of the app itself that explains the map. */
export interface Picture {
  /** Relative to the page, below `images/`. */
  readonly url: string;
  /** Shown above it, and told to whoever cannot see it. */
  readonly title: Localized;
}

/** The town's table of addresses, to start from when looking for where to go. */
export interface Addresses {
  readonly credit: Credit;
  /** Address of an `AddressTable` as JSON, relative to the page; without it there is none to ask. */
  readonly url?: string;
}

/** Where the page asks, while it is open, what is open, how crowded it is, and how many people are there. */
export interface StateFeed {
  /** Absolute (https), or relative to the page. */
  readonly url: string;
  /** `poll`: asked again and again; any file that open data comes in, NGSI entities too. `stream`: server-sent events. */
  readonly kind: 'poll' | 'stream';
  /** Seconds between two questions of `poll`; default: 60. */
  readonly everySeconds?: number;
  /** After so many minutes nothing is said to be so any more. */
  readonly staleAfterMinutes: number;
  /** It lists what is open: whatever stands in it is open. Whatever does not is not known to be closed. */
  readonly listsOpen?: boolean;
  /** Ids of the layers it speaks about; default: all. */
  readonly layers?: readonly string[];
  /** Sent with each question of `poll`: the tenant of a context broker. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly credit: Credit;
}

export interface MapMunicipality {
  /** 全国地方公共団体コード, six digits; absent for a fictitious town. */
  readonly code?: string;
  readonly name: Localized;
  readonly bbox: Bbox;
}

/** A column with few different values. It narrows to places of any layer that has it; the other layers have none. */
export interface Filter {
  /** As the files write it; `Field.header` of the layers that have it. */
  readonly header: string;
  readonly label: Localized;
  /** In the order of the files; a blank cell is none. */
  readonly values: readonly string[];
}

/** A raster of a hazard in the `{z}/{x}/{y}` scheme: drawn over the background, and read pixel by pixel. */
export interface HazardLayer {
  readonly id: string;
  /** The chip it belongs to; absent where it is none of the eight kinds of disaster. */
  readonly hazard?: HazardId;
  readonly title: Localized;
  readonly url: string;
  readonly minZoom: number;
  /** Further in, the tiles of this zoom are stretched; this is the zoom that is read. */
  readonly maxZoom: number;
  readonly credit: Credit;
  /** What each colour means. Empty where no source says so: such a layer is drawn, but never read. */
  readonly legend: readonly HazardClass[];
  /** The zone is drawn as dots or strokes, so that a transparent pixel may lie inside of it. */
  readonly patterned?: boolean;
}

/** One colour of a legend. */
export interface HazardClass {
  /** The very colour of the pixel, `#rrggbb` in small letters. */
  readonly color: string;
  readonly label: Localized;
  /** From (included) to (not included; absent: without bound), in metres of depth or hours of duration. */
  readonly range?: { readonly unit: 'm' | 'h'; readonly from: number; readonly to?: number };
  /** Where the colour's meaning is written, in the source's own language. */
  readonly source: string;
}

/** Vector tiles in the basemap schema of Protomaps (version 4), in one PMTiles archive, read in parts. */
export interface VectorBackground {
  /** Address of the archive, absolute or relative to the page. */
  readonly pmtiles: string;
  readonly credit: Credit;
}

/** What draws the map; whatever cannot start is replaced by Leaflet. */
export const RENDERERS = ['leaflet', 'auto', 'maplibre'] as const;

/**
 * `leaflet`: pictures and DOM alone, works on every machine. `auto`: MapLibre GL where a graphics processor does the
 * work, Leaflet elsewhere. `maplibre`: MapLibre GL wherever WebGL 2 starts, also without a graphics processor.
 */
export type RendererChoice = (typeof RENDERERS)[number];

export interface Boundary {
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly LngLat[])[] }
    | {
        readonly type: 'MultiPolygon';
        readonly coordinates: readonly (readonly (readonly LngLat[])[])[];
      };
  readonly credit: Credit;
}

/**
 * What a layer's places are, in law. 指定緊急避難場所 (災害対策基本法 第49条の4) is not 指定避難所 (第49条の7)
 * and neither is ever turned into the other.
 */
export type LayerKind = 'emergency-site' | 'shelter' | 'facility';

/** What a layer's places are, for its drawing. */
export type IconId =
  | 'emergency-site'
  | 'shelter'
  | 'temporary-stay'
  | 'water'
  | 'medical'
  | 'aed'
  | 'toilet'
  | 'fire-station'
  | 'fire-hydrant'
  | 'police'
  | 'office'
  | 'school'
  | 'parking'
  | 'bicycle-parking'
  | 'wifi'
  | 'sights'
  | 'landscape'
  | 'culture'
  | 'park'
  | 'library'
  | 'kindergarten'
  | 'nursing-room'
  | 'care'
  | 'event'
  | 'food'
  | 'polling-place'
  | 'garbage'
  | 'radio'
  | 'information'
  | 'wheelchair'
  | 'station'
  | 'bus'
  | 'pond'
  | 'shop'
  | 'place';

/** Outlines of marks of facilities. A square is a 避難場所 and a house a 避難所: nothing else has them. */
export const MARK_SHAPES = ['round', 'diamond', 'hexagon'] as const;
export type MarkShape = (typeof MARK_SHAPES)[number];

export interface Layer {
  /** The file's name without order prefix and extension. Unique, stable across rebuilds: permalinks hold it. */
  readonly id: string;
  readonly title: Localized;
  readonly kind: LayerKind;
  readonly icon: IconId;
  /** The icon's drawing: SVG path data, 24 × 24, one fill, rule `nonzero`. Without it the mark is a dot. */
  readonly drawing?: string;
  /** Outline of the marks of facilities; default `round`. */
  readonly shape?: MarkShape;
  /** Fill of the mark, `#rrggbb`; the mark's shape differs by `kind` too, never colour alone. */
  readonly color: string;
  readonly visible: boolean;
  /** Layers of the same group stand together under its name, and can be switched together. */
  readonly group?: Localized;
  /** What its places draw besides their marks, for the legend. */
  readonly draws?: readonly ('line' | 'area')[];
  readonly note?: Localized;
  readonly credit: Credit;
  /** What the values in `Place[4]` mean, in order. */
  readonly fields: readonly Field[];
  readonly places: readonly Place[];
}

export type FieldRole =
  | 'address'
  | 'kind'
  | 'note'
  | 'phone'
  | 'url'
  | 'hours'
  | 'capacity'
  /** Address of a picture, of a host the config allows. */
  | 'photo'
  /** 段差なし: whether a wheelchair gets in. */
  | 'step-free'
  | 'pets'
  | 'other';

export interface Field {
  /** The header as the file writes it. */
  readonly header: string;
  readonly label: Localized;
  readonly role: FieldRole;
}

/**
 * One place: `[lng, lat, id, name, values, fit]`.
 * `values` stand as `layer.fields`, `null` where the cell is empty. `fit` has one letter per hazard of `HAZARDS`
 * in that order (see `Fit`); `''` when the layer says nothing about hazards. `shape` is there where the place is a line
 * or an area; its mark then stands at `[lng, lat]`, on the line or inside of the area.
 */
export type Place = readonly [
  lng: number,
  lat: number,
  id: string,
  name: string,
  values: readonly (string | null)[],
  fit: string,
  shape?: Shape,
];

/** Lines and areas of one place; at least one of either. */
export interface Shape {
  /** Each of two positions or more. */
  readonly lines?: readonly (readonly LngLat[])[];
  /** Rings of each area: the outline, then its holes; each is closed, of four positions or more. */
  readonly areas?: readonly (readonly (readonly LngLat[])[])[];
}

/** The eight kinds of 指定緊急避難場所 in the order of dataset 03's columns 災害種別_洪水 … 災害種別_火山現象. */
export const HAZARDS = [
  'flood',
  'landslide',
  'storm-surge',
  'earthquake',
  'tsunami',
  'fire',
  'inland-flood',
  'volcano',
] as const;
export type HazardId = (typeof HAZARDS)[number];

/** `o` 指定あり ○, `x` 不適 ×, `-` 指定なし –, `?` 不明. A blank cell is `-` or `?` as the source declares, never `x`. */
export type Fit = 'o' | 'x' | '-' | '?';

export interface ReportSummary {
  /** Rows read, rows shown, rows left out, over all files. */
  readonly rows: number;
  readonly shown: number;
  readonly leftOut: number;
  /** Address of the full list, relative to the page; absent when there is nothing to report. */
  readonly url?: string;
}
