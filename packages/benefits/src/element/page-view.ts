import { html, nothing, type TemplateResult } from 'lit';
import type { AskPart, LazyViews, PageContext, WholeContext } from './context.ts';
import { named } from './context.ts';
import { headerView } from './header-view.ts';
import { householdView } from './household-view.ts';
import { loadingView } from './notices.ts';
import { questionFrame } from './question-frame.ts';
import { startView } from './start-view.ts';

/** What the frame of the page needs beside the context. */
export interface Frame {
  readonly ask: AskPart | undefined;
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
  const { strings, language, screen, check, told, go } = context;
  const { lazy } = frame;
  const whole = told && lazy?.wholeContext(context, told);
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
      ${beside && whole ? lazy?.moneyBar(whole) : nothing}
      <div class="screen">${screenView(context, frame, whole)}</div>
      ${beside && whole ? lazy?.answersView(whole) : nothing}
    </div>
    <p class="unseen" role="status">${context.announcement || (whole && lazy?.moneyLine(whole))}</p>
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
    ${frame.isPrinting && whole ? lazy?.printView(whole) : nothing}
  </div>`;
}

function screenView(
  context: PageContext,
  frame: Frame,
  whole: WholeContext | undefined,
): TemplateResult | typeof nothing {
  const { screen, asked, state, strings } = context;
  const { ask: part, lazy, choose } = frame;
  if (screen.name === 'start') return startView(context, choose);
  if (screen.name === 'ask') {
    const { key } = screen;
    const again = key === undefined ? undefined : whole && lazy?.askAgain(whole.check, state, key);
    const ask = again ?? asked?.asking.next;
    if (ask?.ask === 'members' || !state.complete)
      return questionFrame('members', householdView(context), context);
    if (part === undefined || asked === undefined) return loadingView(strings);
    if (ask !== undefined)
      return questionFrame(ask.key, part.questionForm(ask, context, asked), context);
  }
  return whole && lazy ? lazy.lateScreen(screen, whole) : loadingView(strings);
}
