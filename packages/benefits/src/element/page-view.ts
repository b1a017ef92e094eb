import { html, nothing, type TemplateResult } from 'lit';
import { answersView } from './answers-view.ts';
import { askAgain } from './answered.ts';
import { named, type LazyViews, type PageContext } from './context.ts';
import { headerView } from './header-view.ts';
import { moneyBar, moneyLine } from './money-bar.ts';
import { questionView } from './question-view.ts';
import { resultsView } from './results-view.ts';
import { startView } from './start-view.ts';

/** What the frame of the page needs beside the context. */
export interface Frame {
  readonly lazy: LazyViews | undefined;
  readonly isPartMissing: boolean;
  readonly isStale: boolean;
  readonly isPrinting: boolean;
  /** Inside of a page's own main part. */
  readonly isEmbedded: boolean;
  readonly languages: readonly string[];
  readonly speak: (language: string) => void;
  readonly choose: (set: string) => void;
  readonly retry: () => void;
}

/** The whole page: what it is, how much is open, one screen, all answers. */
export function pageView(context: PageContext, frame: Frame): TemplateResult {
  const { strings, language, screen, check, go } = context;
  const beside = screen.name !== 'start' && screen.name !== 'about';
  return html`<div
    class="page"
    lang=${language}
    role=${frame.isEmbedded ? 'region' : 'main'}
    aria-label=${frame.isEmbedded ? context.texts.title : nothing}
  >
    ${headerView(context, frame.languages, frame.speak)}
    ${frame.isStale ? html`<p class="banner" role="alert">${strings.stale}</p>` : nothing}
    ${
      frame.isPartMissing
        ? html`<p class="banner" role="alert">
            ${strings.partFailed}
            <button class="plain" @click=${frame.retry}>${strings.retry}</button>
          </p>`
        : nothing
    }
    <div class="columns" ?data-beside=${beside}>
      ${beside ? moneyBar(context) : nothing}
      <div class="screen">${screenView(context, frame)}</div>
      ${beside ? answersView(context) : nothing}
    </div>
    <p class="unseen" role="status">${context.announcement || moneyLine(context)}</p>
    <div class="foot">
      <slot name="footer"></slot>
      <p class="note">
        ${named(check.pack.rules.origin.name, language)} ${check.pack.rules.origin.version}
        <span class="licence">${named(check.pack.rules.origin.licence, language)}</span>
      </p>
      ${
        screen.name === 'about'
          ? nothing
          : html`<button class="plain" data-about @click=${() => go({ name: 'about' })}>
              ${strings.about}
            </button>`
      }
    </div>
    ${frame.isPrinting && frame.lazy ? frame.lazy.printView(context) : nothing}
  </div>`;
}

function screenView(
  context: PageContext,
  { lazy, choose }: Frame,
): TemplateResult | typeof nothing {
  const { check, state, standing, screen, strings } = context;
  if (screen.name === 'start') return startView(context, choose);
  if (screen.name === 'results') return resultsView(context);
  if (screen.name === 'ask') {
    const again = screen.key === undefined ? undefined : askAgain(check, state, screen.key);
    const ask = again ?? standing.next;
    return ask === undefined ? resultsView(context) : questionView(ask, context);
  }
  if (lazy === undefined) return html`<p class="card late" role="status">${strings.loading}</p>`;
  return lazy.lateScreen(screen, context);
}
