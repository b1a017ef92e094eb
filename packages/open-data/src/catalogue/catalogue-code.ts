/** Codes of errors: a request, a catalogue or a download did not give what was asked. Each has a page in docs/errors. */
export type CatalogueErrorCode =
  | 'open-data/bad-url'
  | 'open-data/private-address'
  | 'open-data/too-many-redirects'
  | 'open-data/unreachable'
  | 'open-data/blocked-by-cors'
  | 'open-data/timed-out'
  | 'open-data/too-many-requests'
  | 'open-data/http-error'
  | 'open-data/too-large'
  | 'open-data/truncated'
  | 'open-data/not-json'
  | 'open-data/catalogue-error'
  | 'open-data/no-ckan'
  | 'open-data/bad-cursor'
  | 'open-data/no-url-column'
  | 'open-data/dataset-needed'
  | 'open-data/ambiguous-municipality'
  | 'open-data/unknown-municipality';

/** Codes of what is odd about an entry of a catalogue. The entry is there all the same. */
export type QuirkCode =
  | 'open-data/licence-unstated'
  | 'open-data/licence-unknown'
  | 'open-data/date-unreadable'
  | 'open-data/date-unreliable'
  | 'open-data/bad-resource-url'
  | 'open-data/shared-url'
  | 'open-data/format-mismatch'
  | 'open-data/no-table'
  | 'open-data/changing-id'
  | 'open-data/municipality-contradiction'
  | 'open-data/municipality-unconfirmed';
