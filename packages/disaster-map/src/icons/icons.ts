import type { IconId, LayerKind } from '../document.ts';

const ICONS: Readonly<Record<IconId, string>> = {
  'emergency-site':
    'M12.2 4.3a2.1 2.1 0 1 1 4.2 0a2.1 2.1 0 1 1-4.2 0ZM14.3 9L12.8 12.8A1.5 1.5 0 0 1 10 11.6L11.5 7.8A1.5 1.5 0 0 1 14.3 9ZM12.7 8.9L9.1 9.4A1 1 0 0 1 8.9 7.4L12.5 6.9A1 1 0 0 1 12.7 8.9ZM9.8 8.9L8.1 11.6A1 1 0 0 1 6.5 10.6L8.2 7.9A1 1 0 0 1 9.8 8.9ZM13.9 7.5L16.1 9.9A1 1 0 0 1 14.7 11.3L12.5 8.9A1 1 0 0 1 13.9 7.5ZM15.2 9.6L17.8 9.2A1 1 0 0 1 18.2 11.2L15.6 11.6A1 1 0 0 1 15.2 9.6ZM12.2 11.5L15 13.4A1.1 1.1 0 0 1 13.8 15.2L11 13.3A1.1 1.1 0 0 1 12.2 11.5ZM15.5 14.6L14.7 17.9A1.1 1.1 0 0 1 12.5 17.3L13.3 14A1.1 1.1 0 0 1 15.5 14.6ZM12 12.8L10.4 15.7A1.1 1.1 0 0 1 8.4 14.7L10 11.8A1.1 1.1 0 0 1 12 12.8ZM9.5 16.3L6.1 16.7A1.1 1.1 0 0 1 5.9 14.5L9.3 14.1A1.1 1.1 0 0 1 9.5 16.3ZM3 20.4a9 1.7 0 1 1 18 0a9 1.7 0 1 1-18 0Z',
  shelter:
    'M1.7 10.1L11.3 2.5A1.1 1.1 0 0 1 12.7 4.3L3.1 11.9A1.1 1.1 0 0 1 1.7 10.1ZM12.7 2.5L22.3 10.1A1.1 1.1 0 0 1 20.9 11.9L11.3 4.3A1.1 1.1 0 0 1 12.7 2.5ZM5.7 11L5.7 20.6A1.1 1.1 0 0 1 3.5 20.6L3.5 11A1.1 1.1 0 0 1 5.7 11ZM20.5 11L20.5 20.6A1.1 1.1 0 0 1 18.3 20.6L18.3 11A1.1 1.1 0 0 1 20.5 11ZM10.8 9a1.8 1.8 0 1 1 3.6 0a1.8 1.8 0 1 1-3.6 0ZM13.3 12.6L12.8 15.2A1.3 1.3 0 0 1 10.2 14.8L10.7 12.2A1.3 1.3 0 0 1 13.3 12.6ZM12.2 12.7L9.6 14.1A0.9 .9 0 0 1 8.8 12.7L11.4 11.3A0.9 .9 0 0 1 12.2 12.7ZM12.7 11.3L15.3 13.1A0.9 .9 0 0 1 14.3 14.5L11.7 12.7A0.9 .9 0 0 1 12.7 11.3ZM12.5 14.4L14.2 16.6A1 1 0 0 1 12.6 17.8L10.9 15.6A1 1 0 0 1 12.5 14.4ZM14.4 17.2L14.4 20.4A1 1 0 0 1 12.5 20.4L12.5 17.2A1 1 0 0 1 14.4 17.2ZM12.3 15.3L11.3 18.1A1 1 0 0 1 9.5 17.5L10.5 14.7A1 1 0 0 1 12.3 15.3ZM11.2 18.3L9.6 20.7A1 1 0 0 1 8 19.7L9.6 17.3A1 1 0 0 1 11.2 18.3Z',
  'temporary-stay':
    'M4.1 5.4L4.1 19A1.1 1.1 0 0 1 1.9 19L1.9 5.4A1.1 1.1 0 0 1 4.1 5.4ZM5.1 11a2.3 2.3 0 1 1 4.6 0a2.3 2.3 0 1 1-4.6 0ZM11 8.4h6.6a4 4 0 0 1 4 4v2.2h-10.6ZM3 14.6h18.6v2.2h-18.6ZM22 14.6L22 19A1.1 1.1 0 0 1 19.8 19L19.8 14.6A1.1 1.1 0 0 1 22 14.6Z',
  water:
    'M12 2.6c3.6 4.6 6.6 8 6.6 11.8a6.6 6.6 0 0 1-13.2 0c0-3.8 3-7.2 6.6-11.8ZM8.2 14.2a4 4 0 0 0 4 4.2a.9.9 0 0 0 0-1.8a2.3 2.3 0 0 1-2.2-2.4a.9.9 0 0 0-1.8 0Z',
  medical: 'M9 3h6v6h6v6h-6v6H9v-6H3V9h6Z',
  aed: 'M12 20.8C6 16.4 2.4 12.9 2.4 8.9a4.9 4.9 0 0 1 9.6-1.4a4.9 4.9 0 0 1 9.6 1.4c0 4-3.6 7.5-9.6 11.9ZM13.4 7.8L8 13.4h3.2l-.9 4L16 11.8h-3.2Z',
  toilet:
    'M4.3 4.6a2.1 2.1 0 1 1 4.2 0a2.1 2.1 0 1 1-4.2 0ZM3.6 8h5.6v6h-1.1v7H4.7v-7H3.6ZM15.5 4.6a2.1 2.1 0 1 1 4.2 0a2.1 2.1 0 1 1-4.2 0ZM15.8 8h3.6l1.9 7.6h-2v5.4h-3.4v-5.4h-2ZM11.4 3h1.2v18h-1.2Z',
  'fire-station':
    'M12.6 2.4c.6 3.4 5.8 5.8 5.8 11.6a6.4 6.4 0 0 1-12.8 0c0-2.8 1.3-4.6 2.6-5.8c.2 1.5 .8 2.4  1.7  2.8 c-.5-3.6 .8-6.6  2.7-8.6 ZM12.2  13c-1.5  1.5-2.6  2.5-2.6  4.2 a2.5  2.5  0 0 0 5 0c0-1.5-1-2.4-2.4-4.2 Z',
  'fire-hydrant':
    'M7.4 9a4.6 4.6 0 0 1 9.2 0ZM11 2.6h2v2.6h-2ZM5.6 9.8h12.8v1.9h-12.8ZM7.8 12.5h8.4v6h-8.4ZM4.4 13.4h2.6v3.6h-2.6ZM17 13.4h2.6v3.6h-2.6ZM5.6 19.3h12.8v2.1h-12.8Z',
  police:
    'M12 2.4l7.8 2.6v6.2c0 4.8-3 8.4-7.8 10.4c-4.8-2-7.8-5.6-7.8-10.4V5ZM12 6.8L10.9 9.9L7.6 10L10.2 12L9.3 15.1L12 13.3L14.7 15.1L13.8 12L16.4 10L13.1 9.9Z',
  office:
    'M12 2.6L21 7.6L21 9.2L3 9.2L3 7.6ZM4.8 10.4h2.4v7h-2.4ZM8.8 10.4h2.4v7h-2.4ZM12.8 10.4h2.4v7h-2.4ZM16.8 10.4h2.4v7h-2.4ZM3 18.6h18v2.4h-18Z',
  school:
    'M13.1 3L13.1 6.4A1.1 1.1 0 0 1 10.9 6.4L10.9 3A1.1 1.1 0 0 1 13.1 3ZM3.6 5.9L20.4 5.9A1.1 1.1 0 0 1 20.4 8.1L3.6 8.1A1.1 1.1 0 0 1 3.6 5.9ZM8.2 7.6L10.6 13A1.1 1.1 0 0 1 8.6 13.8L6.2 8.4A1.1 1.1 0 0 1 8.2 7.6ZM10.4 12.6L14.2 16.4A1.1 1.1 0 0 1 12.6 18L8.8 14.2A1.1 1.1 0 0 1 10.4 12.6ZM13.9 16.2L20.3 19.4A1.1 1.1 0 0 1 19.3 21.4L12.9 18.2A1.1 1.1 0 0 1 13.9 16.2ZM17.8 8.4L15.4 13.8A1.1 1.1 0 0 1 13.4 13L15.8 7.6A1.1 1.1 0 0 1 17.8 8.4ZM15.2 14.2L11.4 18A1.1 1.1 0 0 1 9.8 16.4L13.6 12.6A1.1 1.1 0 0 1 15.2 14.2ZM11.1 18.2L4.7 21.4A1.1 1.1 0 0 1 3.7 19.4L10.1 16.2A1.1 1.1 0 0 1 11.1 18.2Z',
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
