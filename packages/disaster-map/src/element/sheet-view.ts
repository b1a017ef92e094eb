import { html, nothing, type TemplateResult } from 'lit';
import type { LazyViews, PageContext } from './context.ts';
import { filters, layersView, searchField } from './controls.ts';
import { listView } from './list-view.ts';
import { emptyView, partFailedView } from './notices.ts';
import type { NearStart } from './near-start.ts';
import type { Panel } from './page-view.ts';

/** What the sheet is made of. */
export interface SheetParts {
  readonly panel: Panel;
  readonly lazy: LazyViews | undefined;
  readonly isPartMissing: boolean;
  /** Inside of a page that has its own `main`. */
  readonly isEmbedded: boolean;
  readonly near: NearStart;
  readonly reload: () => void;
  /** The place under the pointer or focus stands out on the map. */
  readonly point: (id: string | undefined) => void;
}

/** The sheet on a phone, the column on a desktop: a bar that stays, and the list, a place or the credits below it. */
export function sheetView(context: PageContext, parts: SheetParts): TemplateResult {
  const { document, strings, dispatch } = context;
  const { panel, isEmbedded } = parts;
  const point = ({ target }: Event): void => {
    const item = (target as Element).closest<HTMLElement>('[data-place]');
    parts.point(item?.dataset['place']);
  };
  const isEmpty = panel === 'list' && document.layers.length === 0;
  return html`<div
    class="sheet"
    part="list"
    role=${isEmbedded ? 'region' : 'main'}
    aria-label=${isEmbedded ? strings.list : nothing}
    @pointerover=${point}
    @pointerleave=${point}
    @focusin=${point}
  >
    <div class=${isEmpty ? 'bar empty' : 'bar'}>
      ${panel !== 'list' ? backButton(context) : isEmpty ? nothing : searchField(context)}
      ${handle(context)}
    </div>
    <div class="scroll">
      ${content(context, parts)}
      ${
        panel === 'about'
          ? nothing
          : html`<button
              class="wide quiet"
              data-about
              @click=${() => dispatch({ type: 'panel', panel: 'about' })}
            >
              ${strings.about}
            </button>`
      }
    </div>
  </div>`;
}

function content(context: PageContext, { panel, lazy, near, reload }: SheetParts): TemplateResult {
  const { document, selected, state, strings } = context;
  if (panel === 'missing') return partFailedView(strings, reload);
  if (panel === 'about' && lazy !== undefined) return lazy.aboutView(context);
  if (panel === 'point' && lazy !== undefined && state.point !== undefined)
    return lazy.pointView(state.point, context, near);
  if (panel === 'detail' && lazy !== undefined && selected !== undefined)
    return lazy.detailView(selected, context);
  if (document.layers.length === 0) return emptyView(strings);
  return html`${filters(context)}
    <div class="views">
      ${layersView(context)} ${lazy?.rasterView(context) ?? nothing}
      ${lazy?.pictureView(context) ?? nothing}
    </div>
    ${lazy?.rasterLegend(context) ?? nothing} ${near.view(context)}
    ${context.now.write((now) => now.summary(context))}
    <slot name="legend"></slot>
    ${listView(context, near)} ${context.now.write((now) => now.unplaced(context))}`;
}

function backButton({ state, strings, dispatch }: PageContext): TemplateResult {
  const back = (): void => {
    if (state.selected !== undefined) dispatch({ type: 'select', id: undefined });
    else if (state.point !== undefined) dispatch({ type: 'point', at: undefined });
    else dispatch({ type: 'panel', panel: 'list' });
  };
  return html`<button class="plain back" @click=${back}>
    <svg class="line" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M14.5 5l-7 7 7 7"></path>
    </svg>
    ${strings.back}
  </button>`;
}

/** The three heights of the sheet on a phone, without dragging. */
function handle({ state, strings, dispatch }: PageContext): TemplateResult {
  const button = (label: string, by: 1 | -1, isOff: boolean, path: string): TemplateResult =>
    html`<button
      aria-label=${label}
      aria-disabled=${isOff}
      @click=${() => dispatch({ type: 'sheet', by })}
    >
      <svg class="line" viewBox="0 0 24 24" aria-hidden="true"><path d=${path}></path></svg>
    </button>`;
  return html`<div class="handle">
    ${button(strings.grow, 1, state.sheet === 'full', 'M5 15l7-7 7 7')}
    ${button(strings.shrink, -1, state.sheet === 'low', 'M5 9l7 7 7-7')}
  </div>`;
}
