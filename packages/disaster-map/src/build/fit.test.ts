import { expect, test } from 'vitest';
import { readFit } from './fit.ts';

test.each([
  ['o', '1 １ ○ 〇 ◯ ◎ 有 TRUE true あり 指定'],
  ['x', '0 ０ × ✕ 不可 不適 FALSE'],
  ['-', '- － ー ― 無 指定なし'],
  ['?', '不明 ? ？'],
])('%s', (letter, cells) => {
  for (const cell of cells.split(' '))
    expect([cell, readFit(cell, 'unknown')]).toEqual([cell, letter]);
});

test('a blank cell is what the source declares, and never "no"', () => {
  expect(readFit('', 'unknown')).toBe('?');
  expect(readFit('　', 'not-designated')).toBe('-');
});

test('what we do not know is not guessed', () => {
  for (const cell of ['△', '2', '一部', '○（2階以上）', '1.0']) {
    expect(readFit(cell, 'not-designated')).toBeUndefined();
  }
});
