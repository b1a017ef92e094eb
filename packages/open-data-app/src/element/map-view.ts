import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { MapPlace, MapScene } from '../parts.ts';
import { said } from '../record-view.ts';
import type { PageContext } from './context.ts';
import type { PageParts } from './page-view.ts';

/** The map beside the list. It is told of other places only when there are others. */
export function mapView(
  context: PageContext,
  { map, mapFailed, mapped, select, skip, extent }: PageParts,
): TemplateResult {
  const { strings, state, document, language } = context;
  const { background } = document;
  const draw = (): TemplateResult | typeof nothing => {
    if (map === undefined || map === 'failed') return nothing;
    const scene: MapScene = {
      places: mapped.flatMap((record): MapPlace[] => {
        const { id, at } = record;
        return at === undefined ? [] : [{ id, name: context.view(record).name, at }];
      }),
      selected: state.record,
      bbox: extent,
      background,
      language,
      select,
      failed: mapFailed,
    };
    return map(scene);
  };
  return html`<section class="map" aria-label=${strings.mapTitle}>
    <button class="skip" @click=${skip}>${strings.skipMap}</button>
    ${guard([map, mapped, state.record, language], draw)}
    ${
      background === undefined
        ? nothing
        : html`<p class="map-credit">${said(background.credit.source, language)}</p>`
    }
  </section>`;
}
