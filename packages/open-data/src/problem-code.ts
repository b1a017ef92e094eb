import type { ReportCode } from './report/codes.ts';
import type { ReadCode } from './read/codes.ts';
import type { UnifyCode } from './unify/codes.ts';
import type { RepairCode } from './repair/codes.ts';

/** Codes of findings about a file as a whole. */
export type FileCode =
  | 'open-data/empty-file'
  | 'open-data/html-instead-of-csv'
  | 'open-data/xml-instead-of-csv'
  | 'open-data/excel-instead-of-csv'
  | 'open-data/zip-instead-of-csv'
  | 'open-data/pdf-instead-of-csv'
  | 'open-data/not-text'
  | 'open-data/unknown-encoding'
  | 'open-data/broken-json'
  | 'open-data/not-a-table'
  | 'open-data/unavailable'
  | 'open-data/no-header'
  | 'open-data/too-many-cells'
  | 'open-data/no-rows'
  | 'open-data/blank-row'
  | 'open-data/rows-above-header'
  | 'open-data/mojibake'
  | 'open-data/other-crs';

/** Codes of findings about a header cell, a row or a cell; frictionless's word where it means the same. */
export type RowCode =
  | 'open-data/blank-label'
  | 'open-data/duplicate-label'
  | 'open-data/missing-label'
  | 'open-data/missing-cell'
  | 'open-data/extra-cell'
  | 'open-data/stray-quote'
  | 'open-data/unterminated-quote'
  | 'open-data/encoding-error'
  | 'open-data/not-a-point'
  | 'open-data/no-coordinates'
  | 'open-data/not-a-number'
  | 'open-data/swapped-latlng'
  | 'open-data/lost-decimal-point'
  | 'open-data/out-of-japan'
  | 'open-data/outside-area'
  | 'open-data/full-width-number'
  | 'open-data/no-name'
  | 'open-data/constraint-error'
  | 'open-data/other-municipality'
  | 'open-data/unique-error'
  | 'open-data/duplicate-row';

/**
 * Every code this package gives out, each with a page in docs/errors. A dataset's own rules, checked by `validate`,
 * keep the `standard/…` code of @yokoten/standard.
 */
export type ProblemCode = FileCode | RowCode | ReadCode | RepairCode | ReportCode | UnifyCode;
