export type * from './document.ts';
export { HAZARDS } from './document.ts';
export { DisasterMap } from './element/disaster-map.ts';
export type {
  DisasterMapEvents,
  FilterChangeDetail,
  LocateDetail,
  SelectDetail,
} from './element/map-events.ts';
export type { Geocoder, GeocoderResult } from './nearest/geocoder.ts';
export type {
  ClusterMark,
  DrawnBackground,
  GroundShape,
  Mark,
  Overlay,
  PlaceMark,
  Renderer,
  RendererEvents,
  RendererLabels,
  RendererOptions,
  StartMark,
  View,
} from './renderer.ts';
