export type { HazardClass, HazardLayer } from '../document.ts';
export { hazardCatalogue } from './catalogue.ts';
export type { TilePixels } from './decode-tile.ts';
export {
  hazardAt,
  type HazardAnswer,
  type HazardOptions,
  type HazardReading,
  type Unreadable,
} from './hazard-at.ts';
