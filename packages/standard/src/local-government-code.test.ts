import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseLocalGovernmentCode, withCheckDigit } from './local-government-code.ts';
import { StandardError } from './standard-error.ts';

const fiveDigits = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 5, maxLength: 5 })
  .map((digits) => digits.join(''));

/** The weighted sum's remainder, worked out apart from the code under test. */
const remainder = (five: string): number =>
  [6, 5, 4, 3, 2].reduce((sum, weight, i) => sum + weight * Number(five[i]), 0) % 11;

describe('check digit', () => {
  test.each([
    ['01000', '010006'],
    ['01100', '011002'],
    ['13201', '132012'],
    ['13101', '131016'],
    ['27100', '271004'],
    ['47382', '473821'],
  ])('%s becomes %s', (five, six) => {
    expect(withCheckDigit(five)).toBe(six);
  });

  test.each(['', '1320', '132012', '1320a', '１３２０１', '-1320', '13.01'])(
    'refuses %j',
    (text) => {
      expect(() => withCheckDigit(text)).toThrow(StandardError);
      expect(() => withCheckDigit(text)).toThrow(
        expect.objectContaining({
          code: 'standard/bad-code',
          text: { ja: expect.stringContaining(text), en: expect.stringContaining(text) },
        }),
      );
    },
  );

  test('any one wrong digit is noticed, but for the two remainders that share the digit 1', () => {
    fc.assert(
      fc.property(
        fiveDigits,
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: 1, max: 9 }),
        (five, place, shift) => {
          const right = withCheckDigit(five);
          const digits = right.split('');
          digits[place] = String((Number(digits[place]) + shift) % 10);
          const wrong = digits.join('');
          const noticed = parseLocalGovernmentCode(wrong) === undefined;
          const remainders = new Set([remainder(five), remainder(wrong.slice(0, 5))]);
          expect(noticed).toBe(!(place < 5 && remainders.has(0) && remainders.has(10)));
        },
      ),
    );
  });
});

describe('reading a code', () => {
  test.each([
    ['132012', '132012'],
    ['13201', '132012'],
    ['１３２０１２', '132012'],
    ['１３２０１', '132012'],
    ['　132012 ', '132012'],
    ['01100', '011002'],
  ])('%j is %s', (text, code) => {
    expect(parseLocalGovernmentCode(text)).toBe(code);
  });

  test.each(['', '132011', '1100', '1320123', '13 2012', '八王子市', '1.32012e5', '٣٢٠١٢'])(
    '%j is none',
    (text) => {
      expect(parseLocalGovernmentCode(text)).toBeUndefined();
    },
  );

  test('five digits, six digits and full width are the same code', () => {
    fc.assert(
      fc.property(fiveDigits, (five) => {
        const six = withCheckDigit(five);
        const wide = six.replaceAll(/\d/g, (digit) =>
          String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
        );
        expect([five, six, wide].map(parseLocalGovernmentCode)).toEqual([six, six, six]);
      }),
    );
  });
});
