import type { NowStrings } from './now-ja.ts';

/** See `now-ja.ts`. */
export const nowEn: NowStrings = {
  title: 'State now',
  opening: { open: 'Open', full: 'Full', closed: 'Closed' },
  unsure: 'Not known whether open',
  was: (word, ago) => `“${word}” ${ago}`,
  labels: { opening: 'Opening', crowding: 'Crowding', people: 'People', capacity: 'Room for' },
  people: (count) => `${count.toLocaleString('en')} ${count === 1 ? 'person' : 'people'}`,
  ago: agoText,
  timeUnknown: 'time unknown',
  old: 'out of date',
  asOf: (when) => `as of ${when}`,
  loading: 'Loading what is open.',
  missing: 'What is open could not be loaded.',
  failed: 'Newer information could not be loaded. What was known before is shown.',
  retrying: 'It is tried again by itself.',
  count: (open) =>
    open === 0
      ? 'None known to be open'
      : `${open.toLocaleString('en')} ${open === 1 ? 'place' : 'places'} open`,
  latest: (ago) => `newest ${ago}`,
  onlyOpen: 'Open now',
  onlyOpenNote: 'Places not known to be open are not shown.',
  nothingSaid: 'The state of this place is not known.',
  nearestOpen: (name, far) => `The nearest that is open is ${name}: ${far}.`,
  unplaced: (count) => `Places that are not in the list (${count.toLocaleString('en')})`,
  unplacedNote: 'Their names do not fit the list, so the map cannot show them.',
  unnamed: 'A place without a name',
  clock: 'The clock of this device may be ahead. Check its time.',
  source: 'Source of the state',
};

function agoText(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (days >= 1) return `${days.toLocaleString('en')} ${days === 1 ? 'day' : 'days'} ago`;
  return minutes % 60 === 0 ? `${hours} h ago` : `${hours} h ${minutes % 60} min ago`;
}
