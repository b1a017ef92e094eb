import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readQr, type Pixels } from '../../../../apps/tools/src/read-qr.ts';
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

/** The code as a camera would see it: dark on light, four modules of room around it. */
function picture(text: string, scale: number): Pixels {
  const { size, rows } = modules(text);
  const side = (size + 8) * scale;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y++) {
    const row = rows[Math.floor(y / scale) - 4] ?? '';
    for (let x = 0; x < side; x++) {
      const start = (y * side + x) * 4;
      if (row[Math.floor(x / scale) - 4] === '1') data.fill(0, start, start + 3);
    }
  }
  return { width: side, height: side, data };
}

test.each([
  'https://example.jp/',
  'https://example.jp/地図/#place=指定避難所-12&lang=ja-simple&q=%E3%81%82',
  `https://example.jp/#${'x1'.repeat(300)}`,
])('another program reads %s', async (text) => {
  expect(await readQr(picture(text, 4))).toEqual([text]);
});

test('another program reads whatever was written', async () => {
  const address = fc.webUrl({ withFragments: true, size: 'small' });
  const places = fc.string({ unit: 'grapheme', maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(address, places, fc.integer({ min: 2, max: 3 }), async (url, place, scale) => {
      const text = `${url}&place=${encodeURIComponent(place)}`;
      expect(await readQr(picture(text, scale))).toEqual([text]);
    }),
    // Writing and reading a code takes a hundred times as long as what other properties try.
    { numRuns: Math.ceil((fc.readConfigureGlobal()?.numRuns ?? 100) / 8) },
  );
});
