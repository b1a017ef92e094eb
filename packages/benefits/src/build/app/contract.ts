import type { Problem } from '@yokoten/open-data';
import type { Localized } from '@yokoten/standard';
import type { ConfigProblem } from '@yokoten/standard/app';

export type { ConfigProblem } from '@yokoten/standard/app';

/** The part of what a Vite plugin for apps hands over that a benefit check needs. Nothing is fetched. */
export interface AppInput {
  /** `yokoten.config.jsonc`, parsed; the parts all apps share are already checked. */
  readonly config: Readonly<Record<string, unknown>>;
  readonly municipality: { readonly code?: string; readonly name: Localized };
  /** Of `schemes/` and `pack/`; `path` is relative to the app's folder, with `/`. */
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
}

/** What becomes of it. */
export interface AppOutput {
  /** JavaScript that is bundled with the page's own script, by path; `index.js` gives the element its pack. */
  readonly modules: ReadonlyMap<string, string>;
  /** Files that are published as they are: licence and notice of a compiled pack. */
  readonly files: ReadonlyMap<string, string>;
  /** Its policy forbids the page to ask for anything once its scripts are here. */
  readonly isSilent: true;
  readonly problems: readonly Problem[];
  readonly configProblems: readonly ConfigProblem[];
  readonly hosts: { readonly img: readonly string[]; readonly connect: readonly string[] };
  readonly fallbackHtml: string;
  readonly text: string;
}

/** What makes the page of a benefit check. */
export interface BenefitsBuilder {
  readonly element: string;
  readonly folders: readonly string[];
  build(input: AppInput): Promise<AppOutput>;
}
