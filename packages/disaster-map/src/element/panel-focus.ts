import type { MapAction } from '../state/map-state.ts';
import type { MapModel } from '../state/model.ts';

/** Where the focus shall be after the next drawing. */
interface Wish {
  readonly selector: string;
  /** Taken when there is no such element; without it the wish waits until there is one. */
  readonly otherwise?: string;
}

/** Moves the focus to what was opened and back to where it came from; keeps the list where it was scrolled to. */
export class PanelFocus {
  #wish: Wish | undefined;
  #panel = 'list';
  #listTop = 0;

  /** Call before `action` changes `model`. */
  prepare(action: MapAction, model: MapModel): void {
    this.#wish = wishAfter(action, model) ?? this.#wish;
  }

  /** Passes over the map. */
  jump(root: ParentNode): void {
    root.querySelector<HTMLElement>('.scroll :is(h2, button)')?.focus();
  }

  /** Call before `panel` is drawn. */
  leave(root: ParentNode, panel: string): void {
    const scroll = root.querySelector('.scroll');
    if (panel !== this.#panel && this.#panel === 'list' && scroll !== null)
      this.#listTop = scroll.scrollTop;
  }

  /** Call after `panel` was drawn. */
  arrive(root: ParentNode, panel: string): void {
    if (panel !== this.#panel) {
      this.#panel = panel;
      const top = panel === 'list' ? this.#listTop : 0;
      root.querySelector('.scroll')?.scrollTo({ top, behavior: 'instant' });
    }
    if (this.#wish === undefined) return;
    const { selector, otherwise } = this.#wish;
    const target =
      root.querySelector<HTMLElement>(selector) ??
      (otherwise === undefined ? null : root.querySelector<HTMLElement>(otherwise));
    if (target === null) return; // its part is still on the way
    this.#wish = undefined;
    target.focus();
  }
}

function wishAfter(action: MapAction, { state, ordered }: MapModel): Wish | undefined {
  switch (action.type) {
    case 'select':
      return action.id === undefined ? itemOf(state.selected) : { selector: '#detail-name' };
    case 'panel':
      return action.panel === 'about'
        ? { selector: '#about-title' }
        : { selector: '[data-about]', otherwise: '#list' };
    case 'here':
      return { selector: '#list' };
    case 'more':
      return itemOf(ordered[state.listed]?.id);
    case 'search':
      // The button that clears the search is gone with it.
      return action.query === '' ? { selector: '#search' } : undefined;
    case 'link':
      return action.link === 'shown' ? { selector: '#address' } : undefined;
    default:
      return undefined;
  }
}

function itemOf(id: string | undefined): Wish {
  return { selector: `[data-place="${CSS.escape(id ?? '')}"]`, otherwise: '#list' };
}
