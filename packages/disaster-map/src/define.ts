import { defineElement } from '@yokoten/ui';
import { DisasterMap } from './element/disaster-map.ts';

defineElement('disaster-map', DisasterMap);

declare global {
  interface HTMLElementTagNameMap {
    'disaster-map': DisasterMap;
  }
}

export { DisasterMap };
