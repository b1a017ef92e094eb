import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluateExpression } from './expression.ts';

test.each([
  ['395.04 * 0.32', 395.04 * 0.32],
  ['169.03 / (1 - 0.005)', 169.03 / (1 - 0.005)],
  ['-(10 + 5) * (0.045 + 0.02)', -15 * (0.045 + 0.02)],
  ['2 ** 3 ** 2', 512],
  ['-2 ** 2', -4],
  ['7 // 2 + 1e3', 1003],
  ['1_000', 1000],
])('%s', (text, value) => {
  expect(evaluateExpression(text)).toBe(value);
});

test.each(['', 'tenant', '2024-01-', '1 +', '(1', '1)', '1 2', '1/0', '()', '__import__', 'e'])(
  '%s is none',
  (text) => {
    expect(evaluateExpression(text)).toBeUndefined();
  },
);

test('nothing that is written makes it stumble', () => {
  const pieces = fc.array(fc.constantFrom('1', '2.5', '+', '-', '*', '/', '**', '(', ')', ' '), {
    maxLength: 300,
  });
  fc.assert(
    fc.property(pieces, (list) => {
      const value = evaluateExpression(list.join(''));
      expect(value === undefined || Number.isFinite(value)).toBe(true);
    }),
  );
});
