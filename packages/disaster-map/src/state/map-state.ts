import type { LngLat } from '@yokoten/standard';
import type { HazardId, MapDocument } from '../document.ts';
import type { Ranking } from '../nearest/ranking.ts';
import type { View } from '../renderer.ts';
import type { Opening } from '../state-source/observed.ts';

/** How much of a phone's screen the list takes. */
type SheetHeight = 'low' | 'half' | 'full';

/** Everything a person can change on the page. The element is a function of this and of the document. */
export interface MapState {
  readonly language: string;
  readonly query: string;
  readonly hazard: HazardId | undefined;
  /** Id of the hazard raster a person chose, or `none`; `undefined` lets the hazard decide. */
  readonly raster: string | undefined;
  /** How strong that raster is drawn, from 0 to 1. */
  readonly opacity: number;
  /** What is filtered by: the value chosen for a column. */
  readonly filters: ReadonlyMap<string, string>;
  /** Ids of the layers that are shown. */
  readonly layers: ReadonlySet<string>;
  /** Id of the place whose detail is open. */
  readonly selected: string | undefined;
  /** Ids of the places at one spot of the map, when the list is narrowed to them. */
  readonly here: readonly string[] | undefined;
  /** The place whose hazards are shown; a new array asks anew. */
  readonly point: LngLat | undefined;
  /** How far the places are from where a person starts, once that is known: the list then is in this order. */
  readonly near: Ranking | undefined;
  /** What is certain at this moment of who is let in, by id of the place; `undefined` on a page that asks nobody. */
  readonly openings: ReadonlyMap<string, Opening> | undefined;
  /** Only places that are certainly open now. */
  readonly onlyOpen: boolean;
  /** Where the map was moved to; `undefined` while it still shows the whole municipality. */
  readonly view: View | undefined;
  /** How many list items are written out. */
  readonly listed: number;
  readonly sheet: SheetHeight;
  readonly panel: 'list' | 'about';
  /** What became of the wish to copy the link: done, or the address is shown to be copied by hand. */
  readonly link: 'copied' | 'shown' | QrLink | undefined;
}

/** An address and its QR code. */
export interface QrLink {
  readonly address: string;
  /** Modules along a side, without the quiet zone. */
  readonly size: number;
  /** The dark modules as SVG path data, one unit each. */
  readonly path: string;
}

/** List items written out at first, and added by each press of the button below them. */
export const LIST_STEP = 50;

/** A list is written out up to a place that is returned to, but not further than this. */
const REACH = 20 * LIST_STEP;

export type MapAction =
  | { readonly type: 'language'; readonly language: string }
  | { readonly type: 'search'; readonly query: string }
  | { readonly type: 'hazard'; readonly hazard: HazardId | undefined }
  | { readonly type: 'raster'; readonly raster: string }
  | { readonly type: 'opacity'; readonly opacity: number }
  | { readonly type: 'layer'; readonly id: string; readonly visible: boolean }
  | { readonly type: 'group'; readonly ids: readonly string[]; readonly visible: boolean }
  /** `header` of a `Filter`; without it, nothing is filtered any more. */
  | { readonly type: 'filter'; readonly header?: string; readonly value?: string }
  | { readonly type: 'select'; readonly id: string | undefined }
  | { readonly type: 'here'; readonly ids: readonly string[] | undefined }
  | { readonly type: 'point'; readonly at: LngLat | undefined }
  | { readonly type: 'near'; readonly near: Ranking | undefined }
  | { readonly type: 'openings'; readonly openings: MapState['openings'] }
  | { readonly type: 'only-open'; readonly onlyOpen: boolean }
  | { readonly type: 'view'; readonly view: View | undefined }
  | { readonly type: 'more' }
  /** Writes the list out so far that it holds the item at `index`. */
  | { readonly type: 'reach'; readonly index: number }
  | { readonly type: 'sheet'; readonly by: 1 | -1 }
  | { readonly type: 'panel'; readonly panel: MapState['panel'] }
  | { readonly type: 'link'; readonly link: MapState['link'] }
  | { readonly type: 'restore'; readonly state: Partial<MapState> };

/** Which of `languages` serves a reader of `language` (`en-US` is served by `en`); the first where none does. */
export function offeredLanguage(languages: readonly string[], language: string): string {
  const [first = 'ja'] = languages;
  return [language, language.replace(/-.*/, '')].find((tag) => languages.includes(tag)) ?? first;
}

