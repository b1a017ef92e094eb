import type { LngLat } from '@yokoten/standard';
import type { ElementEventMap } from '@yokoten/ui';
import type { HazardId } from '../document.ts';
import type { Origin } from '../nearest/origin.ts';
import type { Ranking } from '../nearest/ranking.ts';
import type { View } from '../renderer.ts';
import type { MapModel } from '../state/model.ts';

/** A place was opened, or closed: then both are `undefined`. */
export interface SelectDetail {
  readonly id: string | undefined;
  /** Id of the place's layer. */
  readonly layer: string | undefined;
}

/** What list and map are narrowed to. */
export interface FilterChangeDetail {
  readonly query: string;
  readonly hazard: HazardId | undefined;
  /** Ids of the layers that are shown. */
  readonly layers: readonly string[];
  /** The value chosen for each column that is filtered by. */
  readonly filters: readonly { readonly header: string; readonly value: string }[];
  /** Whether only places that are certainly open now are shown. */
  readonly onlyOpen: boolean;
}

/** Somebody looked for where to go. */
export interface LocateDetail {
  readonly by: Origin['by'];
  /** `[lng, lat]` of where they start: where a person is, so keep it on the page. */
  readonly at: LngLat;
  /** Up to five places in the order of the list: fit for the chosen hazard first, then nearest. Metres in a straight line. */
  readonly nearest: readonly { readonly id: string; readonly metres: number }[];
}

/** The events of `<disaster-map>`. All but `error` bubble and leave shadow roots. */
export interface DisasterMapEvents extends ElementEventMap {
  select: CustomEvent<SelectDetail>;
  locate: CustomEvent<LocateDetail>;
  'filter-change': CustomEvent<FilterChangeDetail>;
  /** The map came to rest after it was moved; `center` is `[lng, lat]`. */
  'view-change': CustomEvent<View>;
}

/** What a person changed between two models, as events. */
export function eventsBetween(before: MapModel, now: MapModel): CustomEvent[] {
  const { query, hazard, layers, filters, onlyOpen } = now.state;
  const was = before.state;
  const events: CustomEvent[] = [];
  const isSame =
    was.query === query &&
    was.hazard === hazard &&
    was.layers === layers &&
    was.filters === filters &&
    was.onlyOpen === onlyOpen;
  if (!isSame) {
    const detail: FilterChangeDetail = {
      query,
      hazard,
      layers: [...layers],
      filters: [...filters].map(([header, value]) => ({ header, value })),
      onlyOpen,
    };
    events.push(mapEvent('filter-change', detail));
  }
  if (before.selected !== now.selected) {
    const detail: SelectDetail = { id: now.selected?.id, layer: now.selected?.layer.id };
    events.push(mapEvent('select', detail));
  }
  if (before.state.near !== now.state.near && now.state.near !== undefined)
    events.push(mapEvent('locate', locateDetail(now.state.near, now)));
  return events;
}

function locateDetail({ origin, metres }: Ranking, { ordered }: MapModel): LocateDetail {
  const nearest = ordered
    .slice(0, 5)
    .map(({ id }) => ({ id, metres: metres.get(id) ?? Number.NaN }));
  return { by: origin.by, at: origin.at, nearest };
}

/** An event that bubbles and leaves shadow roots. */
export function mapEvent<T>(type: string, detail: T): CustomEvent<T> {
  return new CustomEvent(type, { detail, bubbles: true, composed: true });
}
