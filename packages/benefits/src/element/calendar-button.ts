import { html, nothing, type TemplateResult } from 'lit';
import { toICalendar } from '../calendar/i-calendar.ts';
import { programmeEvents } from '../calendar/programme-events.ts';
import type { Programme } from '../model/programme.ts';
import type { WholeContext } from './context.ts';

/** How far ahead deadlines are put into a calendar. */
const YEARS = 3;

/** A button that makes a calendar file of a programme's deadlines here, so that a date of birth goes nowhere. */
export function calendarButton(
  programme: Programme,
  context: WholeContext,
): TemplateResult | typeof nothing {
  const { strings } = context;
  const text = calendarText(programme, context, new Date());
  if (text === undefined) return nothing;
  return html`<div>
    <button class="wide" data-calendar @click=${() => save(`${programme.id}.ics`, text)}>
      ${strings.calendar}
    </button>
    <p class="note">${strings.calendarHint}</p>
  </div>`;
}

/** The file, or nothing where no deadline has a day. */
export function calendarText(
  programme: Programme,
  { check, state, texts, language }: Pick<WholeContext, 'check' | 'state' | 'texts' | 'language'>,
  now: Date,
): string | undefined {
  const { date, pack } = check;
  const to = `${Number(date.slice(0, 4)) + YEARS}${date.slice(4)}`;
  const events = programmeEvents([programme], state.members, {
    from: date,
    to,
    version: pack.version,
    texts,
    language,
  });
  if (events.length === 0) return undefined;
  const name = texts.programmes[programme.id]?.title ?? programme.id;
  return toICalendar(events, { name, now, language });
}

/** Hands a text to the browser as a file; nothing is fetched. */
function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  // The browser has taken it by then; without this, the page keeps the bytes.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
