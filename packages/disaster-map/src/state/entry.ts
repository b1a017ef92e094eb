import {
  HAZARDS,
  type FieldRole,
  type Fit,
  type HazardId,
  type Layer,
  type MapDocument,
  type Place,
} from '../document.ts';
import { fold, searchWords } from '@yokoten/open-data/browse';
import type { MapState } from './map-state.ts';

/** A place with the layer it belongs to; what list, map and detail speak about. */
export interface Entry {
  readonly id: string;
  readonly name: string;
  readonly place: Place;
  readonly layer: Layer;
  /** Name, layer, address and kind, folded for searching. */
  readonly key: string;
}

/** Most places are never searched for: their key is made with the first search, and kept. */
class PlaceEntry implements Entry {
  readonly id: string;
  readonly name: string;
  readonly place: Place;
  readonly layer: Layer;
  readonly #keyOf: (place: Place) => string;
  #key: string | undefined;

  constructor(place: Place, layer: Layer, keyOf: (place: Place) => string) {
    this.id = place[2];
    this.name = place[3];
    this.place = place;
    this.layer = layer;
    this.#keyOf = keyOf;
  }

  get key(): string {
    return (this.#key ??= this.#keyOf(this.place));
  }
}

/** All places of a document, in the order of their layers. */
export function entriesOf(document: MapDocument): readonly Entry[] {
  const entries: Entry[] = [];
  for (const layer of document.layers) {
    const keyOf = keyMaker(layer);
    for (const place of layer.places) entries.push(new PlaceEntry(place, layer, keyOf));
  }
  return entries;
}

function keyMaker({ fields, title }: Layer): (place: Place) => string {
  const searched = fields.flatMap(({ role }, index) =>
    role === 'address' || role === 'kind' ? [index] : [],
  );
  const titles = Object.values(title).flatMap((text) => text ?? []);
  let folded: string[] | undefined;
  return ([, , , name, values]) => {
    folded ??= titles.map(fold);
    const cells = searched.map((index) => fold(values[index] ?? ''));
    return [fold(name), ...folded, ...cells].join('\n');
  };
}

/** The value of the first field with this role, if the place has one. */
export function valueOf({ layer, place }: Entry, role: FieldRole): string | undefined {
  const index = layer.fields.findIndex((field) => field.role === role);
  return place[4][index] ?? undefined;
}

const FITS: readonly string[] = ['o', '?', '-', 'x'] satisfies Fit[];

/** Whether the place is fit for a hazard; `undefined` where its layer says nothing about hazards at all. */
export function fitOf({ place }: Entry, hazard: HazardId): Fit | undefined {
  const letter = place[5].charAt(HAZARDS.indexOf(hazard));
  return FITS.includes(letter) ? (letter as Fit) : undefined;
}

/** Everything that narrows the places. */
export type Narrowing = Pick<MapState, 'query' | 'layers' | 'here' | 'filters'> &
  Partial<Pick<MapState, 'openings' | 'onlyOpen'>>;

/** Where a layer's places have their value for a column; -1 in layers without it. Remembers what it was asked. */
export function columnOf(header: string): (layer: Layer) => number {
  const known = new Map<Layer, number>();
  return (layer) => {
    const index =
      known.get(layer) ?? layer.fields.findIndex((field) => field.header.trim() === header.trim());
    known.set(layer, index);
    return index;
  };
}

/** The places list and map show: those of the visible layers, narrowed by search, filters, or to one spot of the map. */
export function foundEntries(
  entries: readonly Entry[],
  { query, layers, here, filters, openings, onlyOpen = false }: Narrowing,
): readonly Entry[] {
  const words = searchWords(query);
  const wanted = [...filters].map(([header, value]) => ({ column: columnOf(header), value }));
  return entries.filter(
    (entry) =>
      layers.has(entry.layer.id) &&
      (here === undefined || here.includes(entry.id)) &&
      (!onlyOpen || openings?.get(entry.id) === 'open') &&
      wanted.every(({ column, value }) => entry.place[4][column(entry.layer)] === value) &&
      words.every((word) => entry.key.includes(word)),
  );
}

/** The order of the list: with a hazard chosen, places designated for it first, unsuitable ones after the unknown. */
export function orderedFor(
  hazard: HazardId | undefined,
  entries: readonly Entry[],
): readonly Entry[] {
  if (hazard === undefined) return entries;
  const rank = (entry: Entry): number => {
    const fit = fitOf(entry, hazard);
    return fit === undefined ? FITS.length : FITS.indexOf(fit);
  };
  return entries.toSorted((a, b) => rank(a) - rank(b));
}
