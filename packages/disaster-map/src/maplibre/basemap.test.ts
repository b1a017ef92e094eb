import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Source } from 'pmtiles';
import { expect, test } from 'vitest';
import { tinyArchive } from '../../test/tiny-archive.ts';
import { openBasemap } from './basemap.ts';

function sourceOf(bytes: Uint8Array, name = 'town.pmtiles'): Source {
  return {
    getKey: () => name,
    getBytes: (offset, length) =>
      Promise.resolve({ data: Uint8Array.from(bytes).slice(offset, offset + length).buffer }),
  };
}

test('opens an archive in the schema of Protomaps', async () => {
  const { archive, header } = await openBasemap(sourceOf(tinyArchive()));
  expect([header.minZoom, header.maxZoom]).toEqual([0, 12]);
  expect((await archive.getZxy(12, 3637, 1612))?.data.byteLength).toBeGreaterThan(100);
  expect(await archive.getZxy(13, 0, 0)).toBeUndefined();
});

test.each([
  [{ tileType: 2 }, 'holds tiles of type 2'],
  [{ told: ['water', 'transportation'] }, 'has the layers water, transportation;'],
  [{ told: [] }, '(none)'],
])('refuses %j and says what it is', async (options, words) => {
  await expect(openBasemap(sourceOf(tinyArchive(options)))).rejects.toThrow(words);
});

test.each([
  ['nothing', new Uint8Array()],
  ['a page', new TextEncoder().encode('<!doctype html>'.padEnd(600))],
  ['half of an archive', tinyArchive().slice(0, 140)],
])('refuses %s', async (_, bytes) => {
  await expect(openBasemap(sourceOf(bytes))).rejects.toThrow();
});

const REAL = fileURLToPath(new URL('../../../../../shared/data/tiles/pmtiles/', import.meta.url));

test('refuses real archives that are no basemap', async () => {
  if (!existsSync(REAL)) return console.log('SKIPPED: real archives. ../shared/data is not here.');
  for (const name of readdirSync(REAL)) {
    await expect(openBasemap(sourceOf(readFileSync(REAL + name), name)), name).rejects.toThrow();
  }
});
