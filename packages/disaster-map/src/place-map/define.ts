import { defineElement } from '@yokoten/ui';
import { PlaceMap } from './place-map.ts';

defineElement('place-map', PlaceMap);

declare global {
  interface HTMLElementTagNameMap {
    'place-map': PlaceMap;
  }
}

export {
  PlaceMap,
  type MapPlace,
  type PlaceMapEvents,
  type PlaceSelectDetail,
} from './place-map.ts';
