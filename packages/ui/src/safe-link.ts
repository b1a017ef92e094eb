import { html, type TemplateResult } from 'lit';

/** A link out of the data: only https, tel and mailto become one, anything else stays text. */
export function safeLink(
  address: string,
  text: string | TemplateResult = address,
): TemplateResult | string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol === 'https:') {
    return html`<a href=${url.href} target="_blank" rel="noopener noreferrer">${text}</a>`;
  }
  if (url?.protocol === 'tel:' || url?.protocol === 'mailto:')
    return html`<a href=${url.href}>${text}</a>`;
  return text;
}

/**
 * A telephone number as a `tel:` link. What cannot be dialled from anywhere stays text: a number without its area code
 * (`621-3001`), two numbers in one cell, an extension.
 */
export function phoneLink(cell: string): TemplateResult | string {
  const digits = cell.normalize('NFKC').replaceAll(/[\s().‐‑–—―−ー-]/g, '');
  return /^(0\d{9,10}|\+\d{8,15})$/.test(digits) ? safeLink(`tel:${digits}`, cell) : cell;
}
