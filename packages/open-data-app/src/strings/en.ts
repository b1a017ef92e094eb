import type { AppStrings } from './ja.ts';

export const en: AppStrings = {
  sample: 'Sample',
  language: 'Language',
  search: 'Search by words',
  searchHint: 'Name, address, description …',
  clear: 'Clear all filters',
  filters: 'Filters',
  narrowed: (count) => `Filters (${number(count)} set)`,
  from: 'From',
  to: 'Until',
  atLeast: 'At least',
  atMost: 'At most',
  fromToday: 'From today on',
  counted: (shown, all) => (shown === all ? plural(all) : `${number(shown)} of ${plural(all)}`),
  order: 'Order',
  orders: { file: 'As in the data', name: 'By name', date: 'By day' },
  over: 'Over',
  next: (count) => `Show the next ${number(count)}`,
  list: 'List',
  noResult: 'Nothing matches.',
  noResultHint: 'Use fewer words, or clear the filters.',
  back: 'Back to the list',
  more: 'More fields',
  mapTitle: 'Map',
  skipMap: 'Skip the map',
  noPlace: 'The data has no position for this one, so it is not on the map.',
  withoutPlace: (count) => `${number(count)} of them have no position and are not on the map.`,
  about: 'About the data',
  source: 'Source',
  licence: 'Licence',
  unstatedLicence: 'Not stated',
  unstatedSource: 'Source and licence are not stated.',
  asOf: 'Date of the data',
  file: 'File',
  background: 'Background map',
  contacts: 'Contact',
  read: (rows, shown) =>
    rows === shown
      ? `${number(rows)} rows were read, and all are shown.`
      : `${number(rows)} rows were read, and ${number(shown)} are shown; the others are notes, totals and the like.`,
  noFinding: 'Nothing to mend was found.',
  findings: (count) => `${number(count)} ${count === 1 ? 'thing' : 'things'} to mend`,
  repairs: (count) =>
    `${number(count)} ${count === 1 ? 'value was' : 'values were'} mended to be shown`,
  repairsHow:
    'The file itself is not changed. To show a column or cell as it is written, name it in the config, under data.asWritten.',
  times: (count) => `(${number(count)})`,
  blank: 'blank',
  row: (row) => `row ${number(row)}`,
  further: (count) => `${number(count)} more.`,
  loading: 'Loading.',
  failed: 'The data could not be loaded.',
  failedHint: 'Check the connection, and try again.',
  retry: 'Load again',
  unknownRecord: 'What this page was about is not in the list any more.',
  mapFailed: 'The map cannot be shown. Please use the list.',
  offline: 'You are offline. What was loaded is still shown.',
  empty: 'There is no data yet.',
  emptyHow: 'Put one file, CSV or Excel, into the folder data.',
  emptyColumns: 'Japan’s standard municipal datasets are read as they are; so is any other table.',
  there: 'There is',
  missing: 'There is no',
  comma: ', ',
  days: 'Days',
  hours: 'Hours',
};

function number(count: number): string {
  return count.toLocaleString('en');
}

function plural(count: number): string {
  return `${number(count)} ${count === 1 ? 'entry' : 'entries'}`;
}
