import { html, nothing, type TemplateResult } from 'lit';
import { offeredRasters } from '../state/hazard-choice.ts';
import type { PageContext } from './context.ts';
import { creditList } from './credit-list.ts';
import { hazardLegend } from './hazard-legend.ts';

/** Which hazard raster lies over the map, what its colours mean, how strong it is and whose it is. */
export function rasterView(context: PageContext): TemplateResult | typeof nothing {
  const { document, state, raster, strings, language, dispatch } = context;
  const offered = offeredRasters(document, state);
  if (offered.length === 0) return nothing;
  const choose = ({ target }: Event): void =>
    dispatch({ type: 'raster', raster: (target as HTMLSelectElement).value });
  const fade = ({ target }: Event): void =>
    dispatch({ type: 'opacity', opacity: Number((target as HTMLInputElement).value) / 100 });
  return html`<div class="raster">
    <label for="raster">${strings.raster}</label>
    <select id="raster" @change=${choose}>
      <option value="none" .selected=${raster === undefined}>${strings.rasterNone}</option>
      ${offered.map(
        ({ id, title }) =>
          html`<option value=${id} .selected=${id === raster?.id}>
            ${title[language] ?? title.ja}
          </option>`,
      )}
    </select>
    ${
      raster === undefined
        ? nothing
        : html`${hazardLegend(raster, context)}
            <p class="legend-note">${strings.rasterNote}</p>
            <details>
              <summary>${strings.rasterMore}</summary>
              <label class="opacity"
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
              <div class="detail">${creditList(raster.credit, context)}</div>
            </details>`
    }
  </div>`;
}
