import type { LngLat } from '@yokoten/standard';
import type { Boundary } from '../document.ts';
import { MOST_POSITIONS, positionsIn, positionsInBoundary } from '../positions.ts';
import type { GroundShape } from '../renderer.ts';
import type { Listeners } from './listeners.ts';
import type { PathSheet, SheetPath } from './path-sheet.ts';
import { plainColor } from '../icons/icons.ts';
import { svgElement } from './svg-element.ts';

/** Is told when lines and areas have more than can be drawn, and how many positions they have. */
export type TooMany = (positions: number) => void;

/** Tells it the first time alone: a search that brings the same shapes again is no news. */
export function tellOnce(emit: Listeners['emit']): TooMany {
  let isTold = false;
  return (positions) => {
    if (isTold) return;
    isTold = true;
    emit('problem', { code: 'disaster-map/too-many-positions', cause: positions });
  };
}

/** Draws the town's outline: a dark line on a light one, so that it shows on any ground. */
export function drawBoundary(
  sheet: Pick<PathSheet, 'setPaths'>,
  boundary: Boundary | undefined,
  tooMany: TooMany,
): void {
  const positions = boundary === undefined ? 0 : positionsInBoundary(boundary);
  if (positions > MOST_POSITIONS) tooMany(positions);
  sheet.setPaths('boundary', positions > MOST_POSITIONS ? [] : boundaryPaths(boundary));
}

function boundaryPaths(boundary: Boundary | undefined): readonly SheetPath[] {
  if (boundary === undefined) return [];
  const { geometry } = boundary;
  const ways = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
  return ['boundary-casing', 'boundary-line'].map((name) => pathOf(name, ways));
}

/**
 * Lines and areas under the marks: the layer's colour on a light casing, so that they show on any ground. The first
 * `MOST_POSITIONS` positions are drawn.
 */
export function createSheetShapes(
  sheet: Pick<PathSheet, 'setPaths'>,
  tooMany: TooMany,
): {
  readonly set: (shapes: readonly GroundShape[]) => void;
  readonly select: (id: string | undefined) => void;
} {
  let drawn: ReadonlyMap<string, { figure: GroundShape; paths: readonly SheetPath[] }> = new Map();
  let selected: string | undefined;

  function emphasise(id: string | undefined, isOn: boolean): void {
    for (const { element } of (id === undefined ? undefined : drawn.get(id))?.paths ?? [])
      element.classList.toggle('selected', isOn);
  }

  return {
    set(shapes) {
      const before = drawn;
      drawn = new Map(
        withinLimit(shapes, tooMany).map((figure) => {
          const old = before.get(figure.id);
          const isSame = old?.figure.shape === figure.shape && old.figure.color === figure.color;
          return [figure.id, isSame ? old : { figure, paths: shapePaths(figure) }];
        }),
      );
      sheet.setPaths(
        'shapes',
        [...drawn.values()].flatMap(({ paths }) => paths),
      );
      emphasise(selected, true);
    },
    select(id) {
      emphasise(selected, false);
      selected = id;
      emphasise(id, true);
    },
  };
}

function withinLimit(shapes: readonly GroundShape[], tooMany: TooMany): readonly GroundShape[] {
  let positions = 0;
  const some = shapes.filter(({ shape }) => (positions += positionsIn(shape)) <= MOST_POSITIONS);
  if (some.length < shapes.length) tooMany(positions);
  return some;
}

function shapePaths({
  shape: { lines = [], areas = [] },
  color: wanted,
}: GroundShape): SheetPath[] {
  const color = plainColor(wanted);
  const rings = areas.flat();
  const outline = [...lines, ...rings];
  const fill = rings.length === 0 ? [] : [pathOf('shape-area', rings, { fill: color })];
  return [
    ...fill,
    pathOf('shape-casing', outline),
    pathOf('shape-line', outline, { stroke: color }),
  ];
}

function pathOf(
  name: string,
  ways: readonly (readonly LngLat[])[],
  look: Readonly<Record<string, string>> = {},
): SheetPath {
  return { element: svgElement('path', { class: name, ...look }), ways };
}
