import type { Bbox, Localized } from '@yokoten/standard';
import type { ForeignFile } from '../foreign/foreign.ts';
import type { SourceEdit } from './source-edit.ts';
import type { UpstreamVersion } from './upstream.ts';

/** Who is named as the source of something: the text of its attribution, without markup. */
export interface FoundCredit {
  readonly text: string;
  /** Only https: nothing else becomes a link. */
  readonly url?: string;
}

/** A raster that an older map lays over its background. */
export interface FoundTile {
  readonly name: string;
  /** With `{z}`, `{x}` and `{y}`. */
  readonly url: string;
  readonly credit?: FoundCredit;
  /** On the map when the page opens. */
  readonly isShown: boolean;
}

/** A key of a layer in `yokoten.config.jsonc`, as its schema has it. */
type LayerSettings = Readonly<Record<string, unknown>>;

/** A file with places, or the address of one. */
export interface FoundLayer {
  /** Absent where the file is elsewhere: `settings.url` says where. */
  readonly file?: ForeignFile;
  /** Its name in `data/`. */
  readonly target: string;
  readonly settings: LayerSettings;
}

/** A picture that explains the map. */
export interface FoundPicture {
  readonly file: ForeignFile;
  /** Its path in the new app, below `images/`. */
  readonly target: string;
  readonly title: string;
}

/** A file that the new app keeps without using it. */
export interface KeptFile {
  readonly file: ForeignFile;
  /** Its path in the new app, below `adopted/`. */
  readonly target: string;
}

/** Something a person should know or decide, with a stable word for it. */
export interface Note {
  readonly about:
    | 'empty-layer'
    | 'no-places'
    | 'rows-without-place'
    | 'unreadable'
    | 'renamed'
    | 'sample'
    | 'several-shown'
    | 'tile-left-out'
    | 'boundary'
    | 'licence'
    | 'remote'
    | 'setting-left-out'
    | 'left-out';
  readonly file?: string;
  readonly message: Localized;
}

/** A boundary that the older map drew. */
interface FoundBoundary {
  /** GeoJSON, as it is written to `data/boundary.geojson`. */
  readonly text: string;
  /** `licence: null`: none is stated. */
  readonly credit: FoundCredit & { readonly licence: string | null };
}

/** Everything of an older map that a Yokoten app can keep. */
export interface FoundMap {
  readonly kind: 'hazard-map-template' | 'mapprint' | 'folder';
  /** Which version of the hazard-map template the map was made from, as far as it can be told. */
  readonly upstream?: UpstreamVersion;
  /** Names or codes of the municipality as the older map writes them, the most exact first. */
  readonly places: readonly string[];
  readonly title?: Localized;
  readonly description?: Localized;
  readonly view?: Bbox;
  readonly layers: readonly FoundLayer[];
  readonly tiles: readonly FoundTile[];
  /** Background in the form of the config; absent where the older map has the usual one. */
  readonly background?: unknown;
  readonly pictures: readonly FoundPicture[];
  /** In the tab of the page. */
  readonly icon?: KeptFile;
  /** Shown by others beside a link. */
  readonly image?: KeptFile;
  readonly boundary?: FoundBoundary;
  readonly kept: readonly KeptFile[];
  readonly edits: readonly SourceEdit[];
  readonly notes: readonly Note[];
}

/** A note in both languages. */
export function note(about: Note['about'], ja: string, en: string, file?: string): Note {
  return { about, ...(file !== undefined && { file }), message: { ja, en } };
}
