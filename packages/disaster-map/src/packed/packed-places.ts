import type { Layer, MapDocument, Shape } from '../document.ts';

/**
 * The places of a layer as columns, in which a layer of a whole country is half as large. Every column has the places'
 * order.
 */
export interface PackedPlaces {
  /** Longitudes in millionths of a degree, each as its difference from the one before. */
  readonly lng: readonly number[];
  /** Latitudes likewise. */
  readonly lat: readonly number[];
  readonly names: readonly string[];
  /** One column for each of the layer's fields. */
  readonly values: readonly (readonly (string | null)[])[];
  /** `Place[5]` of all places one after the other, each as long as the first is said to be. */
  readonly fits: string;
  readonly fitLength: number;
  /** All ids; absent where they follow from layer, name and position (see `placeHash`). */
  readonly ids?: readonly string[];
  /** What is otherwise than the columns say, by the place's index. */
  readonly otherIds?: readonly (readonly [index: number, id: string])[];
  readonly shapes?: readonly (readonly [index: number, shape: Shape])[];
}

/** A layer as it is written to a file. */
export interface PackedLayer extends Omit<Layer, 'places'> {
  readonly places: Layer['places'] | PackedPlaces;
}

/** A document as it is written to a file: what `<disaster-map src>` reads. */
export interface PackedDocument extends Omit<MapDocument, 'layers'> {
  readonly layers: readonly PackedLayer[];
}
