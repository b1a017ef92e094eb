import type { Fit } from '../document.ts';
import { svgElement } from './svg-element.ts';

interface Sign {
  readonly shape: string;
  readonly fill: string;
  readonly ink: string;
  /** A line, not an area. */
  readonly path: string;
}

const DISC = 'M11 2a9 9 0 1 1 0 18a9 9 0 1 1 0-18Z';
const SQUARE = 'M5 2h12a3 3 0 0 1 3 3v12a3 3 0 0 1-3 3H5a3 3 0 0 1-3-3V5a3 3 0 0 1 3-3Z';

// Told apart by shape and by light and dark, not by colour alone.
const SIGNS: Readonly<Record<Fit, Sign>> = {
  o: {
    shape: DISC,
    fill: '#ffffff',
    ink: '#00532f',
    path: 'M11 5.75a5.25 5.25 0 1 1 0 10.5a5.25 5.25 0 1 1 0-10.5Z',
  },
  x: { shape: SQUARE, fill: '#a80000', ink: '#ffffff', path: 'M7 7l8 8M15 7l-8 8' },
  '-': { shape: DISC, fill: '#1a1a1a', ink: '#ffffff', path: 'M6.5 11h9' },
  '?': {
    shape: DISC,
    fill: '#ffffff',
    ink: '#1a1a1a',
    path: 'M8.2 8.4a2.8 2.8 0 1 1 4.2 2.4c-.9.5-1.4 1-1.4 2.1M11 16.2v.1',
  },
};

/** ○ × – ? as a drawing, 22 × 22: a font would set them off centre, and not every font has them. */
export function fitSign(fit: Fit): SVGElement {
  const { shape, fill, ink, path } = SIGNS[fit];
  const line = { fill: 'none', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };
  const sign = svgElement(
    'svg',
    { class: 'fit-sign', viewBox: '0 0 22 22' },
    svgElement('path', { ...line, d: shape, stroke: '#1a1a1a', 'stroke-width': '4' }),
    svgElement('path', { d: shape, fill, stroke: '#ffffff', 'stroke-width': '2' }),
    svgElement('path', { ...line, d: path, stroke: ink, 'stroke-width': '2.5' }),
  );
  sign.dataset['fit'] = fit;
  return sign;
}
