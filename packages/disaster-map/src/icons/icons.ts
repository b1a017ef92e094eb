import type { IconId, LayerKind } from '../document.ts';

const ICONS: Readonly<Record<IconId, string>> = {
  'emergency-site':
    'M12.2 4.3a2.1 2.1 0 1 1 4.2 0a2.1 2.1 0 1 1-4.2 0ZM14.6 8.1l-2.1 5.5-2.8-1.1 2.1-5.5ZM13.3 8.8l-3.7 .5-1.8 2.8-1.7-1 2.3-3.6 4.7-.7ZM13.5 7.1l2.3 2.4 2.6-.4 .3 2-3.7 .6-2.9-3.3ZM11.7 11.1l3.9 2.7-1.1 4.7-2.1-.5 .8-3.2-2.8-1.9ZM12.3 12.3l-2.2 3.9-4.6 .6-.3-2.2 3.5-.4 1.7-3ZM3 20.4a9 1.7 0 1 1 18 0a9 1.7 0 1 1-18 0Z',
  shelter:
    'M1.2 10.5l10.8-8.5 10.8 8.5-1.4 1.8-9.4-7.5-9.4 7.5ZM5.7 10.3l0 11-2.2 0 0-11ZM20.5 10.3l0 11-2.2 0 0-11ZM10.8 9a1.8 1.8 0 1 1 3.6 0a1.8 1.8 0 1 1-3.6 0ZM13.4 11.9l-.8 4.1-2.5-.5 .8-4.1ZM12.7 12.5l-3.5 1.9-.9-1.5 3.5-1.9ZM12.3 11l3.4 2.4-1 1.4-3.4-2.4ZM12.1 14l2.3 2.9 0 4.1-1.9 0 0-3.5-1.9-2.4ZM12.5 14.8l-1.2 3.4-2 3-1.6-1.1 1.8-2.7 1.2-3.3Z',
  'temporary-stay':
    'M4.1 4.7l0 15-2.2 0 0-15ZM5.1 11a2.3 2.3 0 1 1 4.6 0a2.3 2.3 0 1 1-4.6 0ZM11 8.4h6.6a4 4 0 0 1 4 4v2.2h-10.6ZM3 14.6h18.6v2.2h-18.6ZM22 13.9l0 5.8-2.2 0 0-5.8Z',
  water:
    'M12 2.6c3.6 4.6 6.6 8 6.6 11.8a6.6 6.6 0 0 1-13.2 0c0-3.8 3-7.2 6.6-11.8ZM8.2 14.2a4 4 0 0 0 4 4.2a.9.9 0 0 0 0-1.8a2.3 2.3 0 0 1-2.2-2.4a.9.9 0 0 0-1.8 0Z',
  medical: 'M9 3h6v6h6v6h-6v6H9v-6H3V9h6Z',
  aed: 'M12 20.8C6 16.4 2.4 12.9 2.4 8.9a4.9 4.9 0 0 1 9.6-1.4a4.9 4.9 0 0 1 9.6 1.4c0 4-3.6 7.5-9.6 11.9ZM13.4 7.8L8 13.4h3.2l-.9 4L16 11.8h-3.2Z',
  toilet:
    'M4.3 4.6a2.1 2.1 0 1 1 4.2 0a2.1 2.1 0 1 1-4.2 0ZM3.6 8h5.6v6h-1.1v7H4.7v-7H3.6ZM15.5 4.6a2.1 2.1 0 1 1 4.2 0a2.1 2.1 0 1 1-4.2 0ZM15.8 8h3.6l1.9 7.6h-2v5.4h-3.4v-5.4h-2ZM11.4 3h1.2v18h-1.2Z',
  'fire-station':
    'M12.6 2.4c.6 3.4 5.8 5.8 5.8 11.6a6.4 6.4 0 0 1-12.8 0c0-2.8 1.3-4.6 2.6-5.8c.2 1.5.8 2.4 1.7 2.8c-.5-3.6.8-6.6 2.7-8.6ZM12.2 13c-1.5 1.5-2.6 2.5-2.6 4.2a2.5 2.5 0 0 0 5 0c0-1.5-1-2.4-2.4-4.2Z',
  'fire-hydrant':
    'M7.4 9a4.6 4.6 0 0 1 9.2 0ZM11 2.6h2v2.6h-2ZM5.6 9.8h12.8v1.9h-12.8ZM7.8 12.5h8.4v6h-8.4ZM4.4 13.4h2.6v3.6h-2.6ZM17 13.4h2.6v3.6h-2.6ZM5.6 19.3h12.8v2.1h-12.8Z',
  police:
    'M12 2.4l7.8 2.6v6.2c0 4.8-3 8.4-7.8 10.4c-4.8-2-7.8-5.6-7.8-10.4V5ZM12 6.8l-1.1 3.1-3.3 .1 2.6 2-.9 3.1 2.7-1.8 2.7 1.8-.9-3.1 2.6-2-3.3-.1Z',
  office:
    'M12 2.6l9 5 0 1.6-18 0 0-1.6ZM4.8 10.4h2.4v7h-2.4ZM8.8 10.4h2.4v7h-2.4ZM12.8 10.4h2.4v7h-2.4ZM16.8 10.4h2.4v7h-2.4ZM3 18.6h18v2.4h-18Z',
  school:
    'M13.1 2.3l0 4.8-2.2 0 0-4.8ZM2.9 5.9l18.2 0 0 2.2-18.2 0ZM7.9 7l2.6 5.8 3.6 3.5 6.8 3.4-1 2-7.2-3.6-4-4.1-2.8-6.2ZM18.1 7.8l-2.8 6.2-4 4.1-7.2 3.6-1-2 6.8-3.4 3.6-3.5 2.6-5.8Z',
  place: 'M7 12a5 5 0 1 1 10 0a5 5 0 1 1-10 0Z',
};

