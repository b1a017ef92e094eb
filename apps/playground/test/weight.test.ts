import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSite, type Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await buildSite();
});
afterAll(() => site.close());

/** Kilobytes as they travel: fonts are packed already. */
function weight(name: RegExp): number {
  const folder = join(site.folder, 'assets');
  const bytes = readdirSync(folder)
    .filter((file) => name.test(file))
    .map((file) => readFileSync(join(folder, file)));
  expect(bytes.length).toBeGreaterThan(0);
  const sizes = bytes.map((one) => (/woff2/u.test(name.source) ? one : gzipSync(one)).length);
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}

test('the page stands with 30 KB; reading, map and font come after it', () => {
  expect(weight(/^(?:index|lit)-.*\.(?:js|css)$/u)).toBeLessThan(30);
  expect(weight(/^worker-/u)).toBeLessThan(200);
  // All of the map in one piece: rasters, nearest places, shapes, what is open now. MapLibre, which this page never asks for, is not in it.
  expect(weight(/^map-/u)).toBeLessThan(105);
  expect(weight(/\.woff2$/u)).toBeLessThan(120);
});
