/** How sure an age is: a field of the record says it, it was read out of its words, or it is not known. */
export type AgeCertainty = 'explicit' | 'inferred' | 'unknown';

/** Which children something is for. Without a bound on a side there is none. */
export interface AgeWindow {
  readonly certainty: Exclude<AgeCertainty, 'unknown'>;
  /** First month of life, 0 for the newborn. */
  readonly fromMonths?: number;
  /** First month of life that is too old. */
  readonly untilMonths?: number;
  /** Up to 31 March of the school year in which this age is reached: 6 for children not at school yet. */
  readonly schoolAge?: number;
  /** Before birth, for whoever is pregnant. */
  readonly prenatal?: true;
}

/** From when to when; both days included, `YYYY-MM-DD`. */
export interface Span {
  readonly from?: string;
  readonly to?: string;
  /** What the record says in words, where it is no date: 「随時」. */
  readonly words?: string;
}

/** A link with its title; https only. */
export interface ListedLink {
  readonly title?: string;
  readonly url: string;
}

/** A programme that a register describes in words. There are no rules for it: who gets what is said at the counter. */
export interface ListedProgramme {
  /** The register's id, `psid3.0+…`; stable. */
  readonly id: string;
  readonly title: string;
  readonly summary?: string;
  readonly who?: string;
  readonly what?: string;
  readonly how?: string;
  readonly where?: string;
  readonly documents?: readonly string[];
  /** Nothing where it is not known; never guessed beyond the record's own words. */
  readonly ages?: AgeWindow;
  readonly apply?: Span;
  readonly held?: Span;
  readonly contact?: {
    readonly name?: string;
    readonly phone?: string;
    readonly email?: string;
    readonly url?: string;
    readonly address?: string;
  };
  /** The municipality's own page about it. */
  readonly infoUrl?: string;
  readonly applyUrl?: string;
  readonly links?: readonly ListedLink[];
  readonly law?: string;
  /** Codes of the register's own classification. */
  readonly tags?: readonly string[];
  /** Day of the record's last change, `YYYY-MM-DD`. */
  readonly updated?: string;
  /** Higher whenever something about it changed; a calendar entry carries it (RFC 5545, 3.8.7.4). */
  readonly sequence: number;
}

/** The programmes of one municipality, or a part of them, as a page loads them. */
export interface Listing {
  readonly format: 1;
  /** Local government code with its check digit. */
  readonly municipality: { readonly code: string; readonly name: string };
  /** In the words that the publisher prescribes; shown wherever a programme is. `null`: the publisher states none. */
  readonly credit: string | null;
  readonly licence: string | null;
  /** Where the data can be had. */
  readonly source: string | null;
  /** Day as of which the data holds, `YYYY-MM-DD`. */
  readonly asOf: string | null;
  /** 1 of 2, where one file would be too large. */
  readonly part?: readonly [number: number, of: number];
  readonly programmes: readonly ListedProgramme[];
}

/** All listings of one import: which files there are. */
export interface ListingIndex {
  readonly format: 1;
  readonly credit: string | null;
  readonly licence: string | null;
  readonly source: string | null;
  readonly asOf: string | null;
  readonly municipalities: readonly {
    readonly code: string;
    readonly name: string;
    readonly programmes: number;
    readonly files: readonly string[];
  }[];
}
