import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { packageNameFrom } from './package-name.ts';

test.each([
  ['my-map', 'my-map'],
  ['My Map', 'my-map'],
  ['map_2026', 'map_2026'],
  ['ｍａｐ', 'map'],
  ['新しい地図', 'map-132012'],
  ['日本map', 'map-132012'],
  ['.hidden', 'map-132012'],
  ['_private', 'map-132012'],
  ['node_modules', 'map-132012'],
  ['a'.repeat(215), 'map-132012'],
])('%s becomes %s', (folder, expected) => {
  expect(packageNameFrom(folder, 'map-132012')).toBe(expected);
});

test('is a name that npm accepts, whatever the folder is called', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (folder) => {
      const name = packageNameFrom(folder, 'map-132012');
      expect(name).toMatch(/^[a-z0-9][a-z0-9._-]*$/);
      expect(encodeURIComponent(name)).toBe(name);
      expect(name.length).toBeLessThanOrEqual(214);
    }),
  );
});
