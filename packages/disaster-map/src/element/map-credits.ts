import { html, nothing, type TemplateResult } from 'lit';
import type { DrawnBackground } from '../renderer.ts';
import { dataText, type PageContext } from './context.ts';
import { safeLink } from '@yokoten/ui';

/**
 * The line on the map: whose background, hazard raster and boundary this is. Which of two backgrounds is drawn, a
 * machine decides: until that is known, both are named.
 */
export function mapCredits(
  { document, raster, language }: PageContext,
  drawn: DrawnBackground | undefined,
): TemplateResult | typeof nothing {
  const { background, vector, boundary } = document;
  const credits = [
    drawn === 'raster' && background !== undefined ? undefined : vector?.credit,
    drawn === 'vector' ? undefined : background?.credit,
    raster?.credit,
    boundary?.credit,
  ].filter((credit) => credit !== undefined);
  if (credits.length === 0) return nothing;
  return html`<footer class="map-credits">
    ${credits.map(({ source, url }) => {
      const text = dataText(source, language);
      return html`<span>${url === undefined ? text : safeLink(url, text)}</span> `;
    })}
  </footer>`;
}
