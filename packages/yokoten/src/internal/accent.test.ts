import { expect, test } from 'vitest';
import { accentProblem, contrast } from './accent.ts';

test('the ratio is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#ffffff', '#ffffff')).toBe(1);
  // The best-known grey pair on either side of the threshold.
  expect(contrast('#767676', '#ffffff')).toBeGreaterThanOrEqual(4.5);
  expect(contrast('#777777', '#ffffff')).toBeLessThan(4.5);
});

test('a light accent is refused with its figure, never rounded up to the limit', () => {
  expect(accentProblem('#0017c1')).toBeUndefined();
  expect(accentProblem('#ff8800')?.message.en).toContain('2.39:1');
  expect(accentProblem('#777777')?.message.en).toContain('4.47:1');
  expect(accentProblem('#777777')?.code).toBe('yokoten/low-contrast');
});
