import { expect, test } from 'vitest';
import { OpenFiscaError } from '../error.ts';
import type { Expr } from './ast.ts';
import { readNumber, readString } from './literal.ts';
import { parsePython } from './parse.ts';

/** An expression without its offsets, so that it can be compared. */
function shape(text: string): unknown {
  const [statement] = parsePython('a.py', text).body;
  const value = statement?.is === 'expression' ? statement.value : statement;
  return JSON.parse(
    JSON.stringify(value, (key, held: unknown) => (key === 'at' ? undefined : held)),
  );
}

const name = (id: string): Partial<Expr> => ({ is: 'name', id });
const number = (value: number): object => ({
  is: 'number',
  value,
  float: !Number.isInteger(value),
});

test.each<[string, unknown]>([
  ['a.b', { is: 'attribute', object: name('a'), name: 'b' }],
  [
    'a[1:, -2]',
    {
      is: 'subscript',
      object: name('a'),
      index: {
        is: 'sequence',
        tuple: true,
        items: [
          { is: 'slice', low: number(1) },
          { is: 'unary', op: '-', operand: number(2) },
        ],
      },
    },
  ],
  ['f(a, k=1)', { is: 'call', callee: name('f'), args: [name('a')], keywords: [['k', number(1)]] }],
  ['a not in b', { is: 'binary', op: 'not in', left: name('a'), right: name('b') }],
  ['a if b else c', { is: 'conditional', yes: name('a'), test: name('b'), no: name('c') }],
  ['(a)', name('a')],
  ['()', { is: 'sequence', tuple: true, items: [] }],
  ['a, b', { is: 'sequence', tuple: true, items: [name('a'), name('b')] }],
  ['{"a": 1}', { is: 'dict', entries: [[{ is: 'string', value: 'a' }, number(1)]] }],
  ['"a" \'b\'', { is: 'string', value: 'ab' }],
  ['f"{a}-12{{}}"', { is: 'format', parts: [name('a'), '-12{}'] }],
  [
    '[i for i in a if i]',
    {
      is: 'comprehension',
      element: name('i'),
      loops: [{ target: name('i'), iterable: name('a'), tests: [name('i')] }],
    },
  ],
  [
    '[i for r in a for i in r]',
    {
      is: 'comprehension',
      element: name('i'),
      loops: [
        { target: name('r'), iterable: name('a'), tests: [] },
        { target: name('i'), iterable: name('r'), tests: [] },
      ],
    },
  ],
])('%s', (text, expected) => {
  expect(shape(text)).toEqual(expected);
});

test('names are compared in compatibility form, as Python does', () => {
  expect(shape('ｱ')).toEqual(name('ア'));
});

test('a chain of comparisons is each of them', () => {
  expect(shape('a < b <= c')).toMatchObject({
    op: 'chained',
    left: { op: '<', left: name('a'), right: name('b') },
    right: { op: '<=', left: name('b'), right: name('c') },
  });
});

test('what is not known stays as such until it is used', () => {
  expect(shape('while a:\n    pass')).toMatchObject({ is: 'unsupported' });
  expect(shape('f(*a)')).toMatchObject({ args: [{ is: 'unsupported' }] });
});

test('imports', () => {
  expect(shape('from .a import b as c')).toEqual({
    is: 'import',
    module: '.a',
    name: 'b',
    local: 'c',
  });
  expect(parsePython('a.py', 'import a.b as c, d').body).toMatchObject([
    { module: 'a.b', local: 'c' },
    { module: 'd', local: 'd' },
  ]);
  expect(parsePython('a.py', 'from a import (\n  b,\n  c,\n)').body).toHaveLength(2);
});

test('broken Python is an error with its line', () => {
  expect(() => parsePython('x/a.py', 'a = 1\nb = (2')).toThrow(/x\/a\.py:2/);
});

test('brackets without an end are stopped', () => {
  expect(() => parsePython('a.py', `${'('.repeat(5000)}1${')'.repeat(5000)}`)).toThrow(
    OpenFiscaError,
  );
});

test('a fraction may end with its point', () => {
  expect(shape('a / 12. + 3')).toMatchObject({
    left: { right: { is: 'number', value: 12, float: true } },
    right: { is: 'number', value: 3, float: false },
  });
  expect(shape('"12. a"')).toEqual({ is: 'string', value: '12. a' });
});

test('numbers and texts', () => {
  expect(readNumber('1_000')).toEqual({ value: 1000, float: false });
  expect(readNumber('0x1F')).toEqual({ value: 31, float: false });
  expect(readNumber('1.0')).toEqual({ value: 1, float: true });
  expect(readNumber('1e3')).toEqual({ value: 1000, float: true });
  expect(readNumber('1j')).toBeUndefined();
  expect(readString(String.raw`"a\n\u3042\x41\q"`)).toBe('a\nあA\\q');
  expect(readString(String.raw`r"a\n"`)).toBe(String.raw`a\n`);
  expect(readString('b"a"')).toBeUndefined();
  expect(readString('"""a\nb"""')).toBe('a\nb');
});
