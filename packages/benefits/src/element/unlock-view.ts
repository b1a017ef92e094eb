import { html, nothing, type TemplateResult } from 'lit';
import type { WholeContext } from './context.ts';
import type { UnlockScreen } from './screen.ts';

/** Saved answers that only a passphrase opens. */
export function unlockView(
  { fragment, failed = false }: UnlockScreen,
  context: WholeContext,
): TemplateResult {
  const { strings, go, restore } = context;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const passphrase = new FormData(event.target as HTMLFormElement).get('passphrase');
    if (typeof passphrase === 'string') restore(fragment, passphrase);
  };
  return html`<section class="card" data-screen="unlock">
    <h2 id="title" tabindex="-1">${strings.openTitle}</h2>
    <p>${strings.openHint}</p>
    <form @submit=${submit}>
      <label class="field"
        ><span>${strings.passphraseToOpen}</span
        ><input
          name="passphrase"
          type="password"
          autocomplete="off"
          required
          aria-invalid=${failed ? 'true' : 'false'}
          aria-describedby="mistake"
      /></label>
      <p id="mistake" class="mistake" role="alert">${failed ? strings.openFailed : nothing}</p>
      <p class="buttons">
        <button class="main" data-unlock>${strings.open}</button>
        <button type="button" class="wide" data-discard @click=${() => go({ name: 'start' })}>
          ${strings.openDiscard}
        </button>
      </p>
    </form>
  </section>`;
}
