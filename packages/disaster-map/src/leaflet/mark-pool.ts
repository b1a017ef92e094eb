import type { Map as LeafletMap, Marker } from 'leaflet';
import type { Mark } from '../renderer.ts';
import { Icon, Marker as MarkerClass } from './library.ts';
import { createMarkElement, drawMark } from './mark-element.ts';

/** Above every mark Leaflet sorts by latitude: their order is their y, a few thousand at most. */
const SELECTED_Z = 100_000;

interface Drawn {
  readonly marker: Marker;
  readonly element: HTMLElement;
  mark: Mark;
}

/** The marks on the map. One that stays keeps its element. */
export function createMarkPool(
  map: LeafletMap,
  onSelect: (mark: Mark) => void,
): {
  readonly set: (marks: readonly Mark[]) => void;
  readonly select: (id: string | undefined) => void;
} {
  const drawn = new Map<string, Drawn>();
  let selected: string | undefined;

  function emphasise(id: string | undefined, on: boolean): void {
    const entry = id === undefined ? undefined : drawn.get(`place ${id}`);
    entry?.element.classList.toggle('selected', on);
    entry?.marker.setZIndexOffset(on ? SELECTED_Z : 0);
  }

  function add(mark: Mark): void {
    const element = createMarkElement();
    drawMark(element, mark);
    const marker = new MarkerClass([mark.at[1], mark.at[0]], {
      icon: new ElementIcon(element),
      keyboard: false,
      riseOnHover: true,
    });
    const entry: Drawn = { marker, element, mark };
    marker.on('click', () => onSelect(entry.mark));
    marker.addTo(map);
    drawn.set(keyOf(mark), entry);
    if (mark.type === 'place' && mark.id === selected) emphasise(selected, true);
  }

  function update(entry: Drawn, mark: Mark): void {
    const before = entry.mark;
    entry.mark = mark;
    if (before.at[0] !== mark.at[0] || before.at[1] !== mark.at[1]) {
      entry.marker.setLatLng([mark.at[1], mark.at[0]]);
    }
    if (!looksLike(before, mark)) drawMark(entry.element, mark);
  }

  return {
    set(marks) {
      const staying = new Set(marks.map(keyOf));
      for (const [key, entry] of drawn) {
        if (staying.has(key)) continue;
        entry.marker.remove();
        drawn.delete(key);
      }
      for (const mark of marks) {
        const entry = drawn.get(keyOf(mark));
        if (entry === undefined) add(mark);
        else update(entry, mark);
      }
    },
    select(id) {
      emphasise(selected, false);
      selected = id;
      emphasise(selected, true);
    },
  };
}

/** A place may be called as a cluster is. */
function keyOf({ type, id }: Mark): string {
  return `${type} ${id}`;
}

function looksLike(a: Mark, b: Mark): boolean {
  if (a.type === 'cluster' || b.type === 'cluster') {
    return a.type === b.type && 'count' in a && 'count' in b && a.count === b.count;
  }
  return (
    a.icon === b.icon &&
    a.kind === b.kind &&
    a.color === b.color &&
    a.label === b.label &&
    a.fit === b.fit &&
    a.slot?.index === b.slot?.index &&
    a.slot?.of === b.slot?.of &&
    a.slot?.named === b.slot?.named
  );
}

/** Leaflet asks its icon for an element; this one is made already. */
class ElementIcon extends Icon {
  readonly #element: HTMLElement;

  constructor(element: HTMLElement) {
    super({ iconUrl: '' });
    this.#element = element;
  }

  override createIcon(): HTMLElement {
    this.#element.classList.add('leaflet-marker-icon');
    return this.#element;
  }

  override createShadow(): HTMLElement {
    // Leaflet takes `null` for "no shadow"; its types do not say so.
    return null as unknown as HTMLElement;
  }
}
