import { html, nothing, type TemplateResult } from 'lit';
import type { WholeContext } from './context.ts';
import { makeLink } from './saved-link.ts';
import type { SaveScreen } from './screen.ts';

/** A link that holds the answers; made on the device, with a passphrase if somebody wants one. */
export function saveView(screen: SaveScreen, context: WholeContext): TemplateResult {
  const { strings, go } = context;
  const { link, step } = screen;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const passphrase = new FormData(event.target as HTMLFormElement).get('passphrase');
    void make(typeof passphrase === 'string' ? passphrase : '', context);
  };
  return html`<section class="card" data-screen="save">
    <h2 id="title" tabindex="-1">${strings.saveTitle}</h2>
    <p>${strings.saveHint}</p>
    <p class="warn">${strings.saveWarning}</p>
    <form @submit=${submit}>
      <label class="field"
        ><span>${strings.passphrase}</span
        ><input
          name="passphrase"
          type="password"
          autocomplete="new-password"
          aria-describedby="passphrase-hint"
      /></label>
      <p id="passphrase-hint" class="note">${strings.passphraseHint}</p>
      <p class="buttons"><button class="main" data-make>${strings.makeLink}</button></p>
    </form>
    ${link === undefined ? nothing : linkField(link, screen, context)}
    <p role="status">${stepText(step, context)}</p>
    <p class="buttons">
      <button class="wide" data-to-results @click=${() => go({ name: 'results' })}>
        ${strings.toResults}
      </button>
    </p>
  </section>`;
}

function linkField(
  link: string,
  screen: SaveScreen,
  { strings, go }: WholeContext,
): TemplateResult {
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link);
      go({ ...screen, step: 'copied' });
    } catch {
      // No permission, or a page without https, where there is no clipboard at all.
      go({ ...screen, step: 'not-copied' });
    }
  };
  return html`<label class="field"
      ><span>${strings.link}</span
      ><input
        id="link"
        readonly
        .value=${link}
        @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
    /></label>
    <p class="buttons">
      <button class="wide" data-copy @click=${copy}>${strings.copy}</button>
    </p>`;
}

async function make(passphrase: string, context: WholeContext): Promise<void> {
  const { go, fail } = context;
  go({ name: 'save', step: 'making' });
  try {
    const link = await makeLink(context, passphrase);
    go({ name: 'save', link, step: 'made' });
  } catch (cause) {
    go({ name: 'save' });
    fail(cause);
  }
}

function stepText(step: SaveScreen['step'], { strings }: WholeContext): string | typeof nothing {
  if (step === 'making') return strings.making;
  if (step === 'made') return strings.linkMade;
  if (step === 'copied') return strings.copied;
  return step === 'not-copied' ? strings.notCopied : nothing;
}
