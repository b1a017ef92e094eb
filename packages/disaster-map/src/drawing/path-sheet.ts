import type { LngLat } from '@yokoten/standard';
import type { Pixel } from './mark-pool.ts';
import { svgElement } from './svg-element.ts';

/** One drawn path: lines, or rings that are closed. */
export interface SheetPath {
  /** A `<path>`. */
  readonly element: SVGElement;
  readonly ways: readonly (readonly LngLat[])[];
}

/** The lines and areas of a map, under its marks. */
export interface PathSheet {
  /** An `<svg>` without a size of its own. */
  readonly element: SVGElement;
  /** Replaces the lines and areas of one kind; the boundary lies above the shapes. */
  readonly setPaths: (kind: 'shapes' | 'boundary', paths: readonly SheetPath[]) => void;
  /** Writes every path anew, for when places lie elsewhere. */
  readonly draw: () => void;
}

/**
 * A sheet on which places lie where `locate` says. Both renderers use it: Leaflet's own lines and areas are a seventh
 * of all its code.
 */
export function createPathSheet(locate: (at: LngLat) => Pixel): PathSheet {
  const groups = { shapes: svgElement('g', {}), boundary: svgElement('g', {}) };
  const paths = new Map<string, readonly SheetPath[]>();

  function write(some: readonly SheetPath[]): void {
    for (const { element, ways } of some) {
      element.setAttribute('d', ways.map((way) => pathOf(way.map(locate))).join(''));
    }
  }

  return {
    element: svgElement(
      'svg',
      { class: 'lines', 'aria-hidden': 'true' },
      groups.shapes,
      groups.boundary,
    ),
    setPaths(kind, next) {
      paths.set(kind, next);
      write(next);
      groups[kind].replaceChildren(...next.map(({ element }) => element));
    },
    draw() {
      for (const some of paths.values()) write(some);
    },
  };
}

/** Corners that fall on the same pixel are written once. */
function pathOf(way: readonly Pixel[]): string {
  const corners: string[] = [];
  for (const { x, y } of way) {
    const corner = `${Math.round(x)} ${Math.round(y)}`;
    if (corner !== corners.at(-1)) corners.push(corner);
  }
  return corners.length === 0 ? '' : `M${corners.join('L')}`;
}
