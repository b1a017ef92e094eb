import type { Map as LeafletMap } from 'leaflet';

/** The bar is at least half as long: room for "100 m". */
const MAX_WIDTH_PX = 120;

/** A bar as long as a round number of metres at the middle of the view. */
export function createScaleBar(map: LeafletMap): HTMLElement {
  const bar = document.createElement('div');
  bar.className = 'scale';
  const update = (): void => {
    const middle = map.getSize().y / 2;
    const metres = map.distance(
      map.containerPointToLatLng([0, middle]),
      map.containerPointToLatLng([MAX_WIDTH_PX, middle]),
    );
    const round = roundLength(metres);
    bar.style.width = `${Math.round((MAX_WIDTH_PX * round) / metres)}px`;
    bar.textContent = round < 1000 ? `${round} m` : `${round / 1000} km`;
  };
  map.on('moveend', update);
  update();
  return bar;
}

/** The largest of 1, 2, 3, 5 × 10ⁿ that is not above `metres`. */
export function roundLength(metres: number): number {
  if (!(metres > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(metres));
  const step = [5, 3, 2].find((factor) => factor * power <= metres) ?? 1;
  return step * power;
}
