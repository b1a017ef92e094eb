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

/** The raster that lies over the map: the chosen one, else the first of the chosen hazard. */
export function shownRaster(
  document: Pick<MapDocument, 'hazardLayers'>,
  state: Pick<MapState, 'hazard' | 'raster' | 'opacity'>,
): ShownRaster | undefined {
  const { hazard, raster, opacity } = state;
  if (raster === 'none') return undefined;
  const offered = offeredRasters(document, state);
  const layer =
    raster === undefined
      ? hazard === undefined
        ? undefined
        : offered[0]
      : offered.find(({ id }) => id === raster);
  return layer && { ...layer, opacity };
}
