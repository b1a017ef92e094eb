import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { IconId, LayerKind } from '../document.ts';
import { iconPath, iconTransform, inkOn, shapePath } from '../icons/icons.ts';

/** The mark of a layer as it stands on the map, for lists and legends. Decorative: a text stands beside it. */
export function markIcon(icon: IconId, kind: LayerKind, color: string): TemplateResult {
  const shape = shapePath(kind);
  const parts: SVGTemplateResult = svg`
    <path class="edge" d=${shape}></path>
    <path d=${shape} fill=${color}></path>
    <path d=${iconPath(icon)} transform=${iconTransform(kind)} fill=${inkOn(color)}></path>`;
  return html`<svg class="mark-icon" viewBox="-2 -2 28 28" aria-hidden="true">${parts}</svg>`;
}
