import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeLines } from './merge-lines.ts';

test('added lines are added, removed ones go, the owner’s stay in their order', () => {
  expect(mergeLines('a\nb\n', '# ours\r\nb\r\nmine\r\na\r\n', 'a\nc\n')).toBe(
    '# ours\r\nmine\r\na\r\nc\r\n',
  );
  expect(mergeLines('a\nb', 'x\na\nb', 'b\na')).toBe('x\na\nb');
});

function text(list: readonly string[]): string {
  return list.map((line) => `${line}\n`).join('');
}

test('no line of either side is lost, and once more changes nothing', () => {
  const lines = fc.uniqueArray(fc.stringMatching(/^[a-z*./]{1,5}$/), { maxLength: 8 });
  fc.assert(
    fc.property(lines, lines, lines, (base, mine, other) => {
      const merged = mergeLines(text(base), text([...base, ...mine]), text(other));
      const have = merged.split('\n');
      expect(other.filter((line) => !have.includes(line))).toEqual([]);
      expect(mine.filter((line) => !base.includes(line) && !have.includes(line))).toEqual([]);
      expect(mergeLines(text(other), merged, text(other))).toBe(merged);
    }),
  );
}, 600_000);
