import type { ElementEventMap } from '@yokoten/ui';
import type { HazardId } from '../document.ts';
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
}

/** The events of `<disaster-map>`. All but `error` bubble and leave shadow roots. */
export interface DisasterMapEvents extends ElementEventMap {
  select: CustomEvent<SelectDetail>;
  'filter-change': CustomEvent<FilterChangeDetail>;
  /** The map came to rest after it was moved; `center` is `[lng, lat]`. */
  'view-change': CustomEvent<View>;
}

/** What a person changed between two models, as events. */
export function eventsBetween(before: MapModel, now: MapModel): CustomEvent[] {
  const { query, hazard, layers } = now.state;
  const was = before.state;
  const events: CustomEvent[] = [];
  if (was.query !== query || was.hazard !== hazard || was.layers !== layers) {
    const detail: FilterChangeDetail = { query, hazard, layers: [...layers] };
    events.push(mapEvent('filter-change', detail));
  }
  if (before.selected !== now.selected) {
    const detail: SelectDetail = { id: now.selected?.id, layer: now.selected?.layer.id };
    events.push(mapEvent('select', detail));
  }
  return events;
}

/** An event that bubbles and leaves shadow roots. */
export function mapEvent<T>(type: string, detail: T): CustomEvent<T> {
  return new CustomEvent(type, { detail, bubbles: true, composed: true });
}
