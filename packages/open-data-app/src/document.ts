import type { BrowseColumn } from '@yokoten/open-data/browse';
import type { Bbox, Localized, LngLat } from '@yokoten/standard';
import type { Background, Contact, Credit } from '@yokoten/standard/app';

export type { Background, Contact, Credit } from '@yokoten/standard/app';

/** The one file a published page loads: everything to show, already decoded and checked at build. */
export interface AppDocument {
  readonly schemaVersion: 1;
  readonly municipality: {
    /** 全国地方公共団体コード, six digits; absent for a fictitious town. */
    readonly code?: string;
    readonly name: Localized;
    readonly bbox: Bbox;
  };
  readonly title: Localized;
  /** Language tags the page offers, the first is the default. */
  readonly languages: readonly string[];
  /** 見本: shown on the page whenever it is there, with this sentence beside it. */
  readonly sample?: Localized;
  /** Absent where nobody has said whose the data is; the page then says so. */
  readonly credit?: Credit;
  readonly contacts?: readonly Contact[];
  /** Where the file is one of the standard datasets. */
  readonly dataset?: { readonly id: string; readonly title: Localized };
  /** The file it was read from; absent before there is one. */
  readonly file?: string;
  /** What lies under the places; absent without a map or without a background. */
  readonly background?: Background;
  readonly columns: readonly BrowseColumn[];
  readonly records: readonly PackedRecord[];
  /** Where there are too many for one file: the addresses of its parts (`Shard`), relative to the site's base. */
  readonly shards?: readonly string[];
  /** Whether each record has a page of its own, `records/ID.html`; else one page opens all, `records/?id=ID`. */
  readonly hasPages: boolean;
  readonly report: ReportSummary;
}

/** A record as the file holds it. The name is blank where it is the cell of the column of names. */
export type PackedRecord = readonly [
  id: string,
  name: string,
  at: LngLat | null,
  cells: readonly string[],
];

/** What was found in the data, in numbers; the findings and repairs themselves lie at `url`. */
export interface ReportSummary {
  /** Data rows of the file. Those that are no records (notes, totals) were taken out, and are among the repairs. */
  readonly rows: number;
  /** What came of the rows: each is shown. */
  readonly records: number;
  /** What is left for a person. */
  readonly findings: number;
  /** What was mended before it was shown. */
  readonly repairs: number;
  /** Relative to the site's base; absent where there is neither. */
  readonly url?: string;
}
