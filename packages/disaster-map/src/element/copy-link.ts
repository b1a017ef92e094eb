import { html, nothing, type TemplateResult } from 'lit';
import type { PageContext } from './context.ts';

/** The button that copies the page's address; where that is not allowed, the address to be copied by hand. */
export function copyLink(context: PageContext): TemplateResult {
  const { state, strings } = context;
  return html`<button class="wide" data-copy @click=${() => void copy(context)}>
      ${strings.copyLink}
    </button>
    <div class="link">
      <p role="status">
        ${state.link === undefined ? nothing : state.link === 'copied' ? strings.linkCopied : strings.linkShown}
      </p>
      ${
        state.link === 'shown'
          ? html`<input
              id="address"
              readonly
              aria-label=${strings.copyLink}
              .value=${location.href}
              @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
            />`
          : nothing
      }
    </div>`;
}

async function copy({ dispatch }: PageContext): Promise<void> {
  try {
    await navigator.clipboard.writeText(location.href);
    dispatch({ type: 'link', link: 'copied' });
  } catch {
    // No permission, or a page without https, where there is no clipboard at all.
    dispatch({ type: 'link', link: 'shown' });
  }
}
