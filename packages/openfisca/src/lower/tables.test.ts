import { expect, test } from 'vitest';
import { parseCsv } from './csv.ts';
import { arrayOf, parseNumbers, slice, stack } from './tables.ts';
import { int, list, str } from './value.ts';

const table = { kind: 'int64', shape: [2, 3], data: [1, 2, 3, 4, 5, 6] } as const;

test('slices', () => {
  expect(
    slice(table, [
      { low: 0, high: 2 },
      { low: 1, high: 3 },
    ]),
  ).toMatchObject({ shape: [2, 2], data: [2, 3, 5, 6] });
  expect(slice(table, [-1])).toMatchObject({ shape: [3], data: [4, 5, 6] });
  expect(slice(table, [1, 0])).toMatchObject({ shape: [], data: [4] });
  expect(slice(table, ['new', { low: 1, high: 2 }])).toMatchObject({
    shape: [1, 1, 3],
    data: [4, 5, 6],
  });
  expect(slice(table, [2])).toBeUndefined();
  expect(slice(table, [0, 0, 0])).toBeUndefined();
});

test('numbers from a text: a heading is passed over, what is no number is marked', () => {
  const options = { delimiter: ',', skip: 1, whole: true };
  expect(parseNumbers('\uFEFFa,b\r\nx,1\r\n\r\ny,2 # note\n', options)).toEqual({
    kind: 'int64',
    shape: [2, 2],
    data: [-1, 1, -1, 2],
  });
  expect(parseNumbers('a\n1,2,3\n', options)).toMatchObject({ shape: [3] });
  expect(parseNumbers('a\n1,2\n3\n', options)).toBeUndefined();
  expect(parseNumbers('1.5,\n', { ...options, skip: 0, whole: false })).toMatchObject({
    data: [1.5, Number.NaN],
  });
});

test('lists as arrays', () => {
  expect(arrayOf(list([list([str('a'), int(1)]), list([str('b'), int(2)])]))).toEqual({
    kind: 'text',
    shape: [2, 2],
    data: ['a', '1', 'b', '2'],
  });
  expect(arrayOf(list([list([int(1)]), list([])]))).toBeUndefined();
  expect(stack([table, table])).toMatchObject({ shape: [2, 2, 3] });
});

test('CSV with quotes', () => {
  expect(parseCsv('a,"b, ""c"""\n\n1,"x\ny"\n')).toEqual([
    ['a', 'b, "c"'],
    ['1', 'x\ny'],
  ]);
});
