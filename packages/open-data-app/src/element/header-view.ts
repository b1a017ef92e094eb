import { ownName } from '@yokoten/ui';
import { html, nothing, type TemplateResult } from 'lit';
import { said } from '../record-view.ts';
import type { PageContext } from './context.ts';

/** Title, what makes this a sample, language. On the page of a record the title leads back to the list, and is no heading. */
export function headerView(context: PageContext, home: string): TemplateResult {
  const { document, language, strings, state } = context;
  const title = said(document.title, language);
  const { sample } = document;
  return html`<header>
    ${
      state.record === undefined
        ? html`<h1>${title}</h1>`
        : html`<p class="title"><a href=${home} data-list>${title}</a></p>`
    }
    ${languageSwitch(context)}
    ${
      sample === undefined
        ? nothing
        : html`<p class="sample">
            <strong>${strings.sample}</strong> <span>${said(sample, language)}</span>
          </p>`
    }
  </header>`;
}

/** With two languages a button that names the other one, as its speakers write it. */
function languageSwitch({
  document: { languages },
  language,
  strings,
  speak,
}: PageContext): TemplateResult | typeof nothing {
  const others = languages.filter((one) => one !== language);
  if (others.length === 0) return nothing;
  if (others.length === 1) {
    return html`${others.map(
      (other) =>
        html`<button class="plain language" lang=${other} @click=${() => speak(other)}>
          ${ownName(other)}
        </button>`,
    )}`;
  }
  const changed = (event: Event): void => speak((event.target as HTMLSelectElement).value);
  return html`<select class="language" aria-label=${strings.language} @change=${changed}>
    ${languages.map(
      (one) =>
        html`<option value=${one} lang=${one} .selected=${one === language}>
          ${ownName(one)}
        </option>`,
    )}
  </select>`;
}
