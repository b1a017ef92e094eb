import { html, svg, type TemplateResult } from 'lit';
import type { HazardLayer } from '../document.ts';
import { dataText, type WholeContext } from './context.ts';

/** A colour of a legend. Its meaning always stands beside it. */
export function swatch(color: string | undefined): TemplateResult {
  // Nothing but a colour: a fill can also be an address.
  const fill = color !== undefined && /^#[0-9a-f]{6}$/i.test(color) ? color : undefined;
  return html`<svg class="swatch" viewBox="0 0 24 24" aria-hidden="true">
    ${
      fill === undefined
        ? svg`<path d="M5 12h14"></path>`
        : svg`<rect width="24" height="24" fill=${fill}></rect>`
    }
  </svg>`;
}

/** What the colours of a raster mean; two colours that mean the same stand in one line. */
export function hazardLegend(
  { legend }: HazardLayer,
  { strings, language }: WholeContext,
): TemplateResult {
  if (legend.length === 0) return html`<p class="legend-note">${strings.legendUnknown}</p>`;
  const seen = new Set<string>();
  const lines = legend.filter(({ label }) => !seen.has(label.ja) && seen.add(label.ja));
  // Where there is little room it is one line, which is scrolled by keyboard too.
  return html`<ul class="legend" aria-label=${strings.legend} tabindex="0">
    ${lines.map(({ color, label }) => html`<li>${swatch(color)}${dataText(label, language)}</li>`)}
  </ul>`;
}
