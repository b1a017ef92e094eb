import { expect, test } from 'vitest';
import { qrCode } from './qr-code.ts';

/** The finder pattern of ISO/IEC 18004: a ring, a gap, a block of three by three. */
const FINDER = ['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111'];

function modules(text: string): { readonly size: number; readonly rows: string[] } {
  const { size, path } = qrCode(text);
  const dark = new Set([...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`));
  const sides = Array.from({ length: size }, (_, at) => at);
  const rows = sides.map((y) => sides.map((x) => (dark.has(`${x} ${y}`) ? '1' : '0')).join(''));
  return { size, rows };
}

test('a code has a size of the standard, three finders, and the timing between them', () => {
  for (const text of ['https://example.jp/', `https://example.jp/#place=${'あ'.repeat(80)}`]) {
    const { size, rows } = modules(text);
    expect((size - 21) % 4).toBe(0);
    const corner = (x: number, y: number): string[] =>
      rows.slice(y, y + 7).map((row) => row.slice(x, x + 7));
    expect(corner(0, 0)).toEqual(FINDER);
    expect(corner(size - 7, 0)).toEqual(FINDER);
    expect(corner(0, size - 7)).toEqual(FINDER);
    expect(rows[6]?.slice(8, 13)).toBe('10101');
  }
});

test('other addresses give other codes; one that no code can hold is refused', () => {
  expect(qrCode('https://example.jp/a').path).not.toBe(qrCode('https://example.jp/b').path);
  expect(() => qrCode('a'.repeat(8000))).toThrow();
});
