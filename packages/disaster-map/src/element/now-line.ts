import { html, nothing, type TemplateResult } from 'lit';
import type { Entry } from '../state/entry.ts';
import { nowStrings } from '../strings/now.ts';
import type { PageContext } from './context.ts';
import { ago, when } from './now-age.ts';
import type { NowWatch } from './now-watch.ts';
import { openingSign, seenText, type Seen } from './now-words.ts';

/** In a list item: what is known of the place now, each with its age; nothing where nothing is. */
export function nowLine(
  watch: NowWatch,
  entry: Entry,
  { language }: PageContext,
): TemplateResult | typeof nothing {
  const state = watch.stateOf(entry);
  const strings = nowStrings(language);
  // How many fit in alone says nothing about now.
  const seen = state?.seen.filter(({ key }) => key !== 'capacity') ?? [];
  if (state === undefined || seen.length === 0) return nothing;
  const write = (one: Seen): TemplateResult => {
    const { key, observed, age } = one;
    const text = seenText(key, observed, strings, language);
    const isPast = age.state !== 'fresh';
    const words = key !== 'opening' ? text : isPast ? html`（${text}）` : nothing;
    const old = age.state === 'stale' ? ` ${strings.old}` : '';
    const asOf = html`<span class="as-of">${when(observed, strings, language)}</span>`;
    return html`<span class=${isPast ? 'past' : ''}
      >${key === 'opening' ? openingSign(state.opening, strings) : nothing}${words}
      ${isLastOf(one, seen) ? html`${ago(observed, watch, strings)}${asOf}${old}` : nothing}</span
    >`;
  };
  return html`<span class="place-now">${seen.map(write)}</span>`;
}

/** What was seen at one time has one age, said behind the last of it. */
function isLastOf(one: Seen, seen: readonly Seen[]): boolean {
  const next = seen[seen.indexOf(one) + 1];
  return next === undefined || next.observed.at !== one.observed.at;
}
