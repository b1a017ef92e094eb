import { html, nothing, type TemplateResult } from 'lit';
import type { MapDocument } from '../document.ts';
import { dataText, type PageContext } from './context.ts';
import { safeLink } from './safe-link.ts';

/** The line on the map: whose background and boundary this is. */
export function mapCredits(
  { background, boundary }: MapDocument,
  { state }: PageContext,
): TemplateResult | typeof nothing {
  const credits = [background?.credit, boundary?.credit].filter((credit) => credit !== undefined);
  if (credits.length === 0) return nothing;
  return html`<p class="map-credits">
    ${credits.map(({ source, url }) => {
      const text = dataText(source, state.language);
      return html`<span>${url === undefined ? text : safeLink(url, html`${text}`)}</span> `;
    })}
  </p>`;
}
