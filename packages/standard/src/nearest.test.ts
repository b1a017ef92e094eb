import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

test.each([
  ['titel', 'title'],
  ['layer', 'layers'],
  ['INSPECT', 'inspect'],
  ['dta', 'data'],
])('%s is probably %s', (word, meant) => {
  expect(nearest(word, ['title', 'layers', 'inspect', 'data'])).toBe(meant);
});

test('what is far from everything is answered with nothing', () => {
  expect(nearest('frobnicate', ['title', 'layers'])).toBeUndefined();
  expect(nearest('', ['title'])).toBeUndefined();
});
