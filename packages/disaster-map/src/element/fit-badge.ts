import { html, nothing, type TemplateResult } from 'lit';
import type { Fit } from '../document.ts';
import type { MapStrings } from '../strings/strings.ts';

const LETTERS: Readonly<Record<Fit, string>> = { o: '○', x: '×', '-': '–', '?': '?' };

/** Sign and word for the fit of a place; nothing where its layer does not speak of hazards. */
export function fitBadge(
  fit: Fit | undefined,
  strings: MapStrings,
): TemplateResult | typeof nothing {
  if (fit === undefined) return nothing;
  return html`<span class="fit" data-fit=${fit}
    ><span aria-hidden="true">${LETTERS[fit]}</span> ${strings.fits[fit]}</span
  >`;
}
