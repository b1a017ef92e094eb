import { formatDate } from '@yokoten/standard';
import { html, type TemplateResult } from 'lit';
import { ageOf, type Age } from '../state-source/age.ts';
import type { Observed } from '../state-source/observed.ts';
import type { NowStrings } from '../strings/now-ja.ts';
import { ageText } from './age-text.ts';
import type { NowWatch } from './now-watch.ts';

/** How long ago something was seen; it goes on by itself. */
export function ago(
  observed: Observed<unknown>,
  { tracker }: NowWatch,
  strings: NowStrings,
  say: (ago: string) => string = String,
): TemplateResult {
  const write = (): string => {
    const age: Age = ageOf(observed, tracker.now(), Infinity);
    return say(age.state === 'unknown' ? strings.timeUnknown : strings.ago(age.milliseconds));
  };
  return html`<span class="ago">${ageText(write)}</span>`;
}

/** When something was seen, with its date: for the detail, and for paper, on which no age goes on. */
export function when({ at }: Observed<unknown>, strings: NowStrings, language: string): string {
  const date = at === undefined ? undefined : new Date(at);
  if (date === undefined || Number.isNaN(date.getTime())) return strings.timeUnknown;
  return strings.asOf(formatDate(date.toISOString(), language));
}
