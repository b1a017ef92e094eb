import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { PageContext } from './context.ts';

/** The card of one question, with the ways out of it. */
export function questionFrame(
  key: string,
  form: TemplateResult,
  context: PageContext,
): TemplateResult {
  const { strings, state, go } = context;
  // Each question has fields of its own: what was ticked in the one before is not ticked in this one.
  return html`<section class="card" data-screen="ask" data-key=${key}>
    ${keyed(key, form)}
    <p class="behind">
      <button class="plain" data-back @click=${() => back(context)}>${strings.back}</button>
      ${
        state.complete
          ? html`<button class="plain" data-results @click=${() => go({ name: 'results' })}>
              ${strings.seeResults}
            </button>`
          : nothing
      }
    </p>
  </section>`;
}

function back({ screen, state, act, go }: PageContext): void {
  if (screen.name === 'ask' && screen.key !== undefined) go({ name: 'ask' });
  else if (state.complete) act({ do: 'back' });
  else go({ name: 'start' });
}
