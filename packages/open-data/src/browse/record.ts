import type { Localized, LngLat } from '@yokoten/standard';

/**
 * What a column is good for on a page. `name`, `reading` (in kana) and `latin` say what a row is called. `choice` has few
 * different values, `flag` says that something is there or not, `fee` costs. `minor` is for machines: codes, coordinates, parts
 * of what stands whole elsewhere.
 */
export type ColumnKind =
  | 'name'
  | 'reading'
  | 'latin'
  | 'address'
  | 'date'
  | 'time'
  | 'weekdays'
  | 'choice'
  | 'flag'
  | 'fee'
  | 'number'
  | 'url'
  | 'phone'
  | 'email'
  | 'text'
  | 'minor';

/** One column of a table, as a page needs to know it. */
export interface BrowseColumn {
  /** As the file writes it. */
  readonly header: string;
  /** The standard's name, where the column is one of a standard dataset. */
  readonly standard?: string;
  /** What people are told: the header, and our English for a standard column. */
  readonly label: Localized;
  readonly kind: ColumnKind;
  /** Rows of the same name differ in this column: where in the building something is, on which floor. */
  readonly tellsApart?: true;
  /** Our English for values with a fixed meaning, by value. */
  readonly values?: readonly (readonly [value: string, en: string])[];
}

/** One row of a table, as a page lists it. */
export interface BrowseRecord {
  /** Stays the same while other rows come and go; safe as a file's name on every system. */
  readonly id: string;
  /** Never blank: where the row has no name, what stands in for it. */
  readonly name: string;
  /** `[lng, lat]` in degrees (JGD2011), where the row has a usable position. */
  readonly at?: LngLat;
  /** Trimmed, one per column; days are `YYYY-MM-DD` where they can be read. */
  readonly cells: readonly string[];
}
