import { html, nothing, type TemplateResult } from 'lit';
import type { Town } from '../protocol.ts';
import { inLanguage } from '../strings/strings.ts';
import type { Context } from './context.ts';

/** Asks for the municipality; where a name fits several, asks which. */
export function townForm(context: Context): TemplateResult {
  const { state, words, acts } = context;
  const submitted = (event: SubmitEvent): void => {
    event.preventDefault();
    const field = (event.target as HTMLFormElement).elements.namedItem('town');
    if (field instanceof HTMLInputElement) acts.askTown(field.value);
  };
  if (state.town.kind === 'chosen') {
    const { name, code } = state.town.town;
    return html`<div class="town">
      <span class="label">${words.town}</span>
      <p class="chosen">
        <strong>${inLanguage(name, state.language)}</strong> <span class="small">${code}</span>
        <button class="plain" @click=${() => acts.setTown(undefined)}>${words.townClear}</button>
      </p>
    </div>`;
  }
  return html`<form class="town" @submit=${submitted}>
    <label class="label" for="town">${words.town}</label>
    <div class="field">
      <input
        id="town"
        name="town"
        maxlength="40"
        autocomplete="off"
        aria-describedby="town-hint town-answer"
      />
      <button class="secondary">${words.townSet}</button>
    </div>
    <p class="small" id="town-hint">${words.townHint}</p>
    <div id="town-answer" role="status">${answer(context)}</div>
  </form>`;
}

function answer({
  state: { town, language },
  words,
  acts,
}: Context): TemplateResult | typeof nothing {
  const choices = (towns: readonly Town[]): TemplateResult =>
    html`<ul class="choices">
      ${towns.map(
        (one) =>
          html`<li>
            <button type="button" class="secondary" @click=${() => acts.setTown(one)}>
              ${inLanguage(one.name, language)}
            </button>
          </li>`,
      )}
    </ul>`;
  switch (town.kind) {
    case 'several':
      return html`<p>${words.townWhich(town.asked)}</p>
        ${choices(town.which)}`;
    case 'unknown':
      return html`<p>
          ${words.townUnknown(town.asked)} ${town.near.length === 0 ? nothing : words.townNear}
        </p>
        ${choices(town.near)}`;
    case 'none':
    case 'chosen':
      return nothing;
  }
}
