import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Format } from './dataset.ts';
import { formatRules } from './format-rules.ts';
import { checkValue } from './internal/value-check.ts';
import { withCheckDigit } from './local-government-code.ts';

const rules = Object.entries(formatRules);
const problem = (format: Format, value: string): string | undefined => {
  const rule = formatRules[format];
  return checkValue(rule, rule.values === 'codes' ? ['有', '無'] : rule.values, value);
};

/** Format → what fits, and what does not with the code it gets. */
const examples: readonly (readonly [
  Format,
  readonly string[],
  Readonly<Record<string, string>>,
])[] = [
  ['string', ['', '何でも\n'], {}],
  ['code', ['有'], { あり: 'unlisted-code', codes: 'unlisted-code' }],
  ['flag', ['1'], { '１': 'unlisted-code', '0': 'unlisted-code' }],
  [
    'katakana',
    ['ダイイチショウガッコウ', 'Ａー2', 'ヴァ・ヺ（ア） 2-1', 'ㇰ㌔Café'],
    { 第一: 'format', ｱｲｳ: 'format', ひらがな: 'format', ハﾞ: 'format' },
  ],
  ['integer', ['0', '-12', '007'], { '1,000': 'format', '12.0': 'format', '１': 'format' }],
  ['number', ['0', '-1.5'], { '1.': 'format', '.5': 'format', '1e3': 'format', '': 'format' }],
  ['latitude', ['20', '35.681236', '46'], { '139.7': 'outside-japan', '35度': 'format' }],
  ['longitude', ['122', '139.767125'], { '35.6': 'outside-japan', '-139': 'outside-japan' }],
  [
    'date',
    ['2024-02-29', '1868-01-25'],
    {
      '2023-02-29': 'format',
      '2026-4-1': 'format',
      令和6年4月1日: 'format',
      '2026-13-01': 'format',
    },
  ],
  [
    'time',
    ['00:00', '24:00', '09:30'],
    { '8:30': 'format', '24:01': 'format', '09:30:00': 'format' },
  ],
  ['weekdays', ['月', '月火水木金', '土日'], { 火月: 'format', '月・火': 'format' }],
  [
    'list',
    ['内科', '内科;外科', '小児科;耳鼻咽喉科・気管食道科'],
    {
      '内科、外科': 'format',
      '内科；外科': 'format',
      '内科;': 'format',
      ';': 'format',
      '内科,外科': 'format',
    },
  ],
  [
    'municipality-code',
    ['132012'],
    { '132011': 'check-digit', '13201': 'format', '１３２０１２': 'format' },
  ],
  [
    'corporate-number',
    ['1000020132012'],
    { '2000020132012': 'check-digit', '1.00002E+12': 'format' },
  ],
  ['town-id', ['1111000', '0008-001'], { '8001': 'format', '00-08001': 'format' }],
  ['postal', ['1920063'], { '192-0063': 'format' }],
  [
    'phone',
    ['042-622-2231', '119'],
    { '(042)622-2231': 'format', '042－622': 'format', '042-': 'format' },
  ],
  [
    'email',
    ['a.b@example.jp'],
    { 'a b@example.jp': 'format', '@example.jp': 'format', 'a@b@c': 'format' },
  ],
  [
    'url',
    ['https://example.jp', 'http://例え.jp:80/道?q=1#x', 'https://example.jp/a(1)'],
    {
      'example.jp': 'format',
      'https://': 'format',
      'https://a b': 'format',
      'javascript:alert(1)': 'format',
    },
  ],
];

test('every format has its examples', () => {
  expect(examples.map(([format]) => format).toSorted()).toEqual(
    rules.map(([format]) => format).toSorted(),
  );
});

describe.each(examples)('%s', (format, fitting, wrong) => {
  test.each(fitting)('takes %j', (value) => {
    expect(problem(format, value)).toBeUndefined();
  });
  test.each(Object.entries(wrong))('refuses %j as %s', (value, code) => {
    expect(problem(format, value)).toBe(`standard/${code}`);
  });
});

describe.each(rules)('the rule of %s', (format, { pattern, expected, values }) => {
  test('asks for the format in two languages, or has a list or nothing to ask for', () => {
    expect(expected !== undefined).toBe(pattern !== undefined);
    if (pattern === undefined) expect(values !== undefined || format === 'string').toBe(true);
  });

  test('keeps to what every linear engine reads alike', () => {
    if (pattern === undefined) return;
    expect(pattern).toMatch(/^\^.*\$$/u);
    expect(pattern).not.toMatch(/\(\?(?!:)|\\[1-9wsbkWSB]/u);
  });

  test('is settled on a long hostile value before the test runs out of time', () => {
    for (const piece of ['1', '1-', '1.', '内;', 'a@', 'https://a/', 'ア', '月', '0008-']) {
      const value = `${piece.repeat(300_000)}!`;
      expect(() => problem(format as Format, value), piece).not.toThrow();
    }
  });
});

const DIGITS = Array.from('0123456789');
const digits = (length: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...DIGITS), minLength: length, maxLength: length });

test('the check digit of a local government code is the one the code module writes', () => {
  fc.assert(
    fc.property(digits(5), fc.nat(9), (five, last) => {
      const right = withCheckDigit(five) === `${five}${last}`;
      expect(problem('municipality-code', `${five}${last}`)).toBe(
        right ? undefined : 'standard/check-digit',
      );
    }),
  );
});

test('of ten corporate numbers that differ in the check digit one is right, and never 0', () => {
  fc.assert(
    fc.property(digits(12), (twelve) => {
      const right = DIGITS.filter(
        (digit) => problem('corporate-number', digit + twelve) === undefined,
      );
      expect(right).toHaveLength(1);
      expect(right).not.toEqual(['0']);
    }),
  );
});
