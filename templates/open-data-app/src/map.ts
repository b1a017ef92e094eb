import '@yokoten/disaster-map/place-map';
import type { MapScene } from '@yokoten/open-data-app';
import { html, type TemplateResult } from 'lit';

/** 位置があるデータの、一覧のとなりに出る地図。 The map beside the list, where the data has positions. */
export function map(scene: MapScene): TemplateResult {
  return html`<place-map
    .places=${scene.places}
    .selected=${scene.selected}
    .bbox=${scene.bbox}
    .background=${scene.background}
    language=${scene.language}
    @place-select=${({ detail }: CustomEvent<{ id: string }>) => scene.select(detail.id)}
    @error=${({ detail }: CustomEvent<{ code: string }>) => {
      if (detail.code === 'disaster-map/map-failed') scene.failed(detail);
    }}
  ></place-map>`;
}
