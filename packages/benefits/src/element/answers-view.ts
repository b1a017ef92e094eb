import { html, type TemplateResult } from 'lit';
import { answeredLines } from './answered.ts';
import { said, type WholeContext } from './context.ts';

/** All that was answered, each line to be changed. */
export function answersView(context: WholeContext): TemplateResult {
  const { check, state, strings, screen, go, act } = context;
  const lines = answeredLines(check, state, context);
  const current = screen.name === 'ask' ? screen.key : undefined;
  return html`<aside class="answers" aria-labelledby="answers-title" part="answers">
    <h2 id="answers-title">${strings.answers}</h2>
    ${
      lines.length === 0
        ? html`<p class="note">${strings.noAnswers}</p>`
        : html`<dl>
              ${lines.map(
                ({ key, label, text }) =>
                  html`<div class="answer" ?data-current=${key === current}>
                    <dt>${said(label, context)}</dt>
                    <dd>
                      <span>${said(text, context)}</span>
                      <button
                        class="plain"
                        data-change=${key}
                        aria-label=${strings.changeOf(label)}
                        @click=${() => go({ name: 'ask', key })}
                      >
                        ${strings.change}
                      </button>
                    </dd>
                  </div>`,
              )}
            </dl>
            <details class="why over">
              <summary>${strings.startOver}</summary>
              <button data-start-over @click=${() => act({ do: 'start-over' })}>
                ${strings.startOverSure}
              </button>
            </details>`
    }
  </aside>`;
}
