import type { LayerKind, MarkShape } from '../document.ts';

/** A plain dot, for a layer without a drawing. */
export const DOT = 'M7 12a5 5 0 1 1 10 0a5 5 0 1 1-10 0Z';

/** An outline: that of a kind, or that of a facility's layer. */
type Outline = Exclude<LayerKind, 'facility'> | MarkShape;

// Square: open ground to flee to. House: a roof to stay under. All else: whatever is neither of them.
const SHAPES: Readonly<Record<Outline, string>> = {
  'emergency-site': 'M3 0h18a3 3 0 0 1 3 3v18a3 3 0 0 1-3 3H3a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3Z',
  shelter:
    'M12.9.4l10.4 7.9a1.8 1.8 0 0 1 .7 1.4V21a3 3 0 0 1-3 3H3a3 3 0 0 1-3-3V9.7a1.8 1.8 0 0 1 .7-1.4L11.1.4a1.5 1.5 0 0 1 1.8 0Z',
  round: 'M12 0a12 12 0 1 1 0 24a12 12 0 1 1 0-24Z',
  diamond:
    'M10.6-1.4a2 2 0 0 1 2.8 0l12 12a2 2 0 0 1 0 2.8l-12 12a2 2 0 0 1-2.8 0l-12-12a2 2 0 0 1 0-2.8Z',
  hexagon:
    'M11-.7a2 2 0 0 1 2 0l9.5 5.5a2 2 0 0 1 1 1.7v11a2 2 0 0 1-1 1.7l-9.5 5.5a2 2 0 0 1-2 0l-9.5-5.5a2 2 0 0 1-1-1.7v-11a2 2 0 0 1 1-1.7Z',
};

const PLACEMENT: Readonly<Record<Outline, string>> = {
  'emergency-site': 'translate(3.6 3.6) scale(.7)',
  shelter: 'translate(4.2 6.2) scale(.65)',
  round: 'translate(4.2 4.2) scale(.65)',
  diamond: 'translate(5.4 5.4) scale(.55)',
  hexagon: 'translate(4.2 4.2) scale(.65)',
};

/** What a mark's outline is chosen by. */
export interface MarkForm {
  readonly kind: LayerKind;
  readonly shape?: MarkShape;
}

/**
 * The outline an icon stands in, 24 × 24, filled edge to edge: leave room for a stroke around it. Differs by kind, so
 * that 避難場所, 避難所 and facilities are told apart without colour; only facilities have a choice.
 */
export function shapePath(form: MarkForm): string {
  return SHAPES[outlineOf(form)];
}

/** SVG `transform` that sets a 24 × 24 icon inside the outline of `shapePath`. */
export function iconTransform(form: MarkForm): string {
  return PLACEMENT[outlineOf(form)];
}

function outlineOf({ kind, shape = 'round' }: MarkForm): Outline {
  const wanted = kind === 'emergency-site' || kind === 'shelter' ? kind : shape;
  return Object.hasOwn(SHAPES, wanted) ? wanted : 'round';
}

/** `color` where it is `#rrggbb`, else grey: what fills a shape can also be an address. */
export function plainColor(color: string): string {
  return /^#[0-9a-f]{6}$/i.test(color) ? color : '#5a6370';
}

/**
 * White or near-black, whichever reads better on `color` (`#rrggbb`; anything else counts as dark).
 * Relative luminance and contrast as WCAG 2.2 defines them.
 */
export function inkOn(color: string): '#ffffff' | '#1a1a1a' {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255 || 0;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  // 0.2 is where white and #1a1a1a (luminance 0.0103) contrast equally.
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.2 ? '#1a1a1a' : '#ffffff';
}
