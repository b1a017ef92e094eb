import { html, type TemplateResult } from 'lit';
import type { Summary, Product } from '../protocol.ts';
import type { Item } from '../state.ts';
import type { Context } from './context.ts';
import { icon } from './icons.ts';

const PRODUCTS: readonly Product[] = ['csv', 'xlsx', 'geojson', 'patches', 'html'];

/** What can be taken home; each is made when it is asked for. */
export function downloads(
  { words, acts }: Context,
  item: Item,
  { located }: Summary,
): TemplateResult {
  const offered = PRODUCTS.filter((product) => product !== 'geojson' || located !== null);
  return html`<section class="downloads" aria-labelledby="downloads">
    <h3 id="downloads" class="label">${words.takeHome}</h3>
    <ul>
      ${offered.map(
        (product) =>
          html`<li>
            <button
              class=${product === 'csv' ? 'primary' : 'secondary'}
              data-product=${product}
              @click=${() => acts.take(item, product)}
            >
              ${icon('save')} ${words.products[product]}
            </button>
          </li>`,
      )}
    </ul>
  </section>`;
}
