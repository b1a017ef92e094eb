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

test.each([
  ["'".repeat(1e6), false],
  [`=${'.'.repeat(1e6)}`, false],
  ['\t'.repeat(1e6), false],
  [`=${'.'.repeat(1e6)}a`, true],
])('a long cell is judged before the test runs out of time', (value, expected) => {
  expect(isFormulaLike(value)).toBe(expected);
});
