import { html, nothing, type TemplateResult } from 'lit';
import type { Observed, ObservedKey, Opening } from '../state-source/observed.ts';
import type { CurrentState } from '../state-source/tracker.ts';
import type { NowStrings } from '../strings/now-ja.ts';
import { japanese } from './context.ts';

/** One thing that was seen. */
export type Seen = CurrentState['seen'][number];

/** Whether people are let in, as a word in a frame; what is not certain is said to be so, never the word itself. */
export function openingSign(opening: Opening | undefined, strings: NowStrings): TemplateResult {
  return html`<strong class="opening" data-opening=${opening ?? 'unknown'}
    >${opening === undefined ? strings.unsure : strings.opening[opening]}</strong
  >`;
}

/** What was seen, in words, whatever its age. */
export function seenText(
  key: ObservedKey,
  { value }: Observed<unknown>,
  strings: NowStrings,
  language: string,
): TemplateResult | string | typeof nothing {
  if (key === 'opening') return isOpening(value) ? strings.opening[value] : nothing;
  if (typeof value === 'number') return strings.people(value);
  return typeof value === 'string' ? japanese(value, language) : nothing;
}

function isOpening(value: unknown): value is Opening {
  return value === 'open' || value === 'full' || value === 'closed';
}
