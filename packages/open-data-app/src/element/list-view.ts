import type { Order } from '@yokoten/open-data/browse';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { RecordView } from '../record-view.ts';
import { LIST_STEP, type PageContext } from './context.ts';

/** One entry of the list as it usually looks: the name, and what says most about it. */
export function usualCard(record: RecordView): TemplateResult {
  return html`<h3><a href=${record.href}>${record.name}</a></h3>
    ${record.highlights(3).map(({ label, value }) => html`<p><small>${label}</small> ${value}</p>`)}`;
}

/** How many there are, in which order, and one card for each. */
export function listView(
  context: PageContext,
  card: (record: RecordView) => TemplateResult,
  isMap: boolean,
): TemplateResult {
  const { strings, state, listed, table, orders, view } = context;
  const shown = listed.slice(0, state.listed);
  const left = listed.length - shown.length;
  const unplaced = isMap ? listed.filter(({ at }) => at === undefined).length : 0;
  return html`<section class="list" aria-labelledby="list-title">
    <div class="list-head">
      <h2 id="list-title" tabindex="-1">${strings.list}</h2>
      <p role="status">${strings.counted(listed.length, table.records.length)}</p>
      ${orders.length > 1 ? orderChoice(context) : nothing}
    </div>
    ${unplaced === 0 ? nothing : html`<p class="note">${strings.withoutPlace(unplaced)}</p>`}
    ${
      listed.length === 0
        ? html`<div class="notice">
            <p><strong>${strings.noResult}</strong></p>
            <p>${strings.noResultHint}</p>
          </div>`
        : html`<ol class="cards" role="list">
            ${repeat(
              shown,
              ({ id }) => id,
              (record) => {
                const seen = view(record);
                return html`<li data-record=${record.id} class=${seen.isOver ? 'over' : ''}>
                  ${card(seen)}
                  ${seen.isOver ? html`<p class="badge">${strings.over}</p>` : nothing}
                </li>`;
              },
            )}
          </ol>`
    }
    ${
      left === 0
        ? nothing
        : html`<button
            class="wide"
            @click=${() => context.change({ listed: state.listed + LIST_STEP })}
          >
            ${strings.next(Math.min(left, LIST_STEP))}
          </button>`
    }
  </section>`;
}

function orderChoice({ strings, state, orders, change }: PageContext): TemplateResult {
  const changed = (event: Event): void =>
    change({ order: (event.target as HTMLSelectElement).value as Order, listed: LIST_STEP });
  return html`<label class="order">
    <span>${strings.order}</span>
    <select @change=${changed}>
      ${orders.map(
        (order) =>
          html`<option value=${order} .selected=${order === state.order}>
            ${strings.orders[order]}
          </option>`,
      )}
    </select>
  </label>`;
}
