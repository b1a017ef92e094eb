/** Linear light, each part from 0 to 1. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Linear light of `#rrggbb` (sRGB, IEC 61966-2-1). */
export function linear(color: string): Rgb {
  const part = (at: number): number => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

/** Contrast as WCAG 2.2 defines it, 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const luminance = ([r, g, b]: Rgb): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const clipped = (value: number): number => Math.min(1, Math.max(0, value));

/** `color-mix(in oklab, color share, ground)`; the constants are OKLab's own (CSS Color 4, section 9.3). */
export function mixed(color: Rgb, share: number, ground: 'black' | 'white'): Rgb {
  const [r, g, b] = color;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  // Black and white are [0, 0, 0] and [1, 0, 0] in OKLab.
  const white = ground === 'white' ? 1 - share : 0;
  const lightness = share * (0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s) + white;
  const greenRed = share * (1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s);
  const blueYellow = share * (0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s);
  const long = (lightness + 0.3963377774 * greenRed + 0.2158037573 * blueYellow) ** 3;
  const medium = (lightness - 0.1055613458 * greenRed - 0.0638541728 * blueYellow) ** 3;
  const short = (lightness - 0.0894841775 * greenRed - 1.291485548 * blueYellow) ** 3;
  return [
    clipped(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
    clipped(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
    clipped(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short),
  ];
}
