import type { MapAction } from '../state/map-state.ts';
import type { MapModel } from '../state/model.ts';

/** Where the focus shall be after the next drawing. */
interface Wish {
  readonly selector: string;
  /** Taken when there is no such element; without it the wish waits until there is one. */
  readonly otherwise?: string;
}

/** Pixels at both ends of the chips' line; the styles fade it out there. */
const CHIP_MARGIN = 32;

/** Moves the focus to what was opened and back to where it came from; keeps the list where it was scrolled to. */
export class PanelFocus {
  #wish: Wish | undefined;
  #shown = 'list';
  #listTop = 0;
  #query = '';
  #hazard: string | undefined;

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
    if (this.#shown === 'list' && panel !== 'list' && scroll !== null)
      this.#listTop = scroll.scrollTop;
  }

  /** Call after `panel` of `model` was drawn. */
  arrive(root: ParentNode, panel: string, { state, selected }: MapModel): void {
    const shown = panel === 'detail' ? `detail ${selected?.id ?? ''}` : panel;
    const isOther = shown !== this.#shown;
    if (isOther || state.query !== this.#query) {
      const top = isOther && panel === 'list' ? this.#listTop : 0;
      root.querySelector('.scroll')?.scrollTo({ top, behavior: 'instant' });
    }
    if (isOther || state.hazard !== this.#hazard) showChosenChip(root);
    this.#shown = shown;
    this.#query = state.query;
    this.#hazard = state.hazard;
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

/** Where the chips are one line that scrolls sideways, the chosen one is to be seen. */
function showChosenChip(root: ParentNode): void {
  const chip = root.querySelector('.chip:has(:checked)');
  const line = chip?.parentElement;
  if (!chip || !line) return;
  const [inner, outer] = [chip.getBoundingClientRect(), line.getBoundingClientRect()];
  const hidden = Math.max(0, inner.right - outer.right + CHIP_MARGIN);
  const before = Math.min(0, inner.left - outer.left - CHIP_MARGIN);
  line.scrollBy({ left: hidden || before, behavior: 'instant' });
}

function wishAfter(action: MapAction, { state, ordered }: MapModel): Wish | undefined {
  switch (action.type) {
    case 'select':
      return action.id === undefined ? itemOf(state.selected) : { selector: '#detail-name' };
    case 'panel':
      return action.panel === 'about'
        ? { selector: '#about-title' }
        : { selector: '[data-about]', otherwise: '#list' };
    case 'point':
      return action.at === undefined
        ? { selector: '.ask', otherwise: '#list' }
        : { selector: '#point-title' };
    case 'here':
      return { selector: '#list' };
    case 'near':
      return { selector: action.near === undefined ? '[data-near]' : '#list' };
    case 'more':
      return itemOf(ordered[state.listed]?.id);
    case 'search':
      // The button that clears the search is gone with it.
      return action.query === '' ? { selector: '#search' } : undefined;
    case 'filter':
      // The button that clears the filters is gone with them.
      return action.header === undefined ? { selector: '#list' } : undefined;
    case 'only-open':
      // The button that shows all again is gone with it.
      return action.onlyOpen ? undefined : { selector: '[data-only-open]', otherwise: '#list' };
    case 'link':
      return action.link === 'shown' ? { selector: '#address' } : undefined;
    default:
      return undefined;
  }
}

function itemOf(id: string | undefined): Wish {
  return { selector: `[data-place="${CSS.escape(id ?? '')}"]`, otherwise: '#list' };
}
