import type { HazardId, MapDocument } from '../document.ts';
import type { View } from '../renderer.ts';

/** How much of a phone's screen the list takes. */
export type SheetHeight = 'low' | 'half' | 'full';

/** Everything a person can change on the page. The element is a function of this and of the document. */
export interface MapState {
  readonly language: string;
  readonly query: string;
  readonly hazard: HazardId | undefined;
  /** Ids of the layers that are shown. */
  readonly layers: ReadonlySet<string>;
  /** Id of the place whose detail is open. */
  readonly selected: string | undefined;
  /** Ids of the places at one spot of the map, when the list is narrowed to them. */
  readonly here: readonly string[] | undefined;
  readonly view: View | undefined;
  /** How many list items are written out. */
  readonly listed: number;
  readonly sheet: SheetHeight;
  readonly panel: 'list' | 'about';
}

/** List items written out at first, and added by each press of the button below them. */
export const LIST_STEP = 50;

export type MapAction =
  | { readonly type: 'language'; readonly language: string }
  | { readonly type: 'search'; readonly query: string }
  | { readonly type: 'hazard'; readonly hazard: HazardId | undefined }
  | { readonly type: 'layer'; readonly id: string; readonly visible: boolean }
  | { readonly type: 'select'; readonly id: string | undefined }
  | { readonly type: 'here'; readonly ids: readonly string[] | undefined }
  | { readonly type: 'view'; readonly view: View }
  | { readonly type: 'more' }
  | { readonly type: 'sheet'; readonly by: 1 | -1 }
  | { readonly type: 'panel'; readonly panel: MapState['panel'] }
  | { readonly type: 'restore'; readonly state: Partial<MapState> };

export function initialState(document: MapDocument | undefined, language: string): MapState {
  const offered = document?.languages ?? ['ja'];
  return {
    language: offered.includes(language) ? language : (offered[0] ?? 'ja'),
    query: '',
    hazard: undefined,
    layers: new Set(document?.layers.filter(({ visible }) => visible).map(({ id }) => id)),
    selected: undefined,
    here: undefined,
    view: undefined,
    listed: LIST_STEP,
    sheet: 'half',
    panel: 'list',
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
      return { ...state, hazard: action.hazard, listed: LIST_STEP };
    case 'layer': {
      const layers = new Set(state.layers);
      if (action.visible) layers.add(action.id);
      else layers.delete(action.id);
      return { ...state, layers, here: undefined };
    }
    case 'select':
      return {
        ...state,
        selected: action.id,
        panel: 'list',
        sheet: raised(state.sheet, action.id),
      };
    case 'here':
      return {
        ...state,
        here: action.ids,
        selected: undefined,
        panel: 'list',
        listed: LIST_STEP,
        sheet: raised(state.sheet, action.ids),
      };
    case 'view':
      return { ...state, view: action.view };
    case 'more':
      return { ...state, listed: state.listed + LIST_STEP };
    case 'sheet':
      return { ...state, sheet: SHEETS[SHEETS.indexOf(state.sheet) + action.by] ?? state.sheet };
    case 'panel':
      return {
        ...state,
        panel: action.panel,
        selected: undefined,
        sheet: raised(state.sheet, true),
      };
    case 'restore':
      return { ...state, ...action.state };
  }
}

/** What was just opened must be seen: a sheet that is folded away comes up. */
function raised(sheet: SheetHeight, opened: unknown): SheetHeight {
  return opened !== undefined && sheet === 'low' ? 'half' : sheet;
}
