import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { fitOf, valueOf, type Entry } from '../state/entry.ts';
import { LIST_STEP } from '../state/map-state.ts';
import { dataText, japanese, type PageContext } from './context.ts';
import { fitBadge } from './fit-badge.ts';
import { markIcon } from './mark-icon.ts';

/** The list of the places shown, in steps; the map's equal. */
export function listView(
  context: PageContext,
  entries: readonly Entry[],
  all: number,
): TemplateResult {
  const { state, strings, dispatch } = context;
  const listed = entries.slice(0, state.listed);
  const rest = Math.min(LIST_STEP, entries.length - listed.length);
  const { here } = state;
  return html`
    <h2 class="list-title" id="list" tabindex="-1">
      <span>${here === undefined ? strings.list : strings.here(here.length)}</span>
      <span class="count" role="status"
        >${here === undefined ? strings.counted(entries.length, all) : nothing}</span
      >
    </h2>
    ${
      here === undefined
        ? nothing
        : html`<button class="plain" @click=${() => dispatch({ type: 'here', ids: undefined })}>
            ${strings.showAll}
          </button>`
    }
    ${
      entries.length === 0
        ? html`<div class="notice">
            <p><strong>${strings.noResult}</strong></p>
            <p>${strings.noResultHint}</p>
          </div>`
        : html`<ul class="places">
            ${repeat(
              listed,
              ({ id }) => id,
              (entry) => listItem(context, entry),
            )}
          </ul>`
    }
    ${
      rest > 0
        ? html`<button class="wide" @click=${() => dispatch({ type: 'more' })}>
            ${strings.next(rest)}
          </button>`
        : nothing
    }
  `;
}

function listItem({ state, strings, dispatch }: PageContext, entry: Entry): TemplateResult {
  const { id, name, layer } = entry;
  const { hazard, language } = state;
  const fit = hazard === undefined ? undefined : fitOf(entry, hazard);
  const address = valueOf(entry, 'address');
  return html`<li>
    <button class="place" data-place=${id} @click=${() => dispatch({ type: 'select', id })}>
      ${markIcon(layer.icon, layer.kind, layer.color)}
      <span class="place-text">
        <span class="place-name">${japanese(name, language)}</span>
        <span class="place-layer">${dataText(layer.title, language)}</span>
        ${address === undefined ? nothing : html`<span class="place-address">${japanese(address, language)}</span>`}
      </span>
      ${hazard === undefined ? nothing : fitBadge(fit, strings)}
    </button>
  </li>`;
}
