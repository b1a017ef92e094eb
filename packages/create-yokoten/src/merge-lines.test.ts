import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeLines } from './merge-lines.ts';

test.each([
  ['dist\n', 'node_modules/\n', 'dist\nnode_modules/\n'],
  ['dist', 'node_modules/\n', 'dist\nnode_modules/\n'],
  ['dist\r\n', 'a\nb\n', 'dist\r\na\r\nb\r\n'],
  ['b\n', '# why\na\n# because\nb\n', 'b\n# why\na\n'],
  ['', 'a\n', 'a\n'],
  ['\ufeffa\n', 'a\n', '\ufeffa\n'],
])('%j with %j is %j', (theirs, ours, expected) => {
  expect(mergeLines(theirs, ours)).toBe(expected);
});

const text = fc
  .array(fc.constantFrom('a', 'b', '# c', '', 'd/', '!e'), { maxLength: 8 })
  .map((lines) => lines.join('\n'));

test('what stood there stays at the beginning, all of ours is there, and twice is as once', () => {
  fc.assert(
    fc.property(text, text, (theirs, ours) => {
      const merged = mergeLines(theirs, ours);
      expect(merged.startsWith(theirs)).toBe(true);
      const patterns = ours.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
      expect(merged.split('\n')).toEqual(expect.arrayContaining(patterns));
      expect(mergeLines(merged, ours)).toBe(merged);
    }),
  );
});
