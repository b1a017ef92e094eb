import type { Map as LeafletMap } from 'leaflet';
import type { RendererOptions } from '../renderer.ts';
import { svgElement } from './mark-element.ts';

/** Two buttons that stay focusable at the ends of the range, so that the keyboard's place is not lost. */
export function createZoomButtons(map: LeafletMap, labels: RendererOptions['labels']): HTMLElement {
  const zoomIn = zoomButton(labels.zoomIn, 'M12 5v14M5 12h14', () => map.zoomIn(1));
  const zoomOut = zoomButton(labels.zoomOut, 'M5 12h14', () => map.zoomOut(1));
  const update = (): void => {
    zoomIn.ariaDisabled = String(map.getZoom() >= map.getMaxZoom());
    zoomOut.ariaDisabled = String(map.getZoom() <= map.getMinZoom());
  };
  map.on('zoomend zoomlevelschange', update);
  update();
  const group = document.createElement('div');
  group.className = 'zoom';
  group.append(zoomIn, zoomOut);
  return group;
}

function zoomButton(label: string, path: string, press: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.ariaLabel = label;
  button.title = label;
  button.append(svgElement('svg', { viewBox: '0 0 24 24' }, svgElement('path', { d: path })));
  button.addEventListener('click', press);
  return button;
}
