import type { HazardLayer, MapDocument } from '../document.ts';
import type { MapState } from './map-state.ts';

/** A hazard's raster as it is drawn. */
export interface ShownRaster extends HazardLayer {
  /** From 0 to 1. */
  readonly opacity: number;
}

/** The rasters to choose from: those of the chosen hazard, or all. */
export function offeredRasters(
  { hazardLayers = [] }: Pick<MapDocument, 'hazardLayers'>,
  { hazard }: Pick<MapState, 'hazard'>,
): readonly HazardLayer[] {
  return hazard === undefined
    ? hazardLayers
    : hazardLayers.filter((layer) => layer.hazard === hazard);
}

/** The raster over the map: the chosen one, else the first of the chosen hazard, else the one the page opens with. */
export function shownRaster(
  document: Pick<MapDocument, 'hazardLayers' | 'shownHazardLayer'>,
  state: Pick<MapState, 'hazard' | 'raster' | 'opacity'>,
): ShownRaster | undefined {
  const { hazard, raster, opacity } = state;
  if (raster === 'none') return undefined;
  const offered = offeredRasters(document, state);
  const wanted = raster ?? (hazard === undefined ? document.shownHazardLayer : offered[0]?.id);
  const layer = offered.find(({ id }) => id === wanted);
  return layer && { ...layer, opacity };
}
