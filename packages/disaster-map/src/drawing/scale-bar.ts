/** Pixels that the bar may be long; it is at least half as long: room for "100 m". */
export const SCALE_MAX_PX = 120;

/** A bar as long as a round number of metres at the middle of the view. */
export function createScaleBar(): {
  readonly element: HTMLElement;
  /** `metres`: how many of them `SCALE_MAX_PX` pixels are on the ground. */
  readonly set: (metres: number) => void;
} {
  const element = document.createElement('div');
  element.className = 'scale';
  return {
    element,
    set(metres) {
      const round = roundLength(metres);
      element.style.width = `${Math.round((SCALE_MAX_PX * round) / metres)}px`;
      element.textContent = round < 1000 ? `${round} m` : `${round / 1000} km`;
    },
  };
}

/** The largest of 1, 2, 3, 5 × 10ⁿ that is not above `metres`. */
export function roundLength(metres: number): number {
  if (!(metres > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(metres));
  const step = [5, 3, 2].find((factor) => factor * power <= metres) ?? 1;
  return step * power;
}
