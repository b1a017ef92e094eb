import type { Problem } from '@yokoten/open-data';
import type { Bbox, Localized } from '@yokoten/standard';
import type { AppDocument } from '../document.ts';

/** One file of the app's `data/` folder, and where it was fetched from. */
export interface DataFile {
  /** Relative to the app's folder, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly origin?: {
    readonly url: string;
    readonly credit: string | null;
    readonly licence: string | null;
  };
}

/** The part of what a Vite plugin for apps hands over that this app needs. Nothing is fetched. */
export interface AppInput {
  /** `yokoten.config.jsonc`, parsed; the parts all apps share are already checked. */
  readonly config: Readonly<Record<string, unknown>>;
  readonly municipality: { readonly code?: string; readonly name: Localized; readonly bbox: Bbox };
  readonly files: readonly DataFile[];
}

/** A fault that stops the build: in the config at `path`, or in a file. */
export interface ConfigProblem {
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly file?: string;
  readonly message: Localized;
}

/** A page beside the first one, which opens the same app somewhere else. */
export interface AppPage {
  readonly title: Localized;
  readonly description?: Localized;
  /** For a browser without scripts; already escaped. */
  readonly fallbackHtml: string;
}

/** What becomes of it. */
export interface AppOutput {
  readonly document: AppDocument;
  /** By path from the site's base, `records/1.html`. */
  readonly pages: ReadonlyMap<string, AppPage>;
  readonly files: ReadonlyMap<string, string>;
  /** Instead of the builder's, where there is no map. */
  readonly preload?: readonly string[];
  readonly problems: readonly Problem[];
  readonly configProblems: readonly ConfigProblem[];
  readonly hosts: { readonly img: readonly string[]; readonly connect: readonly string[] };
  readonly fallbackHtml: string;
  readonly text: string;
}

/** What makes the page of one open data file. */
export interface OpenDataBuilder {
  readonly element: string;
  readonly preload: readonly string[];
  build(input: AppInput): Promise<AppOutput>;
}
