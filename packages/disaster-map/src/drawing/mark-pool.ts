import type { LngLat } from '@yokoten/standard';
import type { Mark } from '../renderer.ts';
import { createMarkElement, drawMark } from './mark-element.ts';

/** A point in pixels, from the top left of whatever holds it. */
export interface Pixel {
  readonly x: number;
  readonly y: number;
}

interface Drawn {
  readonly element: HTMLElement;
  mark: Mark;
}

/** What a pool must know of the map it draws on. */
export interface MarkGround {
  readonly pane: HTMLElement;
  /** Where a place lies in `pane`. */
  readonly locate: (at: LngLat) => Pixel;
  /** Whether the press that just ended was a drag of the map. */
  readonly isDragged: (event: MouseEvent) => boolean;
  readonly onSelect: (mark: Mark) => void;
}

/** The marks on a map. */
export interface MarkPool {
  readonly set: (marks: readonly Mark[]) => void;
  readonly select: (id: string | undefined) => void;
  /** Call when places lie elsewhere in the pane. `locate`: where they are about to lie, if not where the ground says. */
  readonly replace: (locate?: MarkGround['locate']) => void;
}

/**
 * The marks on the map. One that stays keeps its element. Neither library's own markers are used: Leaflet's bring
 * dragging and image icons along, a tenth of all its code; and both renderers are to behave alike.
 */
export function createMarkPool({ pane, locate, isDragged, onSelect }: MarkGround): MarkPool {
  const drawn = new Map<string, Drawn>();
  let selected: string | undefined;

  function isSelected({ type, id }: Mark): boolean {
    return type === 'place' && id === selected;
  }

  function stand({ element }: Drawn, point: Pixel): void {
    const [x, y] = [Math.round(point.x), Math.round(point.y)];
    element.style.transform = `translate(${x}px,${y}px)`;
    // What lies further south stands in front.
    element.style.zIndex = String(y);
  }

  function place(entry: Drawn): void {
    stand(entry, locate(entry.mark.at));
    entry.element.classList.toggle('selected', isSelected(entry.mark));
  }

  function add(mark: Mark): void {
    const element = createMarkElement();
    drawMark(element, mark);
    const entry: Drawn = { element, mark };
    element.addEventListener('click', (event) => {
      // Neither a press on the ground nor the end of a drag that began on a mark.
      event.stopPropagation();
      if (!isDragged(event)) onSelect(entry.mark);
    });
    element.addEventListener('dblclick', (event) => event.stopPropagation());
    drawn.set(keyOf(mark), entry);
    place(entry);
    pane.append(element);
  }

  function update(entry: Drawn, mark: Mark): void {
    const before = entry.mark;
    entry.mark = mark;
    place(entry);
    if (!looksLike(before, mark)) drawMark(entry.element, mark);
  }

  return {
    set(marks) {
      const staying = new Set(marks.map(keyOf));
      for (const [key, entry] of drawn) {
        if (staying.has(key)) continue;
        entry.element.remove();
        drawn.delete(key);
      }
      for (const mark of marks) {
        const entry = drawn.get(keyOf(mark));
        if (entry === undefined) add(mark);
        else update(entry, mark);
      }
    },
    select(id) {
      const before = selected;
      selected = id;
      for (const changed of [before, id]) {
        const entry = changed === undefined ? undefined : drawn.get(`place ${changed}`);
        if (entry !== undefined) place(entry);
      }
    },
    replace(where = locate) {
      for (const entry of drawn.values()) stand(entry, where(entry.mark.at));
    },
  };
}

/** A place may be called as a cluster is. */
function keyOf({ type, id }: Mark): string {
  return `${type} ${id}`;
}

function looksLike(a: Mark, b: Mark): boolean {
  if (a.type === 'cluster' && b.type === 'cluster') return a.count === b.count;
  if (a.type === 'start' && b.type === 'start') return a.label === b.label;
  if (a.type !== 'place' || b.type !== 'place') return false;
  return (
    a.drawing === b.drawing &&
    a.kind === b.kind &&
    a.shape === b.shape &&
    a.color === b.color &&
    a.label === b.label &&
    a.fit === b.fit &&
    a.slot?.index === b.slot?.index &&
    a.slot?.of === b.slot?.of &&
    a.slot?.named === b.slot?.named
  );
}
