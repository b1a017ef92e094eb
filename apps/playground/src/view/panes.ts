import { html, nothing, type TemplateResult } from 'lit';
import type { Late } from '../late.ts';
import type { MadeMap } from '../protocol.ts';
import type { Item, Pane } from '../state.ts';
import { type Context, figure } from './context.ts';
import { printButton } from './detail.ts';

const PANES: readonly Pane[] = ['report', 'map'];

/** Report and map of a file, one at a time. */
export function panes(context: Context, item: Item): TemplateResult {
  const { state, words, acts } = context;
  const { pane } = state;
  const pressed = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    const other = PANES.find((one) => one !== pane) ?? pane;
    acts.look(other);
    document.querySelector<HTMLElement>(`#tab-${other}`)?.focus();
  };
  return html`<div class="bar">
      <div class="tabs" role="tablist" aria-label=${words.views} @keydown=${pressed}>
        ${PANES.map(
          (one) =>
            html`<button
              role="tab"
              id=${`tab-${one}`}
              aria-selected=${one === pane}
              aria-controls="pane"
              tabindex=${one === pane ? 0 : -1}
              @click=${() => acts.look(one)}
            >
              ${words[one]}
            </button>`,
        )}
      </div>
      ${printButton(context)}
    </div>
    <div class="pane" id="pane" role="tabpanel" aria-labelledby=${`tab-${pane}`}>
      ${
        pane === 'report'
          ? late(
              context,
              acts.reportOf(item),
              (page) => html`<report-view .page=${page}></report-view>`,
            )
          : late(context, acts.mapOf(item), (made) => mapView(context, made))
      }
    </div>`;
}

function late<T>(
  { words }: Context,
  made: Late<T>,
  show: (value: T) => TemplateResult,
): TemplateResult {
  if (made.kind === 'here') return show(made.value);
  return html`<p class="note">${made.kind === 'pending' ? words.loading : words.failed}</p>`;
}

function mapView(context: Context, { document, leftOut }: MadeMap): TemplateResult {
  const { words, state } = context;
  if (document === undefined) return html`<p class="note">${words.noMap}</p>`;
  const shown = document.report.shown;
  return html`<p class="note">
      ${words.mapNote} ${leftOut === 0 ? nothing : words.mapLeftOut(figure(shown, context))}
    </p>
    <disaster-map language=${state.language} .document=${document}></disaster-map>`;
}
