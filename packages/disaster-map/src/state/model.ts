import type { MapDocument } from '../document.ts';
import type { Opening } from '../state-source/observed.ts';
import { entriesOf, fitOf, foundEntries, orderedFor, type Entry } from './entry.ts';
import { filterCounts, type FilterCount } from './filter-counts.ts';
import { shownRaster, type ShownRaster } from './hazard-choice.ts';
import { initialState, reduce, type MapAction, type MapState } from './map-state.ts';
import { namesLanguage, parsePermalink } from './permalink.ts';
import { byDistance, reachable } from './ranked.ts';

/** A document, what a person chose to see of it, and what follows from both. */
export interface MapModel {
  readonly document: MapDocument;
  readonly state: MapState;
  /** All places. */
  readonly entries: readonly Entry[];
  /** The places shown, in the order of their layers; the same array as long as they are the same places. */
  readonly found: readonly Entry[];
  /** `found` in the order of the list. */
  readonly ordered: readonly Entry[];
  /** What each choice of the filters would leave. */
  readonly counts: readonly FilterCount[];
  /** The place whose detail is open. */
  readonly selected: Entry | undefined;
  /** The hazard raster over the map; the same object as long as it is drawn the same. */
  readonly raster: ShownRaster | undefined;
}

/**
 * A document as it opens.
 *
 * @param hash the location hash to restore, where the page keeps one
 */
export function openModel(
  document: MapDocument,
  language: string,
  hash: string | undefined,
): MapModel {
  const entries = entriesOf(document);
  const start = initialState(document, language);
  const remembered = hash === undefined ? {} : parsePermalink(hash, document);
  const spoken = hash !== undefined && namesLanguage(hash) ? {} : { language: start.language };
  const state = { ...start, ...remembered, ...spoken };
  const found = foundEntries(entries, state);
  const ordered = inOrder(found, state);
  const counts = countsOf({ document, entries }, state);
  const selected = entryOf(entries, state);
  const raster = shownRaster(document, state);
  return { document, entries, state, found, ordered, counts, selected, raster };
}

/** The model after an action; what the action leaves as it was keeps its identity. */
export function applied(model: MapModel, action: MapAction): MapModel {
  const { entries, state: before } = model;
  const state = reachingBack(model, reduce(before, action));
  const isFoundAnew =
    state.query !== before.query ||
    state.layers !== before.layers ||
    state.filters !== before.filters ||
    state.here !== before.here ||
    state.near !== before.near ||
    state.onlyOpen !== before.onlyOpen ||
    (state.onlyOpen && state.openings !== before.openings);
  const found = isFoundAnew ? reachable(foundEntries(entries, state), state.near) : model.found;
  const counts = isFoundAnew ? countsOf(model, state) : model.counts;
  const isOrderedAnew =
    isFoundAnew ||
    state.hazard !== before.hazard ||
    (state.near !== undefined && state.openings !== before.openings);
  const ordered = isOrderedAnew ? inOrder(found, state) : model.ordered;
  const selected = state.selected === before.selected ? model.selected : entryOf(entries, state);
  const isSameRaster =
    state.hazard === before.hazard &&
    state.raster === before.raster &&
    state.opacity === before.opacity;
  const raster = isSameRaster ? model.raster : shownRaster(model.document, state);
  return { ...model, state, found, ordered, counts, selected, raster };
}

function countsOf(
  { document, entries }: Pick<MapModel, 'document' | 'entries'>,
  state: MapState,
): readonly FilterCount[] {
  const { filters = [] } = document;
  return filters.length === 0 ? [] : filterCounts(filters, reachable(entries, state.near), state);
}

/**
 * Fitness first, then distance: the nearest place is no help where it is unsuitable. Whoever looks for where to go finds
 * what is known to let nobody in behind what does or may, and before what is unsuitable.
 */
function inOrder(found: readonly Entry[], { hazard, near, openings }: MapState): readonly Entry[] {
  const ordered = orderedFor(hazard, byDistance(found, near));
  if (near === undefined || !openings?.size) return ordered;
  const rank = (entry: Entry): number => {
    if (hazard !== undefined && fitOf(entry, hazard) === 'x') return 2;
    return isShut(openings.get(entry.id)) ? 1 : 0;
  };
  return ordered.toSorted((a, b) => rank(a) - rank(b));
}

function isShut(opening: Opening | undefined): boolean {
  return opening === 'closed' || opening === 'full';
}

/** Whoever closes a place comes back to it in the list, however far down it stands. */
function reachingBack({ ordered, selected }: MapModel, state: MapState): MapState {
  const index =
    selected === undefined || state.selected !== undefined ? -1 : ordered.indexOf(selected);
  return index === -1 ? state : reduce(state, { type: 'reach', index });
}

function entryOf(entries: readonly Entry[], { selected }: MapState): Entry | undefined {
  return selected === undefined ? undefined : entries.find(({ id }) => id === selected);
}
