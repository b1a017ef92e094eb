import { ownName } from '@yokoten/ui';
import { html, nothing, type TemplateResult } from 'lit';
import { said, type PageContext } from './context.ts';

/** Title, language, what makes this a sample, and what nobody has checked yet. */
export function headerView(
  context: PageContext,
  languages: readonly string[],
  speak: (language: string) => void,
): TemplateResult {
  const { check, texts, strings, language } = context;
  const untranslated = texts.language === 'ja' && language !== 'ja';
  const unchecked = !strings.reviewed || (!untranslated && !texts.reviewed);
  return html`<div class="head" part="header">
    <slot name="header"></slot>
    <h1>${said(texts.title, context)}</h1>
    ${languageMenu(languages, language, strings.language, speak)}
    ${
      check.pack.sample === true
        ? html`<p class="sample">
            <strong>${strings.sample}</strong> <span>${strings.sampleText}</span>
          </p>`
        : nothing
    }
    ${unchecked ? html`<p class="unchecked">${strings.unreviewed}</p>` : nothing}
    ${untranslated ? html`<p class="unchecked">${strings.packInJapanese}</p>` : nothing}
  </div>`;
}

/** Languages as their speakers write them. */
function languageMenu(
  languages: readonly string[],
  current: string,
  label: string,
  speak: (language: string) => void,
): TemplateResult | typeof nothing {
  if (languages.length < 2) return nothing;
  return html`<select
    class="language"
    aria-label=${label}
    @change=${(event: Event) => speak((event.target as HTMLSelectElement).value)}
  >
    ${languages.map(
      (one) =>
        html`<option value=${one} lang=${one} .selected=${one === current}>
          ${ownName(one)}
        </option>`,
    )}
  </select>`;
}
