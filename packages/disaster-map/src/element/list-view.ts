import { html, nothing, type TemplateResult } from 'lit';
import { fitOf, valueOf, type Entry } from '../state/entry.ts';
import { LIST_STEP } from '../state/map-state.ts';
import { dataText, japanese, type PageContext } from './context.ts';
import { fitBadge } from './fit-badge.ts';
import { markIcon } from './mark-icon.ts';
import type { NearStart } from './near-start.ts';

/** The list of the places shown, in steps; the map's equal. */
export function listView(context: PageContext, near: NearStart): TemplateResult {
  const { state, strings, entries, ordered, dispatch } = context;
  const listed = ordered.slice(0, state.listed);
  const rest = Math.min(LIST_STEP, ordered.length - listed.length);
  const isHere = state.here !== undefined;
  return html`
    <div class="list-title">
      <h2 id="list" tabindex="-1">${isHere ? strings.here : strings.list}</h2>
      <p class="amount" role="status">
        ${strings.counted(ordered.length, isHere ? ordered.length : entries.length)}
      </p>
    </div>
    ${
      isHere
        ? html`<button class="plain" @click=${() => dispatch({ type: 'here', ids: undefined })}>
            ${strings.showAll}
          </button>`
        : nothing
    }
    ${
      ordered.length === 0
        ? noResult(context)
        : html`<ul class="places">
            ${listed.map((entry) => listItem(context, entry, near))}
          </ul>`
    }
    ${
      rest > 0
        ? html`<button class="wide" data-more @click=${() => dispatch({ type: 'more' })}>
            ${strings.next(rest)}
          </button>`
        : nothing
    }
  `;
}

function listItem(context: PageContext, entry: Entry, near: NearStart): TemplateResult {
  const { state, strings, language, dispatch } = context;
  const { id, name, layer } = entry;
  const { hazard } = state;
  const address = valueOf(entry, 'address');
  return html`<li>
    <button class="place" data-place=${id} @click=${() => dispatch({ type: 'select', id })}>
      ${markIcon(layer)}
      <span class="place-text">
        <span class="place-name">${japanese(name, language)}</span>
        <span class="place-layer">${dataText(layer.title, language)}</span>
        ${
          address === undefined
            ? nothing
            : html`<span class="place-address">${japanese(address, language)}</span>`
        }
        ${near.line(entry, context)} ${context.now.write((now) => now.line(entry, context))}
      </span>
      ${hazard === undefined ? nothing : fitBadge(fitOf(entry, hazard), strings)}
    </button>
  </li>`;
}

function noResult({ state, strings, dispatch }: PageContext): TemplateResult {
  return html`<div class="notice">
    <p><strong>${strings.noResult}</strong></p>
    <p>${strings.noResultHint}</p>
    ${
      state.query === ''
        ? nothing
        : html`<button class="wide" @click=${() => dispatch({ type: 'search', query: '' })}>
            ${strings.clearSearch}
          </button>`
    }
    ${
      state.onlyOpen
        ? html`<button
            class="wide"
            @click=${() => dispatch({ type: 'only-open', onlyOpen: false })}
          >
            ${strings.showAll}
          </button>`
        : nothing
    }
    ${
      state.filters.size === 0
        ? nothing
        : html`<button class="wide" @click=${() => dispatch({ type: 'filter' })}>
            ${strings.clearFilters}
          </button>`
    }
  </div>`;
}
