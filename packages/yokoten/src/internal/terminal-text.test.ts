import { expect, test } from 'vitest';
import { alignColumns, printable, widthOf } from './terminal-text.ts';

test('full-width characters take two columns, marks on others none', () => {
  expect(widthOf('abc')).toBe(3);
  expect(widthOf('避難所')).toBe(6);
  expect(widthOf('ｶﾅ')).toBe(2);
  expect(widthOf('が')).toBe(2);
  expect(widthOf('𠮷野')).toBe(4);
});

test('columns stand below each other, and no line ends in blanks', () => {
  expect(
    alignColumns([
      ['避難所', 'A'],
      ['x', ''],
      ['abcdefgh', 'B'],
    ]),
  ).toEqual(['避難所    A', 'x', 'abcdefgh  B']);
});

test('data cannot steer the terminal', () => {
  expect(printable('a\u001b[2Jb\r\nc\u202ed')).toBe('a [2Jb c d');
});
