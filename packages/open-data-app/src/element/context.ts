import type { Browsed, BrowseRecord, Facet, Order, Selection } from '@yokoten/open-data/browse';
import type { AppDocument } from '../document.ts';
import type { RecordView, TableView } from '../record-view.ts';
import type { AppStrings } from '../strings/ja.ts';

/** List entries written out at first, and added by each press of the button below them. */
export const LIST_STEP = 50;

/** Everything a person can change on the page. */
export interface PageState {
  readonly selection: Selection;
  readonly order: Order;
  /** Id of the record whose page is open. */
  readonly record: string | undefined;
  /** How many list entries are written out. */
  readonly listed: number;
}

/** What all parts of the page are drawn from. */
export interface PageContext {
  readonly document: AppDocument;
  readonly table: TableView;
  readonly facets: readonly Facet[];
  readonly orders: readonly Order[];
  readonly state: PageState;
  readonly browsed: Browsed;
  /** What was found, in the order of the list. */
  readonly listed: readonly BrowseRecord[];
  readonly language: string;
  readonly strings: AppStrings;
  readonly today: string;
  /** A record as card and page are told of it. */
  readonly view: (record: BrowseRecord) => RecordView;
  readonly change: (state: Partial<PageState>) => void;
  readonly speak: (language: string) => void;
}
