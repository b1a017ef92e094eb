/**
 * Codes of what `repair` mends (in patches) or leaves as it is (in findings); the same code where one kind of dirt is
 * mended when it is certain and flagged when it is not.
 */
export type RepairCode =
  // Text, whatever the column
  | 'open-data/invisible-character'
  | 'open-data/outer-blank'
  | 'open-data/mojibake'
  | 'open-data/line-break'
  | 'open-data/html-in-cell'
  | 'open-data/json-fragment'
  | 'open-data/half-width-kana'
  | 'open-data/hiragana-reading'
  | 'open-data/ruby-in-cell'
  // Width and signs
  | 'open-data/width-mixed'
  | 'open-data/odd-hyphen'
  | 'open-data/thousands-separator'
  | 'open-data/count-with-unit'
  | 'open-data/unclear-number'
  | 'open-data/excel-exponent'
  | 'open-data/lost-leading-zero'
  | 'open-data/lost-check-digit'
  // Words with a fixed meaning
  | 'open-data/presence-mark'
  | 'open-data/unclear-mark'
  | 'open-data/missing-placeholder'
  | 'open-data/ditto-mark'
  | 'open-data/list-separator'
  // Days and times
  | 'open-data/wareki'
  | 'open-data/impossible-era'
  | 'open-data/date-format'
  | 'open-data/unclear-date'
  | 'open-data/time-format'
  | 'open-data/unclear-time'
  | 'open-data/weekday-format'
  | 'open-data/unclear-weekday'
  // Contacts and addresses
  | 'open-data/postal-format'
  | 'open-data/phone-format'
  | 'open-data/several-phones'
  | 'open-data/url-format'
  | 'open-data/email-format'
  | 'open-data/address-prefecture'
  | 'open-data/code-name-mismatch'
  // Positions
  | 'open-data/swapped-latlng'
  | 'open-data/lost-decimal-point'
  | 'open-data/degree-sign'
  | 'open-data/dms'
  | 'open-data/latlng-in-one-cell'
  | 'open-data/zero-coordinates'
  | 'open-data/datum-suspect'
  // Rows and headers
  | 'open-data/split-number'
  | 'open-data/pushed-cell'
  | 'open-data/blank-row'
  | 'open-data/note-row'
  | 'open-data/total-row'
  | 'open-data/repeated-header'
  | 'open-data/duplicate-row'
  | 'open-data/blank-label'
  | 'open-data/duplicate-label'
  // Patch lists; the guard against formulas is taken away by the import of what `exportCsv` wrote
  | 'open-data/formula-guard'
  | 'open-data/patch-mismatch'
  | 'open-data/not-a-patch-list';
