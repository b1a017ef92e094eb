import { html, nothing, type TemplateResult } from 'lit';
import { dataText, type PageContext } from './context.ts';
import { safeLink } from '@yokoten/ui';

/**
 * The line on the map: whose background, hazard raster and boundary this is. Which of two backgrounds is drawn, a
 * machine decides.
 */
export function mapCredits({
  document,
  raster,
  language,
}: PageContext): TemplateResult | typeof nothing {
  const { background, vector, boundary } = document;
  const credits = [vector?.credit, background?.credit, raster?.credit, boundary?.credit].filter(
    (credit) => credit !== undefined,
  );
  if (credits.length === 0) return nothing;
  return html`<footer class="map-credits">
    ${credits.map(({ source, url }) => {
      const text = dataText(source, language);
      return html`<span>${url === undefined ? text : safeLink(url, text)}</span> `;
    })}
  </footer>`;
}
