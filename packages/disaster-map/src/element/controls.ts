import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { HazardId } from '../document.ts';
import { dataText, type PageContext } from './context.ts';
import { markIcon } from './mark-icon.ts';

/** Search box, hazard chips and layer switches. */
export function controls(context: PageContext): TemplateResult {
  const { document, state, strings, dispatch } = context;
  return html`
    <div class="search">
      <label for="search">${strings.search}</label>
      <input
        id="search"
        type="search"
        enterkeyhint="search"
        autocomplete="off"
        placeholder=${strings.searchHint}
        .value=${live(state.query)}
        @input=${(event: Event) => dispatch({ type: 'search', query: (event.target as HTMLInputElement).value })}
      />
    </div>
    ${document.hazards.length === 0 ? nothing : hazardChips(context)}
    <details class="layers" ?open=${document.layers.length <= 3}>
      <summary>${strings.layers}</summary>
      <ul>
        ${document.layers.map((layer) => layerSwitch(context, layer))}
      </ul>
    </details>
  `;
}

function hazardChips({ document, state, strings, dispatch }: PageContext): TemplateResult {
  const chip = (hazard: HazardId | undefined, text: string): TemplateResult =>
    html`<label class="chip">
      <input
        type="radio"
        name="hazard"
        .checked=${live(state.hazard === hazard)}
        @change=${() => dispatch({ type: 'hazard', hazard })}
      /><span>${text}</span>
    </label>`;
  return html`<fieldset class="hazards">
    <legend>${strings.hazard}</legend>
    ${chip(undefined, strings.anyHazard)}
    ${document.hazards.map((id) => chip(id, strings.hazards[id]))}
  </fieldset>`;
}

function layerSwitch(
  { state, strings, dispatch }: PageContext,
  { id, title, note, icon, kind, color, places }: PageContext['document']['layers'][number],
): TemplateResult {
  return html`<li>
    <label>
      <input
        type="checkbox"
        data-layer=${id}
        .checked=${live(state.layers.has(id))}
        @change=${(event: Event) =>
          dispatch({ type: 'layer', id, visible: (event.target as HTMLInputElement).checked })}
      />
      ${markIcon(icon, kind, color)}
      <span>${dataText(title, state.language)}</span>
      <span class="count">${strings.places(places.length)}</span>
    </label>
    ${note === undefined ? nothing : html`<p class="note">${dataText(note, state.language)}</p>`}
  </li>`;
}
