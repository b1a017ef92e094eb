/** Codes of findings about a file among many. */
export type UnifyCode =
  | 'open-data/unreachable-source'
  | 'open-data/duplicate-file'
  | 'open-data/duplicate-url'
  | 'open-data/no-dataset'
  | 'open-data/unsure-dataset'
  | 'open-data/split-layout-missing-facility'
  | 'open-data/unused-facility';
