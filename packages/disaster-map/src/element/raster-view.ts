import { html, nothing, type TemplateResult } from 'lit';
import type { HazardLayer } from '../document.ts';
import { offeredRasters } from '../state/hazard-choice.ts';
import type { PageContext } from './context.ts';
import { creditList } from './credit-list.ts';
import { hazardLegend } from './hazard-legend.ts';
import { wholeContext } from './whole-context.ts';

/** Which hazard raster lies over the map, how strong it is and whose it is; folded away. */
export function rasterView(page: PageContext): TemplateResult | typeof nothing {
  const context = wholeContext(page);
  const { document, state, raster, strings, language, dispatch } = context;
  const offered = offeredRasters(document, state);
  if (offered.length === 0) return nothing;
  // An option holds nothing but text, so no part of it can declare its language.
  const titleOf = ({ title }: HazardLayer): string => title[language] ?? title.ja;
  const choose = ({ target }: Event): void =>
    dispatch({ type: 'raster', raster: (target as HTMLSelectElement).value });
  const fade = ({ target }: Event): void =>
    dispatch({ type: 'opacity', opacity: Number((target as HTMLInputElement).value) / 100 });
  const shown = raster === undefined ? strings.rasterNone : titleOf(raster);
  return html`<details class=${raster === undefined ? 'layers raster' : 'layers raster chosen'}>
    <summary>
      <span>${strings.raster}</span>
      <span class="amount">${shown}</span>
    </summary>
    <select id="raster" aria-label=${strings.raster} @change=${choose}>
      <option value="none" .selected=${raster === undefined}>${strings.rasterNone}</option>
      ${offered.map(
        (layer) =>
          html`<option value=${layer.id} .selected=${layer.id === raster?.id}>
            ${titleOf(layer)}
          </option>`,
      )}
    </select>
    ${
      raster === undefined
        ? nothing
        : html`<label
              >${strings.opacity}
              <input
                id="opacity"
                type="range"
                min="10"
                max="100"
                step="10"
                .value=${String(Math.round(state.opacity * 100))}
                @input=${fade}
            /></label>
            <div class="detail">${creditList(raster.credit, context)}</div>`
    }
  </details>`;
}

/** What the colours over the map mean: always in sight while there are any. */
export function rasterLegend(page: PageContext): TemplateResult | typeof nothing {
  const { raster } = page;
  if (raster === undefined) return nothing;
  const context = wholeContext(page);
  return html`${hazardLegend(raster, context)}
    <p class="legend-note">${context.strings.rasterNote}</p>`;
}
