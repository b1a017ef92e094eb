import { expect, test } from 'vitest';
import { cellAddress, columnName } from './address.ts';

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [51, 'AZ'],
  [701, 'ZZ'],
  [702, 'AAA'],
  [16_383, 'XFD'],
])('column %i is %s', (index, name) => {
  expect(columnName(index)).toBe(name);
});

test('rows count from 1', () => {
  expect(cellAddress(2, 12)).toBe('C12');
});
