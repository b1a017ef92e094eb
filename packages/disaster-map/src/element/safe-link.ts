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
  return typeof text === 'string' ? text : html`${text}`;
}

/** A telephone number as a `tel:` link; a cell that holds more than one number stays text. */
export function phoneLink(cell: string): TemplateResult | string {
  const digits = cell.normalize('NFKC').replace(/[\s()‐‑–—―−ー-]/g, '');
  return /^\+?\d{9,15}$/.test(digits) ? safeLink(`tel:${digits}`, cell) : cell;
}