// Square: open ground to flee to. House: a roof to stay under. Round: everything else.
const SHAPES: Readonly<Record<LayerKind, string>> = {
  'emergency-site': 'M3 0h18a3 3 0 0 1 3 3v18a3 3 0 0 1-3 3H3a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3Z',
  shelter:
    'M12.9.4l10.4 7.9a1.8 1.8 0 0 1 .7 1.4V21a3 3 0 0 1-3 3H3a3 3 0 0 1-3-3V9.7a1.8 1.8 0 0 1 .7-1.4L11.1.4a1.5 1.5 0 0 1 1.8 0Z',
  facility: 'M12 0a12 12 0 1 1 0 24a12 12 0 1 1 0-24Z',
};

const PLACEMENT: Readonly<Record<LayerKind, string>> = {
  'emergency-site': 'translate(3.6 3.6) scale(.7)',
  shelter: 'translate(4.2 6.2) scale(.65)',
  facility: 'translate(4.2 4.2) scale(.65)',
};

/**
 * The drawing of an icon: SVG path data for a 24 × 24 viewBox, one fill, rule `nonzero`.
 * Our own drawings after the idea of JIS Z 8210, with no claim of conformity. An unknown id gives the plain dot.
 */
export function iconPath(id: IconId): string {
  return Object.hasOwn(ICONS, id) ? ICONS[id] : ICONS.place;
}

/**
 * The outline an icon stands in, 24 × 24, filled edge to edge: leave room for a stroke around it.
 * Differs by kind, so that 避難場所, 避難所 and facilities are told apart without colour.
 */
export function shapePath(kind: LayerKind): string {
  return Object.hasOwn(SHAPES, kind) ? SHAPES[kind] : SHAPES.facility;
}

/** SVG `transform` that sets a 24 × 24 icon inside the outline of `shapePath(kind)`. */
export function iconTransform(kind: LayerKind): string {
  return Object.hasOwn(PLACEMENT, kind) ? PLACEMENT[kind] : PLACEMENT.facility;
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
