import type { ConfigProblem } from '@yokoten/standard/app';

/** `#rrggbb`: the one form whose contrast needs no browser to find out. */
export const ACCENT_FORM: RegExp = /^#[0-9a-f]{6}$/i;

/** WCAG 2.2, success criterion 1.4.3: text of normal size. */
const ENOUGH = 4.5;

/** The accent carries white text on buttons and is itself text on the white surface: both are the same ratio. */
export function accentProblem(accent: string): ConfigProblem | undefined {
  const ratio = contrast(accent, '#ffffff');
  if (ratio >= ENOUGH) return undefined;
  // Rounded down, so that 4.49 is never shown as the 4.5 that was asked for.
  const figure = (Math.floor(ratio * 100) / 100).toFixed(2);
  return {
    code: 'yokoten/low-contrast',
    path: ['theme', 'accent'],
    message: {
      ja: `色「${accent}」と白の明るさの比は ${figure}：1 です。\n文字を読むには ${ENOUGH}：1 以上が要ります。もっと濃い色にしてください。`,
      en: `The contrast of ${accent} with white is ${figure}:1. Text needs at least ${ENOUGH}:1. Choose a darker colour.`,
    },
  };
}

/** Contrast ratio of two `#rrggbb` colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Relative luminance of `#rrggbb` (WCAG 2.2, "relative luminance", sRGB). */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
