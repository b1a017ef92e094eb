import { html, nothing, type TemplateResult } from 'lit';
import type { Refusal } from '../protocol.ts';
import type { Item } from '../state.ts';
import { inLanguage } from '../strings/strings.ts';
import type { Context } from './context.ts';

const PAGES = 'https://github.com/yokoten/yokoten/blob/main/docs/errors/';

/** Why there is no report, what to do about it, and the code at the end in small type. */
export function refused(context: Context, item: Item, refusal: Refusal): TemplateResult {
  const { words, acts } = context;
  return html`<div class="refused">
    <h3>${words.refused}</h3>
    ${reason(context, refusal)}
    <p class="buttons">
      ${
        refusal.kind === 'unreadable'
          ? nothing
          : html`<button class="secondary" @click=${() => acts.again(item.id)}>
              ${words.again}
            </button>`
      }
      <button class="plain" @click=${() => acts.remove(item.id)}>${words.close}</button>
    </p>
  </div>`;
}

function reason({ state, words }: Context, refusal: Refusal): TemplateResult {
  switch (refusal.kind) {
    case 'unreadable': {
      const { code, message, line } = refusal;
      return html`<p>${inLanguage(message, state.language)}</p>
        <p class="small">
          ${line === undefined ? nothing : words.line(line)} ${words.code}:
          <a href=${`${PAGES}${code}.md`} target="_blank" rel="noopener noreferrer">${code}</a>
        </p>`;
    }
    case 'unopened':
      return html`<p>${words.unopened}</p>`;
    case 'unexpected':
      return html`<p>${words.unexpected}</p>
        <p class="small">${refusal.detail}</p>`;
  }
}
