import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Layer } from '../document.ts';
import { DOT, iconTransform, inkOn, plainColor, shapePath } from '../icons/icons.ts';

/** The mark of a layer as it stands on the map, for lists and legends. Decorative: a text stands beside it. */
export function markIcon(layer: Layer): TemplateResult {
  const { color, drawing = DOT } = layer;
  const shape = shapePath(layer);
  const fill = plainColor(color);
  const parts: SVGTemplateResult = svg`
    <path class="edge" d=${shape}></path>
    <path d=${shape} fill=${fill}></path>
    <path d=${drawing} transform=${iconTransform(layer)} fill=${inkOn(fill)}></path>`;
  return html`<svg class="mark-icon" viewBox="-2 -2 28 28" aria-hidden="true">${parts}</svg>`;
}
