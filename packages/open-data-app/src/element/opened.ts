import {
  browse,
  type BrowseRecord,
  type Facet,
  ordered,
  ordersOf,
  searchKeys,
  suggestFacets,
} from '@yokoten/open-data/browse';
import type { Bbox } from '@yokoten/standard';
import type { ElementProblem } from '@yokoten/ui';
import type { AppDocument } from '../document.ts';
import { recordsOf } from '../load.ts';
import { mapExtent } from '../map-extent.ts';
import type { AppParts } from '../parts.ts';
import { RecordView, TableView } from '../record-view.ts';
import type { AppStrings } from '../strings/ja.ts';
import type { PageContext, PageState } from './context.ts';

/** A document with everything that is worked out from it once. */
export interface Opened extends Pick<PageContext, 'document' | 'table' | 'facets' | 'orders'> {
  readonly keyOf: (record: BrowseRecord) => string;
  readonly byId: ReadonlyMap<string, BrowseRecord>;
  /** All records are here, and not just the one whose page this is. */
  readonly isWhole: boolean;
  /** Some record has a position, and the app has a map. */
  readonly isMap: boolean;
  /** What the map shows at first. */
  readonly extent: Bbox;
  /** What the app's own parts did wrong. */
  readonly problems: readonly ElementProblem[];
}

/** Unpacks a document, and asks the app by what its list can be narrowed. */
export function openDocument(document: AppDocument, parts: AppParts, isWhole: boolean): Opened {
  const records = recordsOf(document);
  const table = new TableView(document.columns, records);
  const { facets, problems } = facetsOf(table, parts);
  const places = records.flatMap(({ at }) => (at === undefined ? [] : [at]));
  return {
    document,
    table,
    facets,
    orders: ordersOf(facets),
    keyOf: searchKeys(document.columns),
    byId: new Map(records.map((record) => [record.id, record])),
    isWhole,
    isMap: places.length > 0 && parts.map !== undefined,
    extent: mapExtent(document.municipality.bbox, places),
    problems,
  };
}

function facetsOf(
  table: TableView,
  parts: AppParts,
): { readonly facets: readonly Facet[]; readonly problems: readonly ElementProblem[] } {
  const suggested = suggestFacets(table.columns, table.records);
  try {
    const facets = (parts.facets?.([...suggested], table) ?? suggested).filter(
      (facet) => facet !== undefined,
    );
    return { facets, problems: [] };
  } catch (cause) {
    const problem: ElementProblem = {
      code: 'open-data-app/facets-failed',
      message: {
        ja: `絞り込みを作れません（${String(cause)}）。src/facets.ts を確かめてください。`,
        en: `The facets cannot be made (${String(cause)}). Check src/facets.ts.`,
      },
      cause,
    };
    return { facets: suggested, problems: [problem] };
  }
}

/** What a context is made from besides its document. */
export interface Surroundings extends Pick<PageContext, 'change' | 'speak'> {
  readonly state: PageState;
  readonly language: string;
  readonly strings: AppStrings;
  /** `YYYY-MM-DD` in Japan. */
  readonly today: string;
  /** Address of a record's page. */
  readonly href: (record: BrowseRecord) => string;
  /** What was drawn last: of it everything is kept that is still so. */
  readonly before: PageContext | undefined;
}

/** What all parts of the page are drawn from. */
export function contextOf(
  { document, table, facets, orders, keyOf }: Opened,
  { state, language, strings, today, href, before, change, speak }: Surroundings,
): PageContext {
  const isSame =
    before !== undefined &&
    before.table === table &&
    before.state.selection === state.selection &&
    before.today === today;
  const browsed = isSame ? before.browsed : browse(table.records, facets, state.selection, keyOf);
  const listed =
    isSame && before.state.order === state.order
      ? before.listed
      : ordered(browsed.found, state.order, { columns: table.columns, facets, today });
  const about = { table, language, strings, today, href };
  const view = (record: BrowseRecord): RecordView => new RecordView(record, about);
  return {
    document,
    table,
    facets,
    orders,
    state,
    browsed,
    listed,
    language,
    strings,
    today,
    view,
    change,
    speak,
  };
}
