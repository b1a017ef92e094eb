import type { Map as LeafletMap, Path } from 'leaflet';
import type { LngLat } from '@yokoten/standard';
import type { GroundShape } from '../renderer.ts';
import { Polygon, Polyline } from './library.ts';

interface Drawn {
  readonly figure: GroundShape;
  readonly paths: readonly Path[];
}

const FALLBACK_COLOR = '#5a6370';

/** Lines and areas under the marks: the layer's colour on a light casing, so that they show on any ground. */
export function createShapes(map: LeafletMap): {
  readonly set: (shapes: readonly GroundShape[]) => void;
  readonly select: (id: string | undefined) => void;
} {
  let drawn: ReadonlyMap<string, Drawn> = new Map();
  let selected: string | undefined;

  function emphasise(id: string | undefined, isOn: boolean): void {
    for (const path of (id === undefined ? undefined : drawn.get(id))?.paths ?? [])
      path.getElement()?.classList.toggle('selected', isOn);
  }

  return {
    set(shapes) {
      const before = drawn;
      drawn = new Map(
        shapes.map((figure) => {
          const old = before.get(figure.id);
          const isSame = old?.figure.shape === figure.shape && old.figure.color === figure.color;
          return [figure.id, isSame ? old : { figure, paths: pathsOf(figure) }];
        }),
      );
      for (const [id, old] of before)
        if (drawn.get(id) !== old) for (const path of old.paths) path.remove();
      // From the top down, each below the last: the boundary, drawn before or after, stays above.
      for (const { paths } of [...drawn.values()].toReversed()) {
        for (const path of paths.toReversed()) {
          path.addTo(map);
          path.bringToBack();
        }
      }
      emphasise(selected, true);
    },
    select(id) {
      if (id === selected) return;
      emphasise(selected, false);
      selected = id;
      emphasise(id, true);
    },
  };
}

function pathsOf({ shape: { lines = [], areas = [] }, color: wanted }: GroundShape): Path[] {
  const color = /^#[0-9a-f]{6}$/i.test(wanted) ? wanted : FALLBACK_COLOR;
  const rings = areas.map((area) => area.map((ring) => ring.map(latLng)));
  const ways = lines.map((line) => line.map(latLng));
  const outline = [...ways, ...rings.flat()];
  const stroke = (className: string): Path =>
    new Polyline(outline, { className, interactive: false, color });
  const fill =
    rings.length === 0
      ? []
      : [
          new Polygon(rings, {
            className: 'shape-area',
            interactive: false,
            stroke: false,
            fillColor: color,
          }),
        ];
  return [...fill, stroke('shape-casing'), stroke('shape-line')];
}

function latLng([lng, lat]: LngLat): [number, number] {
  return [lat, lng];
}
