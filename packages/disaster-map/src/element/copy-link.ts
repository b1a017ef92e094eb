import { html, nothing, svg, type TemplateResult } from 'lit';
import type { QrLink } from '../state/map-state.ts';
import type { WholeContext } from './context.ts';

/** The button that copies the page's address; where that is not allowed, the address to be copied by hand. */
export function copyLink(context: WholeContext): TemplateResult {
  const { state, strings } = context;
  return html`<button class="wide" data-copy @click=${() => void copy(context)}>
      ${strings.copyLink}
    </button>
    <button class="wide" data-qr @click=${() => void showQr(context)}>${strings.showQr}</button>
    <div class="link">
      <p role="status">
        ${state.link === 'copied' ? strings.linkCopied : state.link === 'shown' ? strings.linkShown : nothing}
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
      ${typeof state.link === 'object' ? qrPicture(state.link, strings) : nothing}
    </div>`;
}

async function copy({ dispatch }: WholeContext): Promise<void> {
  try {
    await navigator.clipboard.writeText(location.href);
    dispatch({ type: 'link', link: 'copied' });
  } catch {
    // No permission, or a page without https, where there is no clipboard at all.
    dispatch({ type: 'link', link: 'shown' });
  }
}

/** The code is for the address it was asked for, which is written below it: the map may move on. */
async function showQr({ dispatch }: WholeContext): Promise<void> {
  const address = location.href;
  try {
    const { qrCode } = await import('./qr-code.ts');
    dispatch({ type: 'link', link: { address, ...qrCode(address) } });
  } catch {
    // The part did not arrive, or the address is too long for any code: it can still be copied by hand.
    dispatch({ type: 'link', link: 'shown' });
  }
}

/** Black on white whatever the page's colours are, with the quiet zone of four modules that readers need. */
function qrPicture(
  { address, size, path }: QrLink,
  { qrOf }: WholeContext['strings'],
): TemplateResult {
  const side = size + 8;
  return html`<div class="qr">
    <svg viewBox="-4 -4 ${side} ${side}" role="img" aria-label=${qrOf} shape-rendering="crispEdges">
      ${svg`<path d="M-4-4h${side}v${side}h-${side}z" fill="#fff"></path><path d=${path} fill="#000"></path>`}
    </svg>
    <p>${address}</p>
  </div>`;
}
