import { html, nothing, type TemplateResult } from 'lit';
import type { Entry } from '../state/entry.ts';
import type { CurrentState } from '../state-source/tracker.ts';
import { nowStrings } from '../strings/now.ts';
import { dataText, type PageContext } from './context.ts';
import { ago, when } from './now-age.ts';
import { nowProblem } from './now-problem.ts';
import type { NowWatch } from './now-watch.ts';
import { openingSign, seenText, type Seen } from './now-words.ts';
import { safeLink } from './safe-link.ts';

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
  return html`<section class="now-detail">
    <h3>${strings.title}</h3>
    ${nowProblem(watch, language)}
    ${
      state === undefined
        ? html`<p>${tracker.isHeard ? strings.nothingSaid : nothing}</p>`
        : html`<dl>${state.seen.map((one) => row(one, state, watch, language))}</dl>`
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
  { key, observed, age }: Seen,
  state: CurrentState,
  watch: NowWatch,
  language: string,
): TemplateResult {
  const strings = nowStrings(language);
  const text = seenText(key, observed, strings, language);
  const isPast = age.state !== 'fresh';
  return html`<div>
    <dt>${strings.labels[key]}</dt>
    <dd data-seen=${key} data-age=${age.state}>
      ${key === 'opening' ? openingSign(state.opening, strings) : text}
      <span class="seen-at"
        >${key === 'opening' && isPast ? html`「${text}」 ` : nothing}${when(observed, strings, language)}
        ${age.state === 'unknown' ? nothing : html`（${ago(observed, watch, strings)}）`}
        ${age.state === 'stale' ? strings.old : nothing}</span
      >
    </dd>
  </div>`;
}
