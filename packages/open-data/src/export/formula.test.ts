import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { guardFormula, isFormulaLike, unguardFormula } from './formula.ts';

test.each([
  '=SUM(A1)',
  "=cmd|' /C calc'!A0",
  '+HYPERLINK("https://example.jp")',
  '-2+3+cmd',
  '@SUM(1)',
  '=1+1',
  '＝ＳＵＭ（Ａ１）',
  '＋あ',
  '－なし',
  '＠here',
  '\tx',
  '\rx',
  '\n=x',
  '-（なし）',
])('%j gets a guard', (value) => {
  expect(guardFormula(value)).toBe(`'${value}`);
});

test.each([
  '',
  '-',
  '−',
  '--',
  '＋',
  '-12.5',
  '－１２．５',
  '+81-42-123-4567',
  '- ',
  '=',
  '@',
  '０４２－１２３',
  'a=b',
  '(=1)',
  "'",
  "'quoted'",
  "d'or",
  ' x',
])('%j is left as it is', (value) => {
  expect(guardFormula(value)).toBe(value);
});

const cell = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom("'", '=', '＝', '-', '@', '\t', '\r', '5', '.', ' ', 'a', 'あ', '\0'))
    .map((parts) => parts.join('')),
);

test('taking the guard away gives the cell back, whatever it was', () => {
  fc.assert(fc.property(cell, (value) => unguardFormula(guardFormula(value)) === value));
});

test('no guarded cell begins a formula', () => {
  const trigger = /^[=+\-@\t\r＝＋－＠](?=.*\p{L})/su;
  fc.assert(fc.property(cell, (value) => !trigger.test(guardFormula(value))));
});

test('a long cell is judged in linear time', () => {
  for (const value of ["'".repeat(1e6), `=${'.'.repeat(1e6)}`, '\t'.repeat(1e6)]) {
    const began = performance.now();
    isFormulaLike(value);
    expect(performance.now() - began).toBeLessThan(500);
  }
});
