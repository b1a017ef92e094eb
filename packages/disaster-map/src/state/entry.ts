import {
  HAZARDS,
  type Fit,
  type HazardId,
  type Layer,
  type MapDocument,
  type Place,
} from '../document.ts';
import { fold, searchWords } from './fold.ts';
import type { MapState } from './map-state.ts';

/** A place with the layer it belongs to; what list, map and detail speak about. */
export interface Entry {
  readonly id: string;
  readonly name: string;
  readonly place: Place;
  readonly layer: Layer;
  /** Name, address and kind, folded for searching. */
  readonly key: string;
}

/** All places of a document, in the order of their layers. */
export function entriesOf(document: MapDocument): readonly Entry[] {
  return document.layers.flatMap((layer) => {
    const searched = layer.fields.flatMap(({ role }, index) =>
      role === 'address' || role === 'kind' ? [index] : [],
    );
    return layer.places.map((place): Entry => {
      const [, , id, name, values] = place;
      const texts = [name, layer.title.ja, ...searched.map((index) => values[index] ?? '')];
      return { id, name, place, layer, key: texts.map(fold).join('\n') };
    });
  });
}

/** The value of the first field with this role, if the place has one. */
export function valueOf(entry: Entry, role: Layer['fields'][number]['role']): string | undefined {
  const index = entry.layer.fields.findIndex((field) => field.role === role);
  return entry.place[4][index] ?? undefined;
}

/** Whether the place is fit for a hazard; `undefined` where its layer says nothing about hazards at all. */
export function fitOf({ place }: Entry, hazard: HazardId): Fit | undefined {
  const letter = place[5].charAt(HAZARDS.indexOf(hazard));
  return letter === '' ? undefined : (letter as Fit);
}

const FIT_ORDER = ['o', '?', '-', 'x', undefined] as const;

/** What list and map show: the visible layers, narrowed by the search, fit places first when a hazard is chosen. */
export function shownEntries(entries: readonly Entry[], state: MapState): readonly Entry[] {
  const words = searchWords(state.query);
  const { hazard, here } = state;
  const shown = entries.filter(
    ({ id, layer, key }) =>
      state.layers.has(layer.id) &&
      (here === undefined || here.includes(id)) &&
      words.every((word) => key.includes(word)),
  );
  if (hazard === undefined) return shown;
  const rank = (entry: Entry): number => FIT_ORDER.indexOf(fitOf(entry, hazard));
  return shown.toSorted((a, b) => rank(a) - rank(b));
}
