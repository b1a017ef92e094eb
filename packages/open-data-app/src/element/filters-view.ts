import {
  type ChoiceFacet,
  EVERYTHING,
  type Facet,
  type RangeFacet,
  type Selection,
  type Span,
} from '@yokoten/open-data/browse';
import { html, nothing, type TemplateResult } from 'lit';
import { said } from '../record-view.ts';
import { LIST_STEP, type PageContext } from './context.ts';

/** Search and everything that narrows the list. */
export function filtersView(context: PageContext, isOpen: boolean): TemplateResult {
  const { strings, facets, state } = context;
  const { selection } = state;
  const set = facets.filter((facet) => isSet(facet, selection)).length;
  const typed = (event: Event): void =>
    choose(context, { query: (event.target as HTMLInputElement).value });
  return html`<search>
    <form role="search" @submit=${stay}>
      <label class="query">
        <span>${strings.search}</span>
        <input
          type="search"
          enterkeyhint="search"
          autocomplete="off"
          maxlength="200"
          placeholder=${strings.searchHint}
          .value=${selection.query}
          @input=${typed}
        />
      </label>
      ${
        facets.length === 0
          ? nothing
          : html`<details class="filters" ?open=${isOpen || set > 0}>
              <summary>${set === 0 ? strings.filters : strings.narrowed(set)}</summary>
              <div class="facets">${facets.map((facet) => facetView(facet, context, isOpen))}</div>
            </details>`
      }
      ${
        set === 0 && selection.query === ''
          ? nothing
          : html`<button
              type="button"
              class="plain"
              @click=${() => context.change({ selection: EVERYTHING, listed: LIST_STEP })}
            >
              ${strings.clear}
            </button>`
      }
    </form>
  </search>`;
}

/** The list follows every key: there is nothing to send. */
function stay(event: Event): void {
  event.preventDefault();
}

function isSet({ id }: Facet, { choices, spans }: Selection): boolean {
  return (choices.get(id)?.length ?? 0) > 0 || spans.has(id);
}

function choose(context: PageContext, change: Partial<Selection>): void {
  context.change({ selection: { ...context.state.selection, ...change }, listed: LIST_STEP });
}

/** One line that opens, so that the list stays near; what is set stands open. */
function facetView(facet: Facet, context: PageContext, isOpen: boolean): TemplateResult {
  const { state, language } = context;
  const label = said(facet.label, language);
  return html`<details class="facet" ?open=${isOpen || isSet(facet, state.selection)}>
    <summary>${label}</summary>
    <div role="group" aria-label=${label} class=${facet.kind}>
      ${facet.kind === 'choice' ? choiceView(facet, context) : rangeView(facet, context)}
    </div>
  </details>`;
}

/** Options that are seen without opening the rest. */
const SEEN = 8;

function choiceView(facet: ChoiceFacet, context: PageContext): TemplateResult {
  const { language, strings, state, browsed } = context;
  const chosen = state.selection.choices.get(facet.id) ?? [];
  const counts = browsed.counts.get(facet.id);
  const option = ({ value, label }: ChoiceFacet['options'][number]): TemplateResult => {
    const ticked = (event: Event): void => {
      const others = chosen.filter((one) => one !== value);
      const now = (event.target as HTMLInputElement).checked ? [...others, value] : others;
      const choices = new Map(state.selection.choices);
      if (now.length === 0) choices.delete(facet.id);
      else choices.set(facet.id, now);
      choose(context, { choices });
    };
    return html`<label class="option">
      <input type="checkbox" .checked=${chosen.includes(value)} @change=${ticked} />
      <span>${said(label, language)}</span>
      <small>${(counts?.get(value) ?? 0).toLocaleString(language === 'en' ? 'en' : 'ja')}</small>
    </label>`;
  };
  const seen = facet.options.length > SEEN + 2 ? SEEN : facet.options.length;
  const rest = facet.options.slice(seen);
  return html`${facet.options.slice(0, seen).map(option)}
    ${
      rest.length === 0
        ? nothing
        : html`<details ?open=${rest.some(({ value }) => chosen.includes(value))}>
            <summary>${strings.further(rest.length)}</summary>
            ${rest.map(option)}
          </details>`
    }
  </fieldset>`;
}

function rangeView(facet: RangeFacet, context: PageContext): TemplateResult {
  const { strings, state, today } = context;
  const span = state.selection.spans.get(facet.id) ?? {};
  const set = (change: Span): void => {
    const now = Object.entries({ ...span, ...change }).filter(([, end]) => end !== '');
    const spans = new Map(state.selection.spans);
    if (now.length === 0) spans.delete(facet.id);
    else spans.set(facet.id, Object.fromEntries(now) as Span);
    choose(context, { spans });
  };
  const isDate = facet.of === 'date';
  const end = (key: 'from' | 'to', label: string): TemplateResult =>
    html`<label>
      <span>${label}</span>
      <input
        type=${facet.of}
        .value=${span[key] ?? ''}
        @change=${(event: Event) => set({ [key]: (event.target as HTMLInputElement).value })}
      />
    </label>`;
  return html`${end('from', isDate ? strings.from : strings.atLeast)}
    ${end('to', isDate ? strings.to : strings.atMost)}
    ${
      isDate && span.from !== today
        ? html`<button type="button" class="plain" @click=${() => set({ from: today })}>
            ${strings.fromToday}
          </button>`
        : nothing
    }
  </fieldset>`;
}
