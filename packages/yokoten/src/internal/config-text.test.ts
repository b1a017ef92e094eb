import { expect, test } from 'vitest';
import { parseConfig } from './config-text.ts';
import { YokotenError, type Fault } from './fault.ts';

function faultOf(text: string): Fault | undefined {
  try {
    parseConfig(text);
  } catch (error) {
    if (error instanceof YokotenError) return error.faults[0];
    throw error;
  }
  return undefined;
}

test('comments, a comma after the last entry and a BOM are fine', () => {
  const { value } = parseConfig('\ufeff{\n  // 説明\n  "a": 1, /* more */\n}\n');
  expect(value).toEqual({ a: 1 });
});

test.each([
  ['{\n  "a": 1\n  "b": 2\n}', 3, 3, '「,」'],
  ['{\r\n  "a" 1\r\n}', 2, 7, '「:」'],
  ['{ "a": }', 1, 8, '値'],
  ['{ a: 1 }', 1, 3, '「"」'],
  ['{ "a": 1 ', 1, 10, '「}」'],
  ['[1, 2]', 1, 1, '「{」'],
  ['', 1, 1, ''],
])('%j is answered with its place', (text, line, column, words) => {
  const fault = faultOf(text);
  expect(fault?.code).toBe('yokoten/config-syntax');
  expect(fault?.place).toEqual({ file: 'yokoten.config.jsonc', line, column });
  expect(fault?.message.ja).toContain(words);
});

test('every value knows its place; one that is missing has its parent’s', () => {
  const { place } = parseConfig('{\n  "layers": [\n    { "name": "a" }\n  ]\n}');
  expect(place(['layers', 0, 'name'])).toMatchObject({ line: 3, column: 15 });
  expect(place(['layers', 0, 'color'])).toMatchObject({ line: 3, column: 5 });
  expect(place(['layers', 7])).toMatchObject({ line: 2, column: 13 });
  expect(place(['nothing'])).toMatchObject({ line: 1, column: 1 });
});

test('a key named like an object’s own machinery is only a key', () => {
  const { value } = parseConfig('{ "__proto__": { "polluted": true } }');
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(Object.keys(value)).toEqual(['__proto__']);
});

test('a key that stands twice is told, not silently overruled', () => {
  const fault = faultOf('{\n  "title": 1,\n  "site": { "url": "", "url": "" }\n}');
  expect(fault?.code).toBe('yokoten/duplicate-key');
  expect(fault?.place).toMatchObject({ line: 3, column: 24 });
});
