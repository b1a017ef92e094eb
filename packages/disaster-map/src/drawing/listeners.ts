import type { RendererEvents } from '../renderer.ts';

type Type = keyof RendererEvents;
type Listener<K extends Type> = (detail: RendererEvents[K]) => void;
type Lists = { [K in Type]: Set<Listener<K>> };

/** Who wants to know what; each listener is called once per event, in the order of subscription. */
export interface Listeners {
  readonly on: <K extends Type>(type: K, listener: Listener<K>) => () => void;
  readonly emit: <K extends Type>(type: K, detail: RendererEvents[K]) => void;
  readonly clear: () => void;
}

/** No listeners yet. */
export function createListeners(): Listeners {
  const lists: Lists = {
    'view-change': new Set(),
    'mark-select': new Set(),
    'ground-select': new Set(),
    'background-change': new Set(),
    'overlay-change': new Set(),
    problem: new Set(),
  };
  return {
    on(type, listener) {
      lists[type].add(listener);
      return () => lists[type].delete(listener);
    },
    emit(type, detail) {
      for (const listener of lists[type]) listener(detail);
    },
    clear() {
      for (const list of Object.values(lists)) list.clear();
    },
  };
}
