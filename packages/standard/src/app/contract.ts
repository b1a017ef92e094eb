import type { Bbox, Localized, LngLat } from '../units.ts';

/** A finding about a data file with its sentence; a `Problem` of `@yokoten/open-data` is one. */
export interface DataProblem {
  /** Stable, with a page in docs/errors. */
  readonly code: string;
  /** `error`: the row or file is not used as it is. `warning`: used, but look at it. `info`: what was done. */
  readonly severity: 'error' | 'warning' | 'info';
  readonly file: string;
  readonly part?: string;
  /** As a spreadsheet numbers it, 1-based. */
  readonly row?: number;
  /** Physical line, 1-based. */
  readonly line?: number;
  /** The column's header. */
  readonly column?: string;
  /** Spreadsheet address, e.g. `C12`. */
  readonly cell?: string;
  readonly before?: string;
  readonly after?: string;
  readonly message: Localized;
}

/** Where a file was fetched from, as `yokoten.data.lock.json` records it. */
export interface DataOrigin {
  readonly url: string;
  /** Whom to name, as it has to be shown; `null` where nobody is stated. */
  readonly credit: string | null;
  /** SPDX id or name; `null` where none is stated. */
  readonly licence: string | null;
  /** It is a part or another form of what was fetched, made by a known rule. */
  readonly isMade: boolean;
  /** It is no longer, byte for byte, what was recorded: somebody worked on it here. */
  readonly isChanged: boolean;
}

/** One file of the app's `data/` folder, or of another one that its builder names, as its owner left it. */
export interface DataFile {
  /** Relative to the app's folder, with `/`: `data/01-避難所.csv`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Only of files that were fetched by `yokoten data pull`. */
  readonly origin?: DataOrigin;
}

/** The municipality the app is for, already looked up by its code or taken from the config as written. */
export interface AppMunicipality {
  readonly code?: string;
  readonly name: Localized;
  readonly bbox: Bbox;
  readonly centroid: LngLat;
}

/** What the Vite plugin hands to the package that makes the page: everything is in memory, nothing is fetched. */
export interface AppInput {
  /** `yokoten.config.jsonc`, parsed; the parts all apps share are already checked. */
  readonly config: Readonly<Record<string, unknown>>;
  readonly municipality: AppMunicipality;
  readonly files: readonly DataFile[];
}

/** A fault in the config or in the app as a whole: `path` leads into `yokoten.config.jsonc`, e.g. `['layers', 2, 'name']`. */
export interface ConfigProblem {
  readonly code: string;
  readonly path: readonly (string | number)[];
  /** The data file it is about, where it is about one; its name is in the message too. */
  readonly file?: string;
  /** Where in that file; both count from 1. */
  readonly line?: number;
  readonly column?: number;
  readonly message: Localized;
}

/** What differs in a page beside the first one. */
export interface AppPage {
  readonly title: Localized;
  readonly description?: Localized;
  /** As `AppOutput.fallbackHtml`, seen from where the page lies. */
  readonly fallbackHtml: string;
}

/** What becomes of an app. */
export interface AppOutput {
  /** The document the page's element loads; written as JSON under a hashed name. An app may have `modules` instead. */
  readonly document?: unknown;
  /** What is written instead of `document`, where the element also reads it in another form. */
  readonly file?: unknown;
  /**
   * JavaScript that is bundled with the page's own script, by path: `index.js` runs first of all, before the element is
   * registered. It may import the others (`./texts/en.js`), files of the project (`/pack/index.js`) and packages.
   */
  readonly modules?: ReadonlyMap<string, string>;
  /**
   * Pages beside the first one, by path from the site's base (`records/1.html`): the same element in the same page, for
   * something else. Each is real HTML, so that search engines and browsers without scripts see it.
   */
  readonly pages?: ReadonlyMap<string, AppPage>;
  /** Files that are published as they are, by path from the site's base: a licence, a feed. */
  readonly files?: ReadonlyMap<string, string>;
  /** The page never asks for anything once its scripts are here: its policy forbids that it could (`connect-src 'none'`). */
  readonly isSilent?: boolean;
  /**
   * Parts of the document that a page loads only when somebody needs them, by the member of the document they belong to.
   * Each is written as JSON under a hashed name, and the member gets its address as `url`.
   */
  readonly parts?: ReadonlyMap<string, unknown>;
  /** Findings about the data files, for the page's data report, the job summary and annotations. */
  readonly problems: readonly DataProblem[];
  /** Any of these stops the build: the old site stays up. */
  readonly configProblems: readonly ConfigProblem[];
  /** Instead of the builder's `preload`, where the config changes what is needed at once. */
  readonly preload?: readonly string[];
  /** Origins the page contacts at run time (`https://cyberjapandata.gsi.go.jp`): they go into the page's CSP. */
  readonly hosts: { readonly img: readonly string[]; readonly connect: readonly string[] };
  /** The same content as a plain HTML table for a browser without scripts; already escaped. */
  readonly fallbackHtml: string;
  /** Every character the page may show, for the font subset. */
  readonly text: string;
}

/** The tag the document is for, and how to make the document. Each app package exports one from `./build`. */
export interface AppBuilder {
  /** Custom element name in the template's `index.html`; its `src` attribute receives the document's address. */
  readonly element: string;
  /** Folders of the project that it reads beside `data`, e.g. `schemes`: their files are among `AppInput.files`. */
  readonly folders?: readonly string[];
  /** Packages in a lazily loaded part that is needed at once, e.g. `leaflet`: the page asks for that part early. */
  readonly preload?: readonly string[];
  build(input: AppInput): Promise<AppOutput>;
}
