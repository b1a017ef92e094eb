import { html, nothing, type TemplateResult } from 'lit';
import type { Entry } from '../state/entry.ts';
import { dataText, japanese, type WholeContext } from './context.ts';
import { markIcon } from './mark-icon.ts';

/** About eleven metres of latitude: what stands nearer shares a mark's spot at any zoom. */
const SAME_SPOT_DEGREES = 1e-4;
const MOST = 30;

/** The other items at the same place, whatever their layer, to go on to one of them. */
export function neighbours(
  entry: Entry,
  { entries, strings, language, dispatch }: WholeContext,
): TemplateResult | typeof nothing {
  const others = entries.filter((other) => other !== entry && isAt(entry, other)).slice(0, MOST);
  if (others.length === 0) return nothing;
  return html`<h3>${strings.samePlace}</h3>
    <ul class="places">
      ${others.map(
        ({ id, name, layer }) =>
          html`<li>
            <button class="place" data-place=${id} @click=${() => dispatch({ type: 'select', id })}>
              ${markIcon(layer)}
              <span class="place-text">
                <span class="place-name">${japanese(name, language)}</span>
                <span class="place-layer">${dataText(layer.title, language)}</span>
              </span>
            </button>
          </li>`,
      )}
    </ul>`;
}

function isAt({ place: [lng, lat] }: Entry, { place: [x, y] }: Entry): boolean {
  const narrowing = Math.cos((lat * Math.PI) / 180);
  return Math.hypot((x - lng) * narrowing, y - lat) < SAME_SPOT_DEGREES;
}
