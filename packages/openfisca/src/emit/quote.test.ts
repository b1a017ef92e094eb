import { runInNewContext } from 'node:vm';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { literal, quote } from './quote.ts';

test('any text comes back as it was, and cannot end a script', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const code = quote(text);
      expect(runInNewContext(code)).toBe(text);
      expect(code).not.toMatch(/[<\u2028\u2029\n\r]/);
    }),
  );
});

test.each([
  '</script><script>alert(1)</script>',
  '\u2028',
  '"+alert(1)+"',
  "'",
  '`${alert(1)}`',
  '\\',
  '*/',
])('%s', (text) => {
  expect(runInNewContext(quote(text))).toBe(text);
});

test('any data comes back as it was; no key is more than a key', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (data) => {
      const back = runInNewContext(`JSON.stringify(${literal(data)})`) as string;
      expect(JSON.parse(back)).toEqual(JSON.parse(JSON.stringify(data)));
    }),
  );
  expect(runInNewContext(`Object.keys(${literal(JSON.parse('{"__proto__": {"a": 1}}'))})`)).toEqual(
    ['__proto__'],
  );
});

test('numbers', () => {
  expect(
    [0, -0, 1e21, Number.NaN, Number.NEGATIVE_INFINITY].map((value) => literal(value)),
  ).toEqual(['0', '-0', '1e+21', 'NaN', '-Infinity']);
});
