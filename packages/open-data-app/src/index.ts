export type {
  AppDocument,
  Background,
  Contact,
  Credit,
  PackedRecord,
  ReportSummary,
} from './document.ts';
export { defineApp } from './define.ts';
export { OpenDataApp } from './element/open-data-app.ts';
export { usualCard } from './element/list-view.ts';
export { usualDetail } from './element/detail-view.ts';
export type { AppParts, MapPlace, MapScene, MapTemplate } from './parts.ts';
export type { Field, RecordView, Shown, TableView } from './record-view.ts';
export type { ChoiceFacet, Facet, FacetOption, RangeFacet } from '@yokoten/open-data/browse';
