import type { BrowseRecord } from '@yokoten/open-data/browse';
import type { Bbox } from '@yokoten/standard';
import { html, nothing, type TemplateResult } from 'lit';
import type { AppParts, MapTemplate } from '../parts.ts';
import type { AppStrings } from '../strings/ja.ts';
import { aboutView } from './about-view.ts';
import type { PageContext } from './context.ts';
import { detailView, usualDetail } from './detail-view.ts';
import { filtersView } from './filters-view.ts';
import { headerView } from './header-view.ts';
import { listView, usualCard } from './list-view.ts';
import { mapView } from './map-view.ts';
import type { Report } from './report.ts';

/** What the page needs besides its context. */
export interface PageParts {
  readonly parts: AppParts;
  /** Address of the list. */
  readonly home: string;
  /** The record whose page is open, where there is such a one. */
  readonly record: BrowseRecord | undefined;
  /** `undefined` while it is on its way. */
  readonly map: MapTemplate | 'failed' | undefined;
  /** What the map shows, as far as it has a position. */
  readonly mapped: readonly BrowseRecord[];
  /** What the map shows at first. */
  readonly extent: Bbox;
  /** Some record has a position. */
  readonly isMap: boolean;
  readonly isMapFailed: boolean;
  readonly isOnline: boolean;
  readonly report: Report;
  readonly loadReport: () => void;
  readonly mapFailed: (cause: unknown) => void;
  readonly select: (id: string) => void;
  /** Goes past the map. */
  readonly skip: () => void;
}

/** Wide enough for the filters to stand open. */
const WIDE = '(min-width: 60rem)';

/** The whole page, once there is a document. */
export function pageView(context: PageContext, page: PageParts): TemplateResult {
  const { parts, home, record, isMap, isMapFailed, isOnline, report, loadReport } = page;
  const { state, strings, document, language } = context;
  const isList = state.record === undefined;
  const hasMap = isMap && !isMapFailed;
  return html`<div class=${hasMap ? 'page with-map' : 'page'} lang=${language}>
    ${headerView(context, home)}
    <p class="banner" role="status">${isOnline ? nothing : strings.offline}</p>
    <div class="body">
      ${hasMap ? mapView(context, page) : nothing}
      <div class="column">
        <main class=${isList ? 'browse' : ''}>
          ${isMapFailed ? html`<p class="note" role="alert">${strings.mapFailed}</p>` : nothing}
          ${
            document.report.rows === 0
              ? emptyView(strings)
              : isList
                ? html`${filtersView(context, !isMap && matchMedia(WIDE).matches)}
                  ${listView(context, parts.card ?? usualCard, hasMap)}`
                : detailView(context, record, parts.detail ?? usualDetail, { home, isMap: hasMap })
          }
        </main>
        ${aboutView(context, report, loadReport)}
      </div>
    </div>
  </div>`;
}

/** A new town before its data: what to do. */
function emptyView(strings: AppStrings): TemplateResult {
  return html`<div class="notice">
    <h2>${strings.empty}</h2>
    <p>${strings.emptyHow}</p>
    <p>${strings.emptyColumns}</p>
  </div>`;
}

/** The page while its document is on the way. */
export function loadingView(strings: AppStrings, language: string): TemplateResult {
  return html`<main class="notice late" lang=${language}>
    <p role="status">${strings.loading}</p>
  </main>`;
}

/** The page when its document did not arrive: what happened, what to do, the code in small type. */
export function failedView(
  strings: AppStrings,
  language: string,
  code: string,
  retry: () => void,
): TemplateResult {
  return html`<main class="notice" lang=${language}>
    <div role="alert">
      <h1>${strings.failed}</h1>
      <p>${strings.failedHint}</p>
    </div>
    <button class="wide" @click=${retry}>${strings.retry}</button>
    <p><small>${code}</small></p>
  </main>`;
}
