import type { LatLng, Map as LeafletMap, Point, ZoomAnimEvent } from 'leaflet';
import type { Mark } from '../renderer.ts';
import { LatLng as LatLngClass } from './library.ts';
import { createMarkElement, drawMark } from './mark-element.ts';

interface Drawn {
  readonly element: HTMLElement;
  at: LatLng;
  mark: Mark;
}

/** What Leaflet's types leave out: where a point will be when a zoom has ended, and whether a press became a drag. */
type MovingMap = LeafletMap & {
  readonly _latLngToNewLayerPoint: (at: LatLng, zoom: number, center: LatLng) => Point;
  readonly dragging: { readonly moved: () => boolean };
};

/**
 * The marks on the map. One that stays keeps its element. Leaflet's own markers bring dragging and image icons along,
 * a tenth of all its code, for which there is no use here.
 */
export function createMarkPool(
  leafletMap: LeafletMap,
  onSelect: (mark: Mark) => void,
): {
  readonly set: (marks: readonly Mark[]) => void;
  readonly select: (id: string | undefined) => void;
} {
  const map = leafletMap as MovingMap;
  const drawn = new Map<string, Drawn>();
  const pane = map.getPane('markerPane');
  let selected: string | undefined;

  function isSelected({ type, id }: Mark): boolean {
    return type === 'place' && id === selected;
  }

  function stand({ element }: Drawn, point: Point): void {
    const { x, y } = point.round();
    element.style.transform = `translate3d(${x}px,${y}px,0)`;
    // What lies further south stands in front.
    element.style.zIndex = String(y);
  }

  function place(entry: Drawn): void {
    stand(entry, map.latLngToLayerPoint(entry.at));
    entry.element.classList.toggle('selected', isSelected(entry.mark));
  }

  function add(mark: Mark): void {
    const element = createMarkElement();
    drawMark(element, mark);
    const entry: Drawn = { element, at: latLng(mark), mark };
    element.addEventListener('click', (event) => {
      // Neither a press on the ground nor the end of a drag that began on a mark.
      event.stopPropagation();
      if (!map.dragging.moved()) onSelect(entry.mark);
    });
    element.addEventListener('dblclick', (event) => event.stopPropagation());
    drawn.set(keyOf(mark), entry);
    place(entry);
    pane?.append(element);
  }

  function update(entry: Drawn, mark: Mark): void {
    const before = entry.mark;
    entry.mark = mark;
    entry.at = latLng(mark);
    place(entry);
    if (!looksLike(before, mark)) drawMark(entry.element, mark);
  }

  map.on('zoom viewreset', () => {
    for (const entry of drawn.values()) place(entry);
  });
  map.on('zoomanim', ({ zoom, center }: ZoomAnimEvent) => {
    for (const entry of drawn.values()) {
      stand(entry, map._latLngToNewLayerPoint(entry.at, zoom, center));
    }
  });

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
  };
}

function latLng({ at: [lng, lat] }: Mark): LatLng {
  return new LatLngClass(lat, lng);
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
