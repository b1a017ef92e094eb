/** Codes of findings that only a report makes: they look at whole columns, at several cells of a row or at two files. */
export type ReportCode =
  | 'open-data/truncated-value'
  | 'open-data/deviated-value'
  | 'open-data/row-constraint'
  | 'open-data/primary-key'
  | 'open-data/foreign-key'
  | 'open-data/position-outlier'
  | 'open-data/formula-guard'
  | 'open-data/no-such-part';
