import type { Mapping, PlaceRecord } from '@yokoten/open-data';
import { expect, test } from 'vitest';
import { distinct, placeIds } from './place-id.ts';

const mapping: Mapping = {
  generation: 'current',
  confidence: 1,
  columns: [
    {
      index: 0,
      header: '全国地方公共団体コード',
      standard: '全国地方公共団体コード',
      confidence: 1,
    },
    { index: 1, header: 'ID', standard: 'ID', confidence: 1 },
  ],
};
const place = (name: string, ...cells: string[]): PlaceRecord => ({
  row: 2,
  line: 2,
  at: [141.071, 32.541],
  name,
  cells,
});

test('the standard id is used where every row has its own', () => {
  const rows = [place('い', '999999', 'A1'), place('ろ', '999999', 'A2')];
  expect(placeIds('layer', rows, mapping)).toEqual(['999999-A1', '999999-A2']);
  expect(placeIds('layer', [place('い', '999999', '999999-03-1')], mapping)).toEqual([
    '999999-03-1',
  ]);
});

test.each([
  ['repeated', [place('い', '999999', 'A1'), place('ろ', '999999', 'A1')]],
  ['blank', [place('い', '999999', '')]],
  ['hostile', [place('い', '999999', '"><b>')]],
])('a %s id is not', (_, rows) => {
  for (const id of placeIds('layer', rows, mapping)) expect(id).toMatch(/^[0-9a-f]{8}$/);
});

test('a hashed id depends on layer, name and position, and on nothing else', () => {
  const bare = { ...mapping, columns: [] };
  const [id] = placeIds('layer', [place('い')], bare);
  expect(id).toBe('dd0d624f');
  expect(placeIds('layer', [place('ろ'), place('い', 'x')], bare)[1]).toBe(id);
  expect(placeIds('other', [place('い')], bare)).not.toEqual([id]);
});

test('bearers of one id are told apart, also from one who has the number already', () => {
  const taken = new Map<string, number>();
  expect(['a', 'a-2', 'a', 'a'].map((id) => distinct(id, taken))).toEqual([
    'a',
    'a-2',
    'a-2-2',
    'a-3',
  ]);
});
