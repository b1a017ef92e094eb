import type { ExamineStep } from '@yokoten/open-data/report';
import type { DatasetId } from '@yokoten/standard/datasets';
import type { PageLanguage, Summary, Refusal, Town } from './protocol.ts';

/** A file that a person gave, and what became of it so far. */
export interface Item {
  readonly id: number;
  readonly name: string;
  /** Ours, not a municipality's. */
  readonly isSample: boolean;
  /** The dataset, where the person has said it. */
  readonly as: DatasetId | undefined;
  /** The sheet, layer or archive entry, where the person has chosen one. */
  readonly part: string | undefined;
  readonly status: Status;
}

/** Where the examination of a file stands. */
export type Status =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'working'; readonly step: ExamineStep; readonly done: number }
  | { readonly kind: 'done'; readonly summary: Summary }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** The municipality that files are checked against, or why it is not known yet. */
type TownState =
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly asked: string; readonly near: readonly Town[] }
  | { readonly kind: 'several'; readonly asked: string; readonly which: readonly Town[] }
  | { readonly kind: 'chosen'; readonly town: Town };

/** The two ways to look at a file. */
export type Pane = 'report' | 'map';

/** Something that is said to screen readers; the page shows the same where it happens. */
type Said =
  | { readonly kind: 'examined' | 'refused' | 'removed' | 'making' | 'failed'; readonly id: number }
  | { readonly kind: 'made'; readonly name: string };

/** All that the page shows. */
export interface State {
  readonly language: PageLanguage;
  readonly town: TownState;
  /** In the order they were given. */
  readonly items: readonly Item[];
  readonly selected: number | undefined;
  readonly pane: Pane;
  readonly isDragging: boolean;
  readonly said: Said | undefined;
}

/** What can happen. */
export type Action =
  | { readonly type: 'language'; readonly language: PageLanguage }
  | { readonly type: 'town'; readonly town: TownState }
  | { readonly type: 'given'; readonly items: readonly Pick<Item, 'id' | 'name' | 'isSample'>[] }
  | { readonly type: 'status'; readonly id: number; readonly status: Status }
  | { readonly type: 'dataset'; readonly id: number; readonly as: DatasetId | undefined }
  | { readonly type: 'part'; readonly id: number; readonly part: string }
  | { readonly type: 'select'; readonly id: number }
  | { readonly type: 'removed'; readonly id: number }
  | { readonly type: 'pane'; readonly pane: Pane }
  | { readonly type: 'dragging'; readonly isDragging: boolean }
  | { readonly type: 'said'; readonly said: Said };

/** The page before anything happened. */
export function startState(language: PageLanguage): State {
  return {
    language,
    town: { kind: 'none' },
    items: [],
    selected: undefined,
    pane: 'report',
    isDragging: false,
    said: undefined,
  };
}

/** State in, state out: nothing else changes what the page shows. */
export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case 'language':
      return { ...state, language: action.language };
    case 'town':
      return { ...state, town: action.town };
    case 'given':
      return given(state, action.items);
    case 'status':
      return withStatus(state, action.id, action.status);
    case 'dataset':
      return withItem(state, action.id, { as: action.as });
    case 'part':
      return withItem(state, action.id, { part: action.part });
    case 'select':
      return { ...state, selected: action.id, pane: 'report' };
    case 'removed':
      return removed(state, action.id);
    case 'pane':
      return { ...state, pane: action.pane };
    case 'dragging':
      return { ...state, isDragging: action.isDragging };
    case 'said':
      return { ...state, said: action.said };
  }
}

/** The file that is looked at. */
export function selectedItem({ items, selected }: State): Item | undefined {
  return items.find(({ id }) => id === selected);
}

function given(state: State, items: readonly Pick<Item, 'id' | 'name' | 'isSample'>[]): State {
  const fresh = items.map((item): Item => ({
    ...item,
    as: undefined,
    part: undefined,
    status: { kind: 'waiting' },
  }));
  const [first] = fresh;
  if (first === undefined) return state;
  return { ...state, items: [...state.items, ...fresh], selected: first.id, pane: 'report' };
}

function withItem(state: State, id: number, change: Partial<Item>): State {
  const items = state.items.map((item) => (item.id === id ? { ...item, ...change } : item));
  return { ...state, items };
}

function withStatus(state: State, id: number, status: Status): State {
  const next = withItem(state, id, { status });
  if (status.kind === 'done') return { ...next, said: { kind: 'examined', id } };
  return status.kind === 'refused' ? { ...next, said: { kind: 'refused', id } } : next;
}

/** The neighbour comes in view: a person who closes one of several files goes on with the next. */
function removed(state: State, id: number): State {
  const at = state.items.findIndex((item) => item.id === id);
  const items = state.items.filter((item) => item.id !== id);
  const next = items[Math.min(at, items.length - 1)]?.id;
  const selected = state.selected === id ? next : state.selected;
  return { ...state, items, selected, said: { kind: 'removed', id } };
}
