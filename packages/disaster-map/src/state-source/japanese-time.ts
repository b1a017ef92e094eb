const ERAS: ReadonlyMap<string, number> = new Map([
  ['令和', 2018],
  ['r', 2018],
  ['平成', 1988],
  ['h', 1988],
]);

const JAPANESE =
  /(令和|平成|[rh]|(?:19|20)\d\d) ?(元|\d{1,2})? ?(?:年|[./]) ?(\d{1,2}) ?[月./] ?(\d{1,2})(?: ?日|(?=[ _]))[_ ]{0,3}(午前|午後|am|pm)? ?(\d{1,2}) ?(?:時|:) ?(半|\d{1,2})?(?! ?[ap]m)/iu;

const ISO =
  /(\d{4})[-/](\d{1,2})[-/](\d{1,2})[t ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s?(z|[+-]\d{2}:?\d{2})?(?!\s?[ap]m)/iu;

/** Japan has one time, nine hours ahead of UTC, all year. */
const JST = 9 * 3_600_000;

/**
 * The first time of day with its date in a text, as lists of open shelters write them: 令和6年1月9日午後6時時点,
 * 2024/1/9 18:00, ISO 8601. Without an offset it is Japan's time. Milliseconds since 1970 (UTC); `undefined` where there is
 * none, or a date or hour that does not exist.
 */
export function readTime(text: string): number | undefined {
  const plain = text.normalize('NFKC').slice(0, 200);
  const iso = ISO.exec(plain);
  if (iso !== null) {
    const [, year, month, day, hour, minute, second = '0', zone] = iso;
    const time = dayTime([year, month, day, hour, minute, second].map(Number));
    return time === undefined ? undefined : time - offsetOf(zone);
  }
  const japanese = JAPANESE.exec(plain);
  if (japanese === null) return undefined;
  const [, era = '', yearText, month, day, half, hourText, minuteText] = japanese;
  const start = ERAS.get(era.toLowerCase());
  if (start === undefined ? yearText !== undefined : yearText === undefined) return undefined;
  const year =
    start === undefined ? Number(era) : start + (yearText === '元' ? 1 : Number(yearText));
  const isAfternoon = half === '午後' || half?.toLowerCase() === 'pm';
  const hour = Number(hourText) + (isAfternoon && Number(hourText) < 12 ? 12 : 0);
  const minute = minuteText === '半' ? 30 : Number(minuteText ?? 0);
  const time = dayTime([year, Number(month), Number(day), hour, minute, 0]);
  return time === undefined ? undefined : time - JST;
}

/** As if it were UTC. 24時 is the end of a day. */
function dayTime(parts: readonly number[]): number | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!exists || hour > 24 || minute > 59 || second > 60) return undefined;
  return date.getTime() + ((hour * 60 + minute) * 60 + second) * 1000;
}

function offsetOf(zone: string | undefined): number {
  if (zone === undefined) return JST;
  if (zone.toLowerCase() === 'z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -1 : 1) * minutes * 60_000;
}
