import type { MapDocument } from '@yokoten/disaster-map';
import type { ExamineStep, ReportDataset } from '@yokoten/open-data/report';
import type { Bbox, LngLat } from '@yokoten/standard';
import type { DatasetId } from '@yokoten/standard/datasets';

/** Languages of the page. */
export type PageLanguage = 'ja' | 'en';

/** A municipality that files are checked against. */
export interface Town {
  /** 全国地方公共団体コード, six digits. */
  readonly code: string;
  /** With its prefecture, since names occur twice. */
  readonly name: { readonly ja: string; readonly en: string };
  readonly bbox?: Bbox | undefined;
  /** `[lng, lat]`. */
  readonly centroid: LngLat;
}

/** What a name or a code that somebody typed can mean. */
export interface TownAnswer {
  readonly found: readonly Town[];
  /** Where nothing was found: what is spelled alike. */
  readonly near: readonly Town[];
}

/** What the page shows about a file; the whole report stays in the worker. */
export interface Summary {
  /** The sheet, layer or archive entry that was examined, and all there are; none where the file is one table. */
  readonly part: string | undefined;
  readonly parts: readonly string[];
  readonly dataset: ReportDataset | null;
  /** 0 to 1: how sure the dataset is. */
  readonly confidence: number;
  readonly rows: number;
  /** 0 to 100, of the file as published and of the corrected one. */
  readonly points: { readonly published: number; readonly corrected: number };
  readonly errors: number;
  readonly warnings: number;
  readonly questions: number;
  /** Changes in the corrected file. */
  readonly changes: number;
  /** Rows with a position; `null` where there are no columns for one. */
  readonly located: number | null;
}

/** Why there is no report. */
export type Refusal =
  | {
      readonly kind: 'unreadable';
      /** Stable, with a page in docs/errors. */
      readonly code: string;
      readonly message: { readonly ja: string; readonly en: string };
      readonly line: number | undefined;
    }
  /** The browser does not hand the bytes over: a folder, or a file that moved. */
  | { readonly kind: 'unopened' }
  | { readonly kind: 'unexpected'; readonly detail: string };

/** What can be taken home. */
export type Product = 'csv' | 'xlsx' | 'geojson' | 'patches' | 'html';

/** What the worker is asked, and what it answers, by name. */
export interface Errands {
  readonly examine: {
    readonly question: {
      readonly file: Blob;
      readonly name: string;
      readonly as: DatasetId | undefined;
      /** Which of `Summary.parts`; without it the most telling one. */
      readonly part: string | undefined;
      readonly town: Town | undefined;
    };
    readonly answer: Summary;
  };
  readonly report: {
    readonly question: { readonly language: PageLanguage };
    /** A whole HTML page. */
    readonly answer: string;
  };
  readonly map: {
    readonly question: { readonly language: PageLanguage };
    readonly answer: MadeMap;
  };
  readonly make: {
    readonly question: { readonly product: Product; readonly language: PageLanguage };
    readonly answer: { readonly name: string; readonly type: string; readonly bytes: Uint8Array };
  };
  readonly town: { readonly question: string; readonly answer: TownAnswer };
}

/** The document of a map, and how many places it leaves out. */
export interface MadeMap {
  readonly document: MapDocument | undefined;
  readonly leftOut: number;
}

/** Page to worker, as it is sent; the errand says which question it is. */
export interface Asked {
  readonly ticket: number;
  readonly errand: keyof Errands;
  readonly question: Errands[keyof Errands]['question'];
}

/** Page to worker, as it is read. */
export type Question = {
  readonly [E in keyof Errands]: {
    readonly ticket: number;
    readonly errand: E;
    readonly question: Errands[E]['question'];
  };
}[keyof Errands];

/** Worker to page. `step` comes while an examination is on its way. */
export type Reply =
  | {
      readonly type: 'step';
      readonly ticket: number;
      readonly step: ExamineStep;
      readonly done: number;
    }
  | { readonly type: 'answer'; readonly ticket: number; readonly answer: unknown }
  | { readonly type: 'refused'; readonly ticket: number; readonly refusal: Refusal };
