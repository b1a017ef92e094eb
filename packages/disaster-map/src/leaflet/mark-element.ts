import { iconPath, iconTransform, inkOn, shapePath } from '../icons/icons.ts';
import type { ClusterMark, Mark, PlaceMark } from '../renderer.ts';

const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';
const FIT_LETTERS = { o: '○', x: '×', '-': '–', '?': '?' } as const;
const FALLBACK_COLOR = '#5a6370';

/** An SVG element with attributes and children. */
export function svgElement(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Node[]
): SVGElement {
  const element = document.createElementNS(SVG_NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/**
 * An empty element for `drawMark`. Hidden from screen readers and from the Tab key: the list beside the map holds
 * the same places.
 */
export function createMarkElement(): HTMLElement {
  const element = document.createElement('div');
  element.setAttribute('aria-hidden', 'true');
  return element;
}

/** Draws `mark` into `element`, whatever it held before. Texts of the mark become text, never markup. */
export function drawMark(element: HTMLElement, mark: Mark): void {
  element.classList.add('mark');
  element.dataset['type'] = mark.type;
  element.replaceChildren(...(mark.type === 'place' ? placeParts(mark) : clusterParts(mark)));
  if (mark.type === 'place') element.title = mark.label;
  else element.removeAttribute('title');
}

function placeParts(mark: PlaceMark): Node[] {
  const color = /^#[0-9a-f]{6}$/i.test(mark.color) ? mark.color : FALLBACK_COLOR;
  const shape = shapePath(mark.kind);
  const parts: Node[] = [
    svgElement(
      'svg',
      { viewBox: '-3 -3 30 30' },
      svgElement('path', { class: 'edge', d: shape }),
      svgElement('path', { class: 'shape', d: shape, fill: color }),
      svgElement('path', {
        d: iconPath(mark.icon),
        transform: iconTransform(mark.kind),
        fill: inkOn(color),
      }),
    ),
    span('name', mark.label),
  ];
  if (mark.fit !== undefined) {
    const fit = span('fit', FIT_LETTERS[mark.fit]);
    fit.dataset['fit'] = mark.fit;
    parts.push(fit);
  }
  return parts;
}

function clusterParts({ count }: ClusterMark): Node[] {
  return [span('count', count.toLocaleString('en'))];
}

function span(className: string, text: string): HTMLSpanElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
}
