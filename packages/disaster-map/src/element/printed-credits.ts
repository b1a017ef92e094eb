import { html, nothing, type TemplateResult } from 'lit';
import type { PageContext } from './context.ts';
import { layerCredits } from './layer-credits.ts';

/** On paper: where the list comes from, and where the page is found again. */
export function printedCredits(isList: boolean, context: PageContext): TemplateResult {
  const { document, state } = context;
  const layers = document.layers.filter(({ id }) => state.layers.has(id));
  return html`<footer class="printed detail">
    ${isList ? layerCredits(layers, context) : nothing}
    <p>${location.href}</p>
  </footer>`;
}
