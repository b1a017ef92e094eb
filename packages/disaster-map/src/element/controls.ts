import { html, nothing, type TemplateResult } from 'lit';
import type { HazardId } from '../document.ts';
import type { PageContext } from './context.ts';
import { fieldFilters } from './field-filters.ts';
import { layerSwitches } from './layer-switches.ts';

/** The search field. What an input method is still composing is not searched for. */
export function searchField({ state, strings, dispatch }: PageContext): TemplateResult {
  const search = (event: Event): void => {
    if (event instanceof InputEvent && event.isComposing) return;
    dispatch({ type: 'search', query: (event.target as HTMLInputElement).value });
  };
  return html`<div class="search">
    <label class="unseen" for="search">${strings.search}</label>
    <svg class="line" viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="10.5" cy="10.5" r="6.5"></circle>
      <path d="M15.5 15.5l5 5"></path>
    </svg>
    <input
      id="search"
      type="search"
      enterkeyhint="search"
      autocomplete="off"
      placeholder=${strings.searchHint}
      .value=${state.query}
      @input=${search}
      @compositionend=${search}
    />
  </div>`;
}

/** Hazard chips and filters by field. */
export function filters(context: PageContext): TemplateResult {
  const { hazards } = context.document;
  return html`${hazards.length === 0 ? nothing : hazardChips(context)} ${fieldFilters(context)}`;
}

/** The legend, folded away: which layers there are, and which of them are shown. */
export function layersView(context: PageContext): TemplateResult {
  const { document, state, strings } = context;
  const { layers } = document;
  const shown = layers.filter(({ id }) => state.layers.has(id)).length;
  return html`<details class="layers">
    <summary>
      <span>${strings.layers}</span>
      <span class="amount">${strings.layersShown(shown, layers.length)}</span>
    </summary>
    ${layerSwitches(context)}
  </details>`;
}

function hazardChips({ document, state, strings, dispatch }: PageContext): TemplateResult {
  const chip = (hazard: HazardId | undefined, text: string): TemplateResult =>
    html`<label class="chip">
      <input
        type="radio"
        name="hazard"
        .checked=${state.hazard === hazard}
        @change=${() => dispatch({ type: 'hazard', hazard })}
      /><span>${text}</span>
    </label>`;
  return html`<fieldset class="hazards">
    <legend>${strings.hazard}</legend>
    <div class="chips">
      ${chip(undefined, strings.anyHazard)}
      ${document.hazards.map((id) => chip(id, strings.hazards[id]))}
    </div>
  </fieldset>`;
}
