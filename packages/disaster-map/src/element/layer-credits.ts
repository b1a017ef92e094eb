import { html, nothing, type TemplateResult } from 'lit';
import type { Layer } from '../document.ts';
import { dataText, type WholeContext } from './context.ts';
import { creditList } from './credit-list.ts';
import { markIcon } from './mark-icon.ts';

type LayerGroup = readonly [Layer, ...Layer[]];

/** What each layer is, and where it comes from. Layers of one source and terms stand together, so that it is said once. */
export function layerCredits(layers: readonly Layer[], context: WholeContext): TemplateResult {
  const groups = new Map<string, [Layer, ...Layer[]]>();
  for (const layer of layers) {
    const key = JSON.stringify(layer.credit);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [layer]);
    else group.push(layer);
  }
  return html`${[...groups.values()].map((group) => groupCredit(group, context))}`;
}

function groupCredit(group: LayerGroup, context: WholeContext): TemplateResult {
  const { strings, language } = context;
  return html`<section>
    <h3>${strings.creditTitle}</h3>
    <ul class="kinds">
      ${group.map(
        (layer) =>
          html`<li>
            ${markIcon(layer)}
            <div>
              <p>${dataText(layer.title, language)}</p>
              ${layer.note === undefined ? nothing : html`<p class="note">${dataText(layer.note, language)}</p>`}
            </div>
          </li>`,
      )}
    </ul>
    ${creditList(group[0].credit, context)}
  </section>`;
}
