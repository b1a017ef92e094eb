import { describe, expect, test } from 'vitest';
import { assignColors, inferIcon, PALETTE } from './appearance.ts';

type Triple = readonly [number, number, number];

/** Machado, Oliveira, Fernandes 2009, severity 1; rows of the matrix in linear RGB. */
const SEEN_BY: Readonly<Record<string, readonly Triple[]>> = {
  everybody: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};

describe('the palette', () => {
  const colors = Object.values(PALETTE);

  test.each(['#ffffff', '#e8ebe6', '#f2f2ed'])('reaches 3 : 1 on %s', (ground) => {
    for (const color of colors) expect(contrast(color, ground)).toBeGreaterThanOrEqual(3);
  });

  test.each(Object.keys(SEEN_BY))('keeps its colours apart as %s sees them', (who) => {
    for (const [index, a] of colors.entries()) {
      for (const b of colors.slice(index + 1)) {
        expect(difference(a, b, SEEN_BY[who] ?? [])).toBeGreaterThan(17);
      }
    }
  });
});

test('icons follow what a layer is and what it is called', () => {
  expect(inferIcon('shelter', undefined, '給水')).toBe('shelter');
  expect(inferIcon('facility', 'aed', '設置箇所')).toBe('aed');
  expect(inferIcon('facility', undefined, '災害時給水ステーション')).toBe('water');
  expect(inferIcon('facility', undefined, '消防署・分署・出張所')).toBe('fire-station');
  expect(inferIcon('facility', undefined, '一時滞在施設')).toBe('temporary-stay');
  expect(inferIcon('facility', undefined, '一時避難所')).toBe('place');
});

test('two layers get two colours, the config keeps its own', () => {
  const site = { icon: 'emergency-site' } as const;
  const [first, second, third] = assignColors([site, site, { ...site, color: PALETTE.green }]);
  expect(first).toBe(PALETTE.green);
  expect(third).toBe(PALETTE.green);
  expect(second).not.toBe(PALETTE.green);
  const many = assignColors(Array.from({ length: 12 }, () => site));
  expect(new Set(many).size).toBe(Object.keys(PALETTE).length);
});

function linear(color: string): Triple {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return [r, g, b];
}

function luminance([r, g, b]: Triple): number {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [x, y] = [luminance(linear(a)) + 0.05, luminance(linear(b)) + 0.05];
  return Math.max(x, y) / Math.min(x, y);
}

function difference(a: string, b: string, matrix: readonly Triple[]): number {
  const [x, y] = [lab(a, matrix), lab(b, matrix)];
  return Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

function lab(color: string, matrix: readonly Triple[]): Triple {
  const seen = linear(color);
  const [r = 0, g = 0, b = 0] = matrix.map((row) =>
    Math.min(1, Math.max(0, row[0] * seen[0] + row[1] * seen[1] + row[2] * seen[2])),
  );
  const x = curve((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = curve(luminance([r, g, b]));
  const z = curve((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function curve(t: number): number {
  return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116;
}
