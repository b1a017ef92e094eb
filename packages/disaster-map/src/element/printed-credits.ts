import { html, nothing, type TemplateResult } from 'lit';
import type { PageContext } from './context.ts';
import { layerCredits } from './layer-credits.ts';
import { wholeContext } from './whole-context.ts';

/** On paper: where the list comes from, and where the page is found again. */
export function printedCredits(isList: boolean, page: PageContext): TemplateResult {
  const context = wholeContext(page);
  const { document, state } = context;
  const layers = document.layers.filter(({ id }) => state.layers.has(id));
  return html`<footer class="printed detail">
    ${isList ? layerCredits(layers, context) : nothing}
    <p>${location.href}</p>
  </footer>`;
}
