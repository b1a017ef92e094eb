export {
  type Browsed,
  browse,
  EVERYTHING,
  type Order,
  type OrderContext,
  ordered,
  ordersOf,
  searchKeys,
  type Selection,
  type Span,
} from './browse.ts';
export {
  type ChoiceFacet,
  choiceFacet,
  type Facet,
  FACET_WORDS,
  type FacetOption,
  isMissing,
  isThere,
  type RangeFacet,
  split,
  suggestFacets,
} from './facets.ts';
export { fold, searchWords } from './fold.ts';
export type { BrowseColumn, BrowseRecord, ColumnKind } from './record.ts';
