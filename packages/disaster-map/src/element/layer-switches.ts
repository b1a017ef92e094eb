import { html, svg, type TemplateResult } from 'lit';
import type { Layer } from '../document.ts';
import { plainColor } from '../icons/icons.ts';
import { dataText, type PageContext } from './context.ts';
import { markIcon } from './mark-icon.ts';

/** The legend, in which each layer can be switched; layers of one group stand together and can be switched as one. */
export function layerSwitches(context: PageContext): TemplateResult {
  const { layers } = context.document;
  const groups = new Map<string, Layer[]>();
  for (const layer of layers) {
    const key = layer.group === undefined ? `layer ${layer.id}` : `group ${layer.group.ja}`;
    groups.set(key, [...(groups.get(key) ?? []), layer]);
  }
  return html`<ul>
    ${[...groups.values()].map((members) => {
      const group = members[0]?.group;
      return group === undefined
        ? members.map((layer) => layerSwitch(context, layer))
        : groupSwitch(context, group, members);
    })}
  </ul>`;
}

function groupSwitch(
  context: PageContext,
  group: NonNullable<Layer['group']>,
  members: readonly Layer[],
): TemplateResult {
  const { state, language, dispatch } = context;
  const ids = members.map(({ id }) => id);
  const shown = ids.filter((id) => state.layers.has(id)).length;
  return html`<li class="group">
    <label>
      <input
        type="checkbox"
        data-group=${group.ja}
        .checked=${shown === ids.length}
        .indeterminate=${shown > 0 && shown < ids.length}
        @change=${(event: Event) =>
          dispatch({ type: 'group', ids, visible: (event.target as HTMLInputElement).checked })}
      />
      <strong>${dataText(group, language)}</strong>
    </label>
    <ul>
      ${members.map((layer) => layerSwitch(context, layer))}
    </ul>
  </li>`;
}

function layerSwitch(
  { state, strings, language, dispatch }: PageContext,
  layer: Layer,
): TemplateResult {
  const { id, title, color, places, draws = [] } = layer;
  return html`<li>
    <label>
      <input
        type="checkbox"
        data-layer=${id}
        .checked=${state.layers.has(id)}
        @change=${(event: Event) =>
          dispatch({ type: 'layer', id, visible: (event.target as HTMLInputElement).checked })}
      />
      ${markIcon(layer)}
      <span>${dataText(title, language)}</span>
      ${draws.map((kind) => swatch(kind, color))}
      <span class="amount">${strings.places(places.length)}</span>
    </label>
  </li>`;
}

/** A line or area as it is drawn on the map. Decorative: the layer's name stands beside it. */
function swatch(kind: 'line' | 'area', color: string): TemplateResult {
  const stroke = plainColor(color);
  const figure =
    kind === 'line'
      ? svg`<path d="M2 15l7-7 6 5 7-7" fill="none" stroke=${stroke} stroke-width="4"></path>`
      : svg`<path d="M3 5h18v12h-18z" fill=${stroke} fill-opacity=".3" stroke=${stroke} stroke-width="3"></path>`;
  return html`<svg class="swatch" viewBox="0 0 24 22" aria-hidden="true">${figure}</svg>`;
}
