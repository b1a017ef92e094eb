import { DOT, iconTransform, inkOn, plainColor, shapePath } from '../icons/icons.ts';
import type { ClusterMark, Mark, PlaceMark, Slot, StartMark } from '../renderer.ts';
import { fitSign } from './fit-sign.ts';
import { svgElement } from './svg-element.ts';

/** Width and height of the hit area. */
const SIZE_PX = 44;
/** From mark to mark at one spot: their hit areas hardly overlap. */
const SLOT_PX = 42;

/**
 * An empty element for `drawMark`. Hidden from screen readers and from the Tab key: the list beside the map holds
 * the same places.
 */
export function createMarkElement(): HTMLElement {
  const element = document.createElement('div');
  element.className = 'mark';
  element.setAttribute('aria-hidden', 'true');
  return element;
}

/** Draws `mark` into `element`, whatever it held before. Texts of the mark become text, never markup. */
export function drawMark(element: HTMLElement, mark: Mark): void {
  element.dataset['type'] = mark.type;
  element.replaceChildren(...partsOf(mark));
  if (mark.type === 'place') element.title = mark.label;
  else element.removeAttribute('title');
  stand(element, mark.type === 'place' ? mark.slot : undefined);
}

function partsOf(mark: Mark): Node[] {
  switch (mark.type) {
    case 'place':
      return placeParts(mark);
    case 'cluster':
      return clusterParts(mark);
    case 'start':
      return startParts(mark);
  }
}

/** In rows of two around the spot, names outward: margins, because the transform says where the spot is. */
function stand(element: HTMLElement, slot: Slot = { index: 0, of: 1, named: true }): void {
  const { index, of, named } = slot;
  const [row, column] = [Math.floor(index / 2), index % 2];
  const inRow = Math.min(2, of - 2 * row);
  const x = column - (inRow - 1) / 2;
  const y = row - (Math.ceil(of / 2) - 1) / 2;
  element.style.margin = `${y * SLOT_PX - SIZE_PX / 2}px 0 0 ${x * SLOT_PX - SIZE_PX / 2}px`;
  element.classList.toggle('left', x < 0);
  element.classList.toggle('unnamed', !named);
}

function placeParts(mark: PlaceMark): Node[] {
  const color = plainColor(mark.color);
  const shape = shapePath(mark);
  const parts: Node[] = [
    svgElement(
      'svg',
      { class: 'figure', viewBox: '-3 -3 30 30' },
      svgElement('path', { class: 'edge', d: shape }),
      svgElement('path', { class: 'shape', d: shape, fill: color }),
      svgElement('path', {
        d: mark.drawing ?? DOT,
        transform: iconTransform(mark),
        fill: inkOn(color),
      }),
    ),
  ];
  if (mark.fit !== undefined) parts.push(fitSign(mark.fit));
  parts.push(span('name', mark.label));
  return parts;
}

function clusterParts({ count }: ClusterMark): Node[] {
  return [span('count', count.toLocaleString('en'))];
}

function startParts({ label }: StartMark): Node[] {
  return [span('start', ''), span('name', label)];
}

function span(className: string, text: string): HTMLSpanElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
}