/** Ids of the layers that are shown at first. */
export function visibleLayers({ layers }: Pick<MapDocument, 'layers'>): ReadonlySet<string> {
  return new Set(layers.flatMap(({ id, visible }) => (visible ? [id] : [])));
}

/** The page as it opens for a reader of `language`. */
export function initialState(
  document: Pick<MapDocument, 'languages' | 'layers'>,
  language: string,
): MapState {
  return {
    language: offeredLanguage(document.languages, language),
    query: '',
    hazard: undefined,
    raster: undefined,
    opacity: 0.7,
    filters: new Map(),
    layers: visibleLayers(document),
    selected: undefined,
    here: undefined,
    point: undefined,
    near: undefined,
    openings: undefined,
    onlyOpen: false,
    view: undefined,
    listed: LIST_STEP,
    sheet: 'half',
    panel: 'list',
    link: undefined,
  };
}

const SHEETS: readonly SheetHeight[] = ['low', 'half', 'full'];

/** State in, state out. */
export function reduce(state: MapState, action: MapAction): MapState {
  switch (action.type) {
    case 'language':
      return { ...state, language: action.language };
    case 'search':
      return { ...state, query: action.query, here: undefined, listed: LIST_STEP };
    case 'hazard':
      return { ...state, hazard: action.hazard, raster: undefined, listed: LIST_STEP };
    case 'raster':
      return { ...state, raster: action.raster };
    case 'opacity':
      return { ...state, opacity: action.opacity };
    case 'layer':
      return switched(state, [action.id], action.visible);
    case 'group':
      return switched(state, action.ids, action.visible);
    case 'filter': {
      const { header, value } = action;
      const filters = new Map(header === undefined ? [] : state.filters);
      if (header !== undefined && value !== undefined) filters.set(header, value);
      else if (header !== undefined) filters.delete(header);
      return { ...state, filters, here: undefined, listed: LIST_STEP };
    }
    case 'select':
      return {
        ...state,
        selected: action.id,
        point: undefined,
        panel: 'list',
        link: undefined,
        sheet: raised(state.sheet, action.id),
      };
    case 'here':
      return {
        ...state,
        here: action.ids,
        selected: undefined,
        point: undefined,
        panel: 'list',
        listed: LIST_STEP,
        sheet: raised(state.sheet, action.ids),
      };
    case 'point':
      return {
        ...state,
        point: action.at,
        selected: undefined,
        panel: 'list',
        sheet: raised(state.sheet, action.at),
      };
    case 'near':
      return {
        ...state,
        near: action.near,
        here: undefined,
        selected: undefined,
        point: undefined,
        panel: 'list',
        listed: LIST_STEP,
        sheet: raised(state.sheet, action.near),
      };
    case 'openings':
      return { ...state, openings: action.openings };
    case 'only-open':
      return { ...state, onlyOpen: action.onlyOpen, here: undefined, listed: LIST_STEP };
    case 'view':
      return { ...state, view: action.view };
    case 'more':
      return { ...state, listed: state.listed + LIST_STEP };
    case 'reach': {
      const steps = Math.ceil((action.index + 1) / LIST_STEP);
      return { ...state, listed: Math.max(state.listed, Math.min(steps * LIST_STEP, REACH)) };
    }
    case 'sheet':
      return { ...state, sheet: SHEETS[SHEETS.indexOf(state.sheet) + action.by] ?? state.sheet };
    case 'panel':
      return {
        ...state,
        panel: action.panel,
        selected: undefined,
        point: undefined,
        sheet: raised(state.sheet, true),
      };
    case 'link':
      return { ...state, link: action.link };
    case 'restore':
      return { ...state, ...action.state };
  }
}

function switched(state: MapState, ids: readonly string[], isOn: boolean): MapState {
  const layers = new Set(state.layers);
  for (const id of ids) {
    if (isOn) layers.add(id);
    else layers.delete(id);
  }
  return { ...state, layers, here: undefined, listed: LIST_STEP };
}

/** What was just opened must be seen: a sheet that is folded away comes up. */
function raised(sheet: SheetHeight, opened: unknown): SheetHeight {
  return opened !== undefined && sheet === 'low' ? 'half' : sheet;
}
