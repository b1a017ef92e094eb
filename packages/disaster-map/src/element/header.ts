import { html, nothing, type TemplateResult } from 'lit';
import { dataText, type PageContext } from './context.ts';

const LANGUAGE_NAMES: Readonly<Record<string, string>> = { ja: '日本語', en: 'English' };

/** Title, municipality, sample badge, language switch. */
export function pageHeader({ document, state, strings, dispatch }: PageContext): TemplateResult {
  const { title, sample, languages } = document;
  return html`<header>
    <slot name="header"></slot>
    <div class="title">
      <h1>${dataText(title, state.language)}</h1>
      ${
        languages.length < 2
          ? nothing
          : html`<div class="languages" role="group" aria-label=${strings.language}>
              ${languages.map(
                (language) =>
                  html`<button
                    lang=${language}
                    aria-pressed=${language === state.language}
                    @click=${() => dispatch({ type: 'language', language })}
                  >
                    ${LANGUAGE_NAMES[language] ?? language}
                  </button>`,
              )}
            </div>`
      }
    </div>
    ${
      sample === undefined
        ? nothing
        : html`<p class="sample">
            <strong>${strings.sample}</strong> ${dataText(sample, state.language)}
          </p>`
    }
  </header>`;
}
