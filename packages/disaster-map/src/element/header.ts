import { html, nothing, type TemplateResult } from 'lit';
import { ownName } from '@yokoten/ui';
import { dataText, type PageContext } from './context.ts';

/** Title, what makes this a sample, language switch. */
export function pageHeader(context: PageContext): TemplateResult {
  const { document, language, strings } = context;
  const { title, sample } = document;
  return html`<header part="header">
    <slot name="header"></slot>
    <h1>${dataText(title, language)}</h1>
    ${languageSwitch(context)}
    ${sample === undefined ? nothing : sampleNote(strings.sample, dataText(sample, language))}
  </header>`;
}

/** Where there is little room, one line that opens; only one of the two is ever displayed. */
function sampleNote(badge: string, text: TemplateResult | string): TemplateResult {
  const note = html`<strong>${badge}</strong> <span>${text}</span>`;
  return html`<p class="sample">${note}</p>
    <details class="sample">
      <summary>${note}</summary>
    </details>`;
}

/** With two languages a button that names the other one, as its speakers write it. */
function languageSwitch({
  document,
  state,
  strings,
  dispatch,
}: PageContext): TemplateResult | typeof nothing {
  const { languages } = document;
  const speak = (language: string): void => dispatch({ type: 'language', language });
  if (languages.length < 2) return nothing;
  if (languages.length > 2) {
    return html`<select
      class="language"
      aria-label=${strings.language}
      @change=${(event: Event) => speak((event.target as HTMLSelectElement).value)}
    >
      ${languages.map(
        (language) =>
          html`<option value=${language} lang=${language} .selected=${language === state.language}>
            ${ownName(language)}
          </option>`,
      )}
    </select>`;
  }
  return html`${languages
    .filter((language) => language !== state.language)
    .map(
      (language) =>
        html`<button class="plain language" lang=${language} @click=${() => speak(language)}>
          ${ownName(language)}
        </button>`,
    )}`;
}
