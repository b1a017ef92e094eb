import { html, type TemplateResult } from 'lit';
import type { PageContext } from './context.ts';
import type { NearFinder } from './near-finder.ts';

/** Where the search for somewhere to go begins, above the list; what follows is loaded when it is pressed. */
export function nearStart(context: PageContext, finder: NearFinder): TemplateResult {
  const { strings, document } = context;
  if (finder.view !== undefined) return finder.view(context, finder);
  const hasShelters = document.layers.some(({ kind }) => kind !== 'facility');
  return html`<div class="near">
    <button class="wide primary" data-near @click=${() => void finder.usePosition()}>
      ${hasShelters ? strings.nearFind : strings.nearFindPlace}
    </button>
    <button class="plain" data-near-other @click=${() => void finder.open()}>
      ${strings.nearOther}
    </button>
  </div>`;
}
