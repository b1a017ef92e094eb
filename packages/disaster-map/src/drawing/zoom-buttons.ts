import type { RendererLabels } from '../renderer.ts';
import { svgElement } from './svg-element.ts';

/** Two buttons that stay focusable at the ends of the range, so that the keyboard's place is not lost. */
export function createZoomButtons(step: (level: 1 | -1) => void): {
  readonly element: HTMLElement;
  /** Says whether there is something nearer, and something farther. */
  readonly setRange: (range: { readonly isNearest: boolean; readonly isFarthest: boolean }) => void;
  readonly setLabels: (labels: RendererLabels) => void;
} {
  const zoomIn = zoomButton('M12 5v14M5 12h14', () => step(1));
  const zoomOut = zoomButton('M5 12h14', () => step(-1));
  const group = document.createElement('div');
  group.className = 'zoom';
  group.append(zoomIn, zoomOut);
  return {
    element: group,
    setRange({ isNearest, isFarthest }) {
      setDisabled(zoomIn, isNearest);
      setDisabled(zoomOut, isFarthest);
    },
    setLabels(labels) {
      setLabel(zoomIn, labels.zoomIn);
      setLabel(zoomOut, labels.zoomOut);
    },
  };
}

function zoomButton(path: string, press: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.append(svgElement('svg', { viewBox: '0 0 24 24' }, svgElement('path', { d: path })));
  button.addEventListener('click', press);
  return button;
}

function setDisabled(button: HTMLButtonElement, isDisabled: boolean): void {
  button.setAttribute('aria-disabled', String(isDisabled));
}

function setLabel(button: HTMLButtonElement, text: string): void {
  button.setAttribute('aria-label', text);
  button.title = text;
}
