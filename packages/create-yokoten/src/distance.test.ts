import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance, nearest } from './distance.ts';

test.each([
  ['', '', 0],
  ['', 'abc', 3],
  ['abc', '', 3],
  ['kitten', 'sitting', 3],
  ['tempalte', 'template', 1],
  ['ab', 'ba', 1],
  ['八王寺市', '八王子市', 1],
  ['𠮷野', '吉野', 1],
])('from %s to %s: %i', (a, b, expected) => {
  expect(editDistance(a, b)).toBe(expected);
});

test('is a distance: symmetric, zero only for equal texts, at most the longer length', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '市'), maxLength: 7 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      const distance = editDistance(a, b);
      expect(distance).toBe(editDistance(b, a));
      expect(distance === 0).toBe(a === b);
      expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
      expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
    }),
  );
});

test('nearest: best first, not more than asked for, nothing for a word like no other', () => {
  const options = ['template', 'municipality', 'no-install', 'no-git', 'json'];
  const near = (text: string): string[] => nearest(text, options, (option) => option, 1);
  expect(near('munic')).toEqual(['municipality']);
  expect(near('noinstall')).toEqual(['no-install']);
  expect(near('JSON')).toEqual(['json']);
  expect(near('qqqqqq')).toEqual([]);
  expect(nearest('no-gitt', options, (option) => option, 3)[0]).toBe('no-git');
});
