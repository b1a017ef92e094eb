import { html, nothing, type TemplateResult } from 'lit';
import type { DrawnBackground } from '../renderer.ts';
import type { MapModel } from '../state/model.ts';
import type { LazyViews, PageContext } from './context.ts';
import { pageHeader } from './header.ts';
import { mapCredits } from './map-credits.ts';
import { sheetView, type SheetParts } from './sheet-view.ts';

/** What fills the sheet or column beside the map; `missing` stands for a part that did not arrive. */
export type Panel = 'list' | 'detail' | 'point' | 'about' | 'missing';

/** What the page needs besides its context. */
export interface PageParts extends SheetParts {
  readonly map: 'shown' | 'bare' | 'failed';
  /** Which background is drawn, once that is known. */
  readonly drawn: DrawnBackground | undefined;
  /** The hazard raster that was laid over the map cannot be had. */
  readonly isRasterMissing: boolean;
  readonly isOnline: boolean;
  /** A newer document was asked for and did not arrive. */
  readonly isStale: boolean;
  readonly isPrinting: boolean;
  /** Goes to the list. */
  readonly skip: () => void;
  readonly escape: () => void;
  /** Asks what the hazard rasters say about the middle of the map. */
  readonly ask: () => void;
}

/** Which panel a model asks for. */
export function wantedPanel({ selected, state }: MapModel): Exclude<Panel, 'missing'> {
  if (selected !== undefined) return 'detail';
  return state.point === undefined ? state.panel : 'point';
}

/** Which panel can be drawn: the list stays until the part that was asked for is here. */
export function drawnPanel(
  model: MapModel,
  lazy: LazyViews | undefined,
  isPartMissing: boolean,
): Panel {
  const wanted = wantedPanel(model);
  if (wanted === 'list' || lazy !== undefined) return wanted;
  return isPartMissing ? 'missing' : 'list';
}

/** The whole page, once there is a document. */
export function pageView(context: PageContext, parts: PageParts): TemplateResult {
  const { document, state, strings, language } = context;
  const { panel, map, isPrinting, lazy, skip, escape } = parts;
  const notice = mapNotice(context, parts);
  const pressed = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing) escape();
  };
  return html`<div
    class="page"
    lang=${language}
    data-sheet=${state.sheet}
    data-map=${map}
    @keydown=${pressed}
  >
    ${pageHeader(context)}
    <button class="skip" @click=${skip}>${strings.skipMap}</button>
    <section class="map" part="map" aria-label=${strings.mapTitle}>
      <div class="canvas"></div>
      ${!document.hazardLayers?.length || map === 'failed' ? nothing : askButton(context, parts)}
      <p class="banner" part="banner" role="status" ?hidden=${notice === undefined}>${notice}</p>
    </section>
    ${sheetView(context, parts)} ${mapCredits(context, parts.drawn)}
    ${isPrinting ? (lazy?.printedCredits(panel === 'list', context) ?? nothing) : nothing}
  </div>`;
}

/** Asks for the middle of the map, where a cross shows meanwhile; a tap on the map asks for its own place. */
function askButton({ strings }: PageContext, { ask }: PageParts): TemplateResult {
  return html`<svg class="cross line" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M12 2v20M2 12h20"></path>
    </svg>
    <button class="ask" @click=${ask}>${strings.ask}</button>`;
}

/** The one sentence on the map that says what is missing there. */
function mapNotice(
  { strings }: PageContext,
  { map, isRasterMissing, isOnline, isStale, panel, isPartMissing }: PageParts,
): string | undefined {
  if (map === 'failed') return strings.noMap;
  // A map without the colours that were asked for looks as if it were safe: nothing else is as grave.
  if (isRasterMissing) return strings.rasterMissing;
  if (isPartMissing && panel === 'list') return strings.partFailed;
  if (!isOnline) return strings.offline;
  if (isStale) return strings.stale;
  return map === 'bare' ? strings.backgroundMissing : undefined;
}
