import type { Facet } from '@yokoten/open-data/browse';
import type { Bbox, LngLat } from '@yokoten/standard';
import type { TemplateResult } from 'lit';
import type { Background } from './document.ts';
import type { RecordView, TableView } from './record-view.ts';

/** What a map beside the list is told. */
export interface MapScene {
  /** What the list holds, as far as it has a position. */
  readonly places: readonly MapPlace[];
  /** Id of the record whose page is open. */
  readonly selected: string | undefined;
  /** What to show at first: west, south, east, north. */
  readonly bbox: Bbox;
  readonly background: Background | undefined;
  readonly language: string;
  /** Opens the page of a record. */
  select(id: string): void;
  /** Says that there is no map: the list is then all there is. */
  failed(error: unknown): void;
}

/** A record on the map. */
export interface MapPlace {
  readonly id: string;
  readonly name: string;
  /** `[lng, lat]` in degrees. */
  readonly at: LngLat;
}

/** Draws the map. */
export type MapTemplate = (scene: MapScene) => TemplateResult;

/** The parts of the page that are the app's own. Whatever is left out looks as it usually does. */
export interface AppParts {
  /** What one entry of the list shows. */
  readonly card?: (record: RecordView) => TemplateResult;
  /** What the page of one record shows, below its name. */
  readonly detail?: (record: RecordView) => TemplateResult;
  /** By what the list can be narrowed, out of what makes sense for the table. */
  readonly facets?: (suggested: Facet[], table: TableView) => readonly (Facet | undefined)[];
  /** Loads the map; asked only where some record has a position. */
  readonly map?: () => Promise<{ readonly map: MapTemplate }>;
}
