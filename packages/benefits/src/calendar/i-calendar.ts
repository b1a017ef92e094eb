/** One entry of a calendar: something that is due on a day. */
export interface CalendarEvent {
  /** The same for the same matter, whatever changes about it. */
  readonly uid: string;
  /** `YYYY-MM-DD`; entries last all day. */
  readonly date: string;
  readonly title: string;
  readonly description?: string;
  readonly url?: string;
  /** Higher when the entry has changed (RFC 5545, 3.8.7.4). */
  readonly sequence: number;
  /** Day of the last change, `YYYY-MM-DD`. */
  readonly updated?: string;
}

/** What stands around the entries. */
export interface CalendarOptions {
  /** Shown as the calendar's name. */
  readonly name: string;
  /** When the calendar is made: there is no clock in here. */
  readonly now: Date;
  /** Reminders: so many days before, at nine in the morning. 7 and 0 without it. */
  readonly remind?: readonly number[];
  /** BCP 47 tag of the texts. */
  readonly language?: string;
}

const PRODUCT = '-//Yokoten//benefits//JA';

/** Octets that a line may have (RFC 5545, 3.1). */
const MOST_OCTETS = 75;

/**
 * An iCalendar file (RFC 5545): entries that last all day, without recurrence, with reminders. Opening it again puts what has
 * changed in the place of what was there, because an entry keeps its `uid` and gets a higher `sequence`.
 */
export function toICalendar(events: readonly CalendarEvent[], options: CalendarOptions): string {
  const { name, now, remind = [7, 0], language } = options;
  const stamp = `${now.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${PRODUCT}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    ...events.flatMap((event) => eventLines(event, stamp, remind, language)),
    'END:VCALENDAR',
  ];
  return `${lines.map((line) => fold(line)).join('\r\n')}\r\n`;
}

function eventLines(
  event: CalendarEvent,
  stamp: string,
  remind: readonly number[],
  language: string | undefined,
): string[] {
  const { uid, date, title, description, url, sequence, updated } = event;
  const said = language === undefined ? '' : `;LANGUAGE=${language.replace(/[^A-Za-z0-9-]/g, '')}`;
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(date)}`,
    `DTEND;VALUE=DATE:${compact(addDays(date, 1))}`,
    `SEQUENCE:${sequence}`,
    `SUMMARY${said}:${escapeText(title)}`,
    ...(description === undefined ? [] : [`DESCRIPTION${said}:${escapeText(description)}`]),
    ...(url === undefined ? [] : [`URL:${escapeUri(url)}`]),
    ...(updated === undefined ? [] : [`LAST-MODIFIED:${compact(updated)}T000000Z`]),
    'TRANSP:TRANSPARENT',
    'STATUS:CONFIRMED',
    ...remind.flatMap((days) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `TRIGGER:${nineOClock(days)}`,
      `DESCRIPTION${said}:${escapeText(title)}`,
      'END:VALARM',
    ]),
    'END:VEVENT',
  ];
}

/** From the beginning of the day to nine in the morning so many days before. */
function nineOClock(daysBefore: number): string {
  const hours = daysBefore * 24 - 9;
  if (hours < 0) return `PT${-hours}H`;
  return hours < 24 ? `-PT${hours}H` : `-P${Math.floor(hours / 24)}DT${hours % 24}H`;
}

/** The day so many days later, `YYYY-MM-DD`. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function compact(date: string): string {
  return date.replaceAll('-', '');
}

/** RFC 5545, 3.3.11; signs that end a line anywhere, and other control characters, have no place in a text. */
function escapeText(text: string): string {
  return text
    .split(/\r\n|[\r\n\u0085\u2028\u2029]/)
    .map((line) => line.replace(/\p{Cc}/gu, ' ').replace(/[\\;,]/g, (sign) => `\\${sign}`))
    .join('\\n');
}

function escapeUri(url: string): string {
  return url.replace(/[\s\p{Cc}]/gu, (char) => encodeURIComponent(char));
}

/** Lines of at most 75 octets, never cut within a character; what goes on begins with a blank. */
function fold(line: string): string {
  const parts: string[] = [];
  let [part, octets] = ['', 0];
  for (const char of line) {
    const code = char.codePointAt(0) ?? 0;
    const size = code < 0x80 ? 1 : code < 0x8_00 ? 2 : code < 0x1_00_00 ? 3 : 4;
    if (octets + size > MOST_OCTETS) {
      parts.push(part);
      [part, octets] = ['', 1];
    }
    part += char;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}
