import type { SchemaIssue, StandardSchema } from './standard-schema.ts';
import type { Localized } from './units.ts';

/** Our name for one of the 自治体標準オープンデータセット. */
export type DatasetId =
  | 'public-facility'
  | 'cultural-property'
  | 'evacuation-space'
  | 'population'
  | 'preschool'
  | 'open-data-list'
  | 'public-wireless-lan'
  | 'aed'
  | 'care-service'
  | 'hospital'
  | 'tourism'
  | 'event'
  | 'public-toilet'
  | 'fire-hydrant'
  | 'food-business'
  | 'school-lunch'
  | 'school-district'
  | 'support-system'
  | 'emergency-radio'
  | 'educational-institution'
  | 'parking'
  | 'bicycle-parking'
  | 'polling-place'
  | 'garbage-separation'
  | 'baby-station'
  | 'garbage-collection-place'
  | 'tourism-point';

/**
 * How well a dictionary is known. `official`: read from the definition itself. `observed`: from files that municipalities
 * publish, or from their labels alone; order and required marks are then unknown. `inferred`: from neighbouring datasets
 * only, so nobody should be more than half sure that a file follows it.
 */
export type Certainty = 'official' | 'observed' | 'inferred';

/** What is known about a dataset without loading its columns. */
export interface DatasetSummary {
  readonly id: DatasetId;
  /** Number in the national list, two digits. */
  readonly number: string;
  readonly title: Localized & { readonly en: string };
  /** Of the current generation. */
  readonly certainty: Certainty;
  /** The column of the current generation that says what a row is called; `undefined` where rows have no name. */
  readonly nameColumn: string | undefined;
}

/**
 * How a value is written. Blank always fits; text is never trimmed first. `formatRules` holds the same as data.
 *
 * - `string`: anything. `katakana`: full-width katakana, with signs, digits and Latin letters.
 * - `integer`, `number`: ASCII digits, `-` in front, `.` for the fraction; no thousands separator.
 * - `latitude`, `longitude`: decimal degrees, inside Japan.
 * - `date`: `YYYY-MM-DD`. `time`: `hh:mm`, 00:00–24:00. `weekdays`: some of 月火水木金土日 in that order.
 * - `code`: one of the column's `codes`. `flag`: `1` or blank. `list`: several values with `;` between them.
 * - `municipality-code`: six digits, `corporate-number`: 13 digits, check digit right. `postal`: 7 digits, no hyphen.
 * - `town-id`: 町字ID of the address base registry, 7 digits, a hyphen allowed after the fourth.
 * - `phone`: half-width digits and hyphens. `email`. `url`: absolute, http or https.
 */
export type Format =
  | 'string'
  | 'katakana'
  | 'integer'
  | 'number'
  | 'latitude'
  | 'longitude'
  | 'date'
  | 'time'
  | 'weekdays'
  | 'code'
  | 'flag'
  | 'list'
  | 'municipality-code'
  | 'corporate-number'
  | 'town-id'
  | 'postal'
  | 'phone'
  | 'email'
  | 'url';

/** ◎ `required`, ○ `recommended`, no mark `optional`; `unknown` where the official marks were not seen. */
export type Requirement = 'required' | 'recommended' | 'optional' | 'unknown';

/** A value with a fixed meaning. */
export interface Code {
  readonly value: string;
  /** Our English for it. */
  readonly en: string;
}

/** One column of a dataset. */
export interface Column {
  /** The header, as the standard writes it. */
  readonly name: string;
  /** Our English label, for pages in English; the standard's own English names are not used, some are misplaced. */
  readonly en: string;
  readonly required: Requirement;
  readonly format: Format;
  /** Known values. A closed list when `format` is `code`; else others may stand there too. */
  readonly codes?: readonly Code[];
  /**
   * Other headers for it: older names, typing errors, names in the データモデル型; where only labels were seen, other
   * ways to punctuate them. None is also another column's name.
   */
  readonly aliases: readonly string[];
}

/** The file that goes with a main file in the データモデル型 and says where its facilities stand. */
export interface Companion {
  /** What its name ends with, after the publisher's local government code. */
  readonly fileEnding: '_facility.csv';
  /** The column that both files have. */
  readonly joinOn: '施設_ID';
  readonly columns: readonly Column[];
}

/** One edition of a dataset's layout. */
export interface Generation {
  /** `previous` is 推奨データセット基本編, which many files still follow. */
  readonly id: 'current' | 'previous';
  /**
   * `flat`: one file, columns named alike in all datasets. `data-model` (データモデル型, the split layout): names begin
   * with the thing they describe (投票所_名称). Each of them, and of the companion's, is a name or an alias of one
   * column of the flat layout, so that both layouts can be brought into one.
   */
  readonly layout: 'flat' | 'data-model';
  /** In the standard's order, where that is known. */
  readonly columns: readonly Column[];
  /** Present where the addresses stand in another file. */
  readonly companion?: Companion;
}

/** A row keyed by the column names of the current generation. Other keys are left alone. */
export type Row = Readonly<Record<string, string | number | null | undefined>>;

/** Why a row is refused; each has a page in docs/errors/standard. */
export type RowIssueCode =
  | 'standard/not-a-row'
  | 'standard/required-missing'
  | 'standard/format'
  | 'standard/unlisted-code'
  | 'standard/check-digit'
  | 'standard/outside-japan';

/** One finding about one cell: `path` holds the column's name, `message` is the English of `text`. */
export interface RowIssue extends SchemaIssue {
  readonly code: RowIssueCode;
  /** What was got, what was expected, what to do. */
  readonly text: Localized & { readonly en: string };
}

/**
 * A dataset with its columns. It is itself a Standard Schema validator of one row in the current generation, and
 * hands the same row back when every filled cell keeps its column's format and no required one is blank.
 */
export interface Dataset extends DatasetSummary, StandardSchema<Row, Row, RowIssue> {
  /** What the dictionary was written from. */
  readonly source: string;
  /** The flat layout of the current generation first; then its データモデル型, then the previous generation. */
  readonly generations: readonly Generation[];
}
