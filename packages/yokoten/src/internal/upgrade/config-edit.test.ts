import * as fc from 'fast-check';
import { parse, stripComments } from 'jsonc-parser';
import { expect, test } from 'vitest';
import { renameKey, setValue, valueAt } from './config-edit.ts';

test.each([
  ['{\n  "a": 1, // one\n}\n', ['b'], 2, '{\n  "a": 1, // one\n  "b": 2,\n}\n'],
  ['{\n  "a": 1 // one\n}\n', ['b'], 2, '{\n  "a": 1, // one\n  "b": 2\n}\n'],
  ['{\n  "a": { "x": 1 }\n}', ['a', 'y'], [1], '{\n  "a": { "x": 1, "y": [\n    1\n  ] }\n}'],
  ['{}', ['a', 'b'], 1, '{\n  "a": {\n    "b": 1\n  }\n}'],
  ['{ /* none yet */ }', ['a'], 1, '{ /* none yet */\n  "a": 1\n}'],
  ['{\n\t"a": 1\n}', ['a'], { b: 1 }, '{\n\t"a": {\n\t\t"b": 1\n\t}\n}'],
  [
    '{\n  // about a\n  "a": 1,\n  // about b\n  "b": 2\n}',
    ['b'],
    undefined,
    '{\n  // about a\n  "a": 1\n  // about b\n}',
  ],
  ['{\n  "a": 1,\n  "b": 2,\n}', ['a'], undefined, '{\n  "b": 2,\n}'],
  ['{ "a": 1, "b": 2 }', ['a'], undefined, '{ "b": 2 }'],
  ['{ "a": 1 }', ['x'], undefined, '{ "a": 1 }'],
] as const)('%j: %j becomes %j', (text, path, value, expected) => {
  expect(setValue(text, path, value)).toBe(expected);
});

test('a key is renamed only where the new name is free', () => {
  expect(renameKey('{ "a": /* x */ 1 }', ['a'], 'b')).toBe('{ "b": /* x */ 1 }');
  expect(renameKey('{ "a": 1, "b": 2 }', ['a'], 'b')).toBe('{ "a": 1, "b": 2 }');
});

test('any edit of any text does what it says, and keeps every comment', () => {
  const key = fc.constantFrom('a', 'b', 'c', '__proto__', '日本');
  const value = fc.oneof(
    fc.integer(),
    fc.string(),
    fc.array(fc.integer(), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom('x', 'y'), fc.integer(), { noNullPrototype: true }),
  );
  const object = fc
    .uniqueArray(fc.tuple(key, value), { selector: ([name]) => name, maxLength: 4 })
    .map((entries) => Object.fromEntries(entries));
  const style = fc.record({
    indent: fc.constantFrom('', '  ', '\t'),
    trailing: fc.boolean(),
    crlf: fc.boolean(),
  });
  fc.assert(
    fc.property(
      object,
      style,
      key,
      fc.option(value, { nil: undefined }),
      (before, { indent, trailing, crlf }, name, next) => {
        let text = JSON.stringify(before, undefined, indent);
        if (indent !== '') text = text.replaceAll(/([,{])\n/g, '$1 // note\n');
        if (trailing && indent !== '') text = text.replace(/([^\s{/])\n\}$/, '$1,\n}');
        if (crlf) text = text.replaceAll('\n', '\r\n');
        const after = setValue(text, [name], next);
        const { [name]: _, ...others } = before;
        const expected =
          next === undefined ? others : { ...before, ...Object.fromEntries([[name, next]]) };
        expect(sorted(Object.entries(expected))).toBe(sorted(entriesOf(after)));
        // A comment inside of a value goes with it.
        if (typeof valueAt(text, [name]) !== 'object')
          expect(after.split('// note').length).toBe(text.split('// note').length);
        expect(valueAt(after, [name])).toEqual(next);
        if (!trailing) JSON.parse(stripComments(after));
      },
    ),
  );
}, 600_000);

function entriesOf(text: string): [string, unknown][] {
  const value = parse(text.replaceAll('__proto__', '__other__'), [], {
    allowTrailingComma: true,
  }) as object;
  return Object.entries(value).map(([key, one]) => [key.replace('__other__', '__proto__'), one]);
}

function sorted(entries: readonly [string, unknown][]): string {
  return JSON.stringify(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
