import { html, type TemplateResult } from 'lit';
import { EXAMPLE_FILE } from '../strings/example-file.ts';
import type { FirstStrings } from '../strings/strings.ts';

/** The page while its document is on the way. */
export function loadingView(strings: FirstStrings): TemplateResult {
  return html`<div class="notice late"><p role="status">${strings.loading}</p></div>`;
}

/** The page when its document did not arrive: what happened, what to do, the code in small type. */
export function failedView(strings: FirstStrings, code: string, retry: () => void): TemplateResult {
  return html`<div class="notice">
    <div role="alert">
      <h1>${code === 'disaster-map/slow' ? strings.slow : strings.failed}</h1>
      <slot name="error"><p>${strings.failedHint}</p></slot>
    </div>
    <button class="wide" @click=${retry}>${strings.retry}</button>
    <p><small>${code}</small></p>
  </div>`;
}

/** In the place of a part of the program that did not arrive. */
export function partFailedView(strings: FirstStrings, retry: () => void): TemplateResult {
  return html`<div class="notice" role="alert">
    <p><strong>${strings.partFailed}</strong></p>
    <p>${strings.failedHint}</p>
    <button class="wide" @click=${retry}>${strings.retry}</button>
  </div>`;
}

/** A new town before its data: which file to add. */
export function emptyView(strings: FirstStrings): TemplateResult {
  return html`<slot name="empty">
    <div class="notice">
      <h2 id="list" tabindex="-1">${strings.empty}</h2>
      <p>${strings.emptyHow}</p>
      <p><code lang="ja">${EXAMPLE_FILE}</code></p>
      <p>${strings.emptyColumns}</p>
      <p>${strings.emptyStandard}</p>
    </div>
  </slot>`;
}
