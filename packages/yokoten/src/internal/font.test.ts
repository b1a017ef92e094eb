import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { charactersFor, subsetFontFor } from './font.ts';

test('each character once, whatever order the data has', () => {
  expect(charactersFor('避難所避難')).toBe(charactersFor('所難避'));
  expect(charactersFor('')).toMatch(/[\u0020-\u007e]{95}/);
  expect(charactersFor('')).toContain('ゃ');
  expect(charactersFor('')).toContain('○');
  expect(charactersFor('a\u0000\n\u200b\ud800')).toBe(charactersFor('a'));
});

test('one small file with its licence, the same bytes each time, kept between builds', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'yokoten-font-'));
  try {
    const first = await subsetFontFor('避難所の地図', join(folder, 'a'));
    const again = await subsetFontFor('地図の避難所', join(folder, 'b'));
    expect(await readdir(folder)).toEqual([]);
    const woff2 = await first.make();
    expect(new TextDecoder().decode(woff2.subarray(0, 4))).toBe('wOF2');
    expect(Buffer.compare(woff2, await again.make())).toBe(0);
    expect(again.key).toBe(first.key);
    expect(woff2.length).toBeLessThan(40_000);
    expect(first.licence).toContain('SIL OPEN FONT LICENSE Version 1.1');
    expect(await readdir(join(folder, 'a'))).toHaveLength(1);
    const more = await subsetFontFor('避難所の地図𠮷鷗', join(folder, 'a'));
    expect(more.key).not.toBe(first.key);
    expect((await more.make()).length).toBeGreaterThan(woff2.length);
  } finally {
    await rm(folder, { recursive: true });
  }
});

// About as many different characters as a large city's files hold.
test('a thousand different kanji stay within the budget', async () => {
  const kanji = String.fromCodePoint(...Array.from({ length: 600 }, (_, i) => 0x4e00 + i * 3));
  const folder = await mkdtemp(join(tmpdir(), 'yokoten-font-'));
  const woff2 = await (await subsetFontFor(kanji, folder)).make();
  await rm(folder, { recursive: true });
  expect(woff2.length).toBeLessThan(120_000);
});
