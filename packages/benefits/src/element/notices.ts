import { html, type TemplateResult } from 'lit';
import type { FirstStrings } from '../strings/first-strings.ts';

/** Nothing is here yet. Said only when it takes a while. */
export function loadingView(strings: FirstStrings): TemplateResult {
  return html`<p class="card late" role="status">${strings.loading}</p>`;
}

/** The pack did not arrive. */
export function failedView(strings: FirstStrings, code: string, retry: () => void): TemplateResult {
  return html`<section class="card" role="alert">
    <slot name="error">
      <h1>${strings.failed}</h1>
      <p>${strings.failedHint}</p>
    </slot>
    <p class="buttons"><button class="wide" @click=${retry}>${strings.retry}</button></p>
    <p class="note"><code>${code}</code></p>
  </section>`;
}
