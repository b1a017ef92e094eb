import type { MapStrings } from './ja.ts';

export const en: MapStrings = {
  hazards: {
    flood: 'Flood',
    landslide: 'Landslide',
    'storm-surge': 'Storm surge',
    earthquake: 'Earthquake',
    tsunami: 'Tsunami',
    fire: 'Large fire',
    'inland-flood': 'Inland flooding',
    volcano: 'Volcano',
  },
  fits: { o: 'Designated', x: 'Unsuitable', '-': 'Not designated', '?': 'Unknown' },
  signs: { o: '○', x: '×', '-': '–', '?': '?' },
  skipMap: 'Skip the map, go to the list',
  mapTitle: 'Map',
  map: 'Map. The list holds the same places. Arrow keys move it, + and - zoom.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  sample: 'Sample',
  language: 'Language',
  search: 'Find a place',
  searchHint: 'Name or address',
  clearSearch: 'Clear the search',
  hazard: 'Hazard',
  anyHazard: 'Any',
  layers: 'What to show',
  layersShown: (shown, all) => `${shown} of ${all} kinds`,
  list: 'List',
  counted: (shown, all) =>
    shown === all ? several(all, 'place') : `${number(shown)} of ${several(all, 'place')}`,
  places: (count) => several(count, 'place'),
  next: (count) => `Show the next ${count}`,
  noResult: 'No place fits.',
  noResultHint: 'Use a shorter word, or switch on more under “What to show”.',
  here: 'At this point of the map',
  showAll: 'Show all',
  grow: 'Make the list larger',
  shrink: 'Make the list smaller',
  back: 'Back to the list',
  fitsTitle: 'Designation by hazard',
  fitFor: (hazard) => `${hazard}:`,
  about: 'About the data',
  position: 'Latitude, longitude',
  copyLink: 'Copy the link to this place',
  linkCopied: 'Copied.',
  linkShown: 'The link could not be copied. Please use this address.',
  creditTitle: 'Source and terms of use',
  source: 'Source',
  dateOfData: 'Date of the data',
  licence: 'Licence',
  licenceUnstated: 'The source states no licence',
  processed: 'Changes made',
  background: 'Background map',
  boundary: 'Boundary',
  contacts: 'Contact',
  report: 'State of the data',
  reportRows: (rows, shown, leftOut) =>
    leftOut === 0
      ? `${several(rows, 'row')} read, all shown.`
      : `${several(rows, 'row')} read, ${number(shown)} shown. ${number(leftOut)} cannot be shown.`,
  reportFine: 'Nothing to mend was found.',
  reportFailed: 'The list of what to mend could not be loaded.',
  reportWhere: (row) => (row === undefined ? 'whole file' : `row ${row}`),
  reportMore: (count) => `And ${number(count)} more.`,
  loading: 'Loading.',
  failed: 'The map data could not be loaded.',
  failedHint: 'Check your connection and try again.',
  partFailed: 'This part could not be loaded.',
  retry: 'Load again',
  empty: 'There is no data yet.',
  emptyHow: 'Add a CSV file with this name.',
  emptyColumns:
    'It is shown when it has the columns 名称 (name), 緯度 (latitude) and 経度 (longitude).',
  emptyStandard: 'Standard municipal open datasets are read as they are.',
  backgroundMissing: 'The background map cannot be shown. Places and boundary are shown.',
  offline: 'You are offline. What was loaded is still shown.',
  noMap: 'The map cannot be shown. Please use the list.',
};

function number(count: number): string {
  return count.toLocaleString('en');
}

function several(count: number, noun: string): string {
  return `${number(count)} ${noun}${count === 1 ? '' : 's'}`;
}
