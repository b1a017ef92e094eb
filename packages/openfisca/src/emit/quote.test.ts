import { runInNewContext } from 'node:vm';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { literal, quote } from './quote.ts';

const runs = fc.readConfigureGlobal().numRuns ?? 100;

test('any text comes back as it was, and cannot end a script', () => {
  const texts = fc.sample(fc.string({ unit: 'binary' }), runs);
  const codes = texts.map((text) => quote(text));
  expect(codes.filter((code) => /[<\u2028\u2029\n\r]/.test(code))).toEqual([]);
  expect(runInNewContext(`JSON.stringify([${codes.join(',')}])`)).toBe(JSON.stringify(texts));
});

test('what a text could break out of, it does not', () => {
  const texts = [
    '</script><script>',
    '\u2028',
    '"+alert(1)+"',
    "'",
    '`${alert(1)}`',
    '\\',
    '*/',
    '\\u0022',
  ];
  expect(runInNewContext(`JSON.stringify([${texts.map((text) => quote(text)).join(',')}])`)).toBe(
    JSON.stringify(texts),
  );
});

test('any data comes back as it was; no key is more than a key', () => {
  const data = fc.sample(fc.jsonValue(), runs);
  const back = runInNewContext(`JSON.stringify(${literal(data)})`) as string;
  expect(JSON.parse(back)).toEqual(JSON.parse(JSON.stringify(data)));
  const hostile = literal(JSON.parse('{"__proto__": {"a": 1}}'));
  expect(runInNewContext(`Object.keys(${hostile}).join()`)).toBe('__proto__');
});

test('numbers', () => {
  const numbers = [0, -0, 1e21, Number.NaN, Number.NEGATIVE_INFINITY];
  expect(numbers.map((value) => literal(value))).toEqual(['0', '-0', '1e+21', 'NaN', '-Infinity']);
});
