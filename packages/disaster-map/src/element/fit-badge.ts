import { html, nothing, type TemplateResult } from 'lit';
import type { Fit } from '../document.ts';
import type { FirstStrings } from '../strings/strings.ts';

/** Sign and word for the fit of a place; nothing where its layer does not speak of hazards. */
export function fitBadge(
  fit: Fit | undefined,
  { signs, fits }: FirstStrings,
): TemplateResult | typeof nothing {
  if (fit === undefined) return nothing;
  return html`<span class="badge" data-fit=${fit}
    ><span aria-hidden="true">${signs[fit]}</span> ${fits[fit]}</span
  >`;
}
