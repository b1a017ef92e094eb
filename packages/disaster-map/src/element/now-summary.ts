import { html, nothing, type TemplateResult } from 'lit';
import type { PlaceState } from '../state-source/observed.ts';
import { nowStrings } from '../strings/now.ts';
import { japanese, type PageContext } from './context.ts';
import { ago, when } from './now-age.ts';
import { nowProblem } from './now-problem.ts';
import type { NowWatch } from './now-watch.ts';
import { seenText } from './now-words.ts';

/** Above the list: how many are known to be open, how new that is, and the choice of those. */
export function nowSummary(watch: NowWatch, context: PageContext): TemplateResult {
  const { state, language, dispatch } = context;
  const strings = nowStrings(language);
  const { tracker } = watch;
  const openings = [...(state.openings?.values() ?? [])];
  const open = openings.filter((opening) => opening === 'open').length;
  const latest = tracker.latest();
  const choose = ({ target }: Event): void =>
    dispatch({ type: 'only-open', onlyOpen: (target as HTMLInputElement).checked });
  // The age is outside of what is read aloud when it changes: it changes every minute.
  return html`<section class="now" aria-label=${strings.title}>
    <p class="now-said">
      <span role="status">
        ${tracker.isHeard ? strings.count(open) : tracker.problem ? nothing : strings.loading}
      </span>
      ${
        latest === undefined
          ? nothing
          : html`${ago({ value: undefined, at: latest }, watch, strings, strings.latest)}
              <span class="as-of"
                >${when({ value: undefined, at: latest }, strings, language)}</span
              >`
      }
    </p>
    ${
      openings.length === 0 && !state.onlyOpen
        ? nothing
        : html`<label class="chip">
              <input
                type="checkbox"
                data-only-open
                .checked=${state.onlyOpen}
                @change=${choose}
              /><span>${strings.onlyOpen}</span>
            </label>
            ${state.onlyOpen ? html`<p class="now-note">${strings.onlyOpenNote}</p>` : nothing}`
    }
    <div role="status">${nowProblem(watch, language)}</div>
  </section>`;
}

/** Below the list. What is said about places that are not in it is text: it is never put onto a place that is merely alike. */
export function nowUnplaced(
  watch: NowWatch,
  { language }: PageContext,
): TemplateResult | typeof nothing {
  const states = watch.tracker.unplaced.slice(0, MOST);
  const strings = nowStrings(language);
  if (states.length === 0) return nothing;
  return html`<details class="unplaced">
    <summary>${strings.unplaced(watch.tracker.unplaced.length)}</summary>
    <p class="now-note">${strings.unplacedNote}</p>
    <ul>
      ${states.map((state) => html`<li>${unplacedLine(state, watch, language)}</li>`)}
    </ul>
  </details>`;
}

/** More than this are a sign that the source is about another town. */
const MOST = 100;

function unplacedLine(
  { name, id, ...state }: PlaceState,
  watch: NowWatch,
  language: string,
): TemplateResult {
  const strings = nowStrings(language);
  const { opening, people } = state;
  const seen = opening ?? people;
  const said = opening && watch.tracker.openingOf(opening);
  return html`${japanese(name ?? id ?? strings.unnamed, language)}:
  ${opening === undefined ? nothing : said === undefined ? strings.unsure : strings.opening[said]}
  ${people === undefined ? nothing : seenText('people', people, strings, language)}
  ${seen === undefined ? nothing : html`（${ago(seen, watch, strings)}）`}`;
}
