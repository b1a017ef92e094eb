import { html, type TemplateResult } from 'lit';
import { dataText, type PageContext } from './context.ts';
import { creditList } from './credit-list.ts';

/** On paper: where what is listed comes from, and where to find it again. */
export function printedCredits(context: PageContext): TemplateResult {
  const { document, state, language, strings } = context;
  return html`<section class="printed">
    <h2>${strings.creditTitle}</h2>
    <p>${location.href}</p>
    ${document.layers
      .filter(({ id }) => state.layers.has(id))
      .map(
        ({ title, credit }) =>
          html`<h3>${dataText(title, language)}</h3>
            ${creditList(credit, context)}`,
      )}
  </section>`;
}
