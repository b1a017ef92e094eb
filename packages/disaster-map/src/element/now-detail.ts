import { html, nothing, type TemplateResult } from 'lit';
import type { Entry } from '../state/entry.ts';
import type { CurrentState } from '../state-source/tracker.ts';
import { nowStrings } from '../strings/now.ts';
import { dataText, type PageContext } from './context.ts';
import { ago, when } from './now-age.ts';
import { nowProblem } from './now-problem.ts';
import type { NowWatch } from './now-watch.ts';
import { openingSign, seenText, type Seen } from './now-words.ts';
import { safeLink } from '@yokoten/ui';

/** In the detail of a place: what is known of it now, each with when it was seen and how long ago that is. */
export function nowDetail(
  watch: NowWatch,
  entry: Entry,
  { language }: PageContext,
): TemplateResult | typeof nothing {
  if (!watch.concerns(entry)) return nothing;
  const strings = nowStrings(language);
  const state = watch.stateOf(entry);
  const { credit, tracker } = watch;
  const [first] = state?.seen ?? [];
  // What was seen at one time has one age, said above all of it.
  const isOneTime =
    first !== undefined &&
    state?.seen.every(({ observed }) => observed.at === first.observed.at) === true &&
    first.age.state === 'fresh';
  return html`<section class="now-detail">
    <h3>${strings.title}</h3>
    ${nowProblem(watch, language)}
    ${
      state === undefined || first === undefined
        ? html`<p>${tracker.isHeard ? strings.nothingSaid : nothing}</p>`
        : html`${isOneTime ? seenAt(first, false, watch, language) : nothing}
            <dl>${state.seen.map((one) => row(one, state, watch, language, isOneTime))}</dl>`
    }
    ${
      credit === undefined || state === undefined
        ? nothing
        : html`<p class="note">
            ${strings.source}:
            ${
              credit.url === undefined
                ? dataText(credit.source, language)
                : safeLink(credit.url, dataText(credit.source, language))
            }
          </p>`
    }
  </section>`;
}

function row(
  one: Seen,
  state: CurrentState,
  watch: NowWatch,
  language: string,
  isOneTime: boolean,
): TemplateResult {
  const { key, observed, age } = one;
  const strings = nowStrings(language);
  return html`<div>
    <dt>${strings.labels[key]}</dt>
    <dd data-seen=${key} data-age=${age.state}>
      ${key === 'opening' ? openingSign(state.opening, strings) : seenText(key, observed, strings, language)}
      ${isOneTime ? nothing : seenAt(one, key === 'opening', watch, language)}
    </dd>
  </div>`;
}

/** When it was seen, how long ago that is, and whether that is too long. */
function seenAt(
  { key, observed, age }: Seen,
  isOpening: boolean,
  watch: NowWatch,
  language: string,
): TemplateResult {
  const strings = nowStrings(language);
  const past =
    isOpening && age.state !== 'fresh'
      ? html`「${seenText(key, observed, strings, language)}」 `
      : nothing;
  return html`<span class="seen-at"
    >${past}${when(observed, strings, language)}
    ${
      age.state === 'unknown'
        ? nothing
        : html`<span class="whole">（${ago(observed, watch, strings)}）</span>`
    }
    ${age.state === 'stale' ? strings.old : nothing}</span
  >`;
}
