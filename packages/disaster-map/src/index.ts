export type * from './document.ts';
export { HAZARDS } from './document.ts';
export { DisasterMap } from './element/disaster-map.ts';
export type {
  Renderer,
  RendererEvents,
  RendererOptions,
  Mark,
  PlaceMark,
  ClusterMark,
  View,
} from './renderer.ts';
