import { expect, test } from 'vitest';
import { smallDocument, smallLayer, smallPlace } from '../../test/small-document.ts';
import { applied, openModel } from './model.ts';

const filters = [
  { header: '種別', label: { ja: '種別' }, values: ['学校', '公園'] },
  { header: '車いす', label: { ja: '車いす' }, values: ['○'] },
];
const fields = ['種別', '車いす'].map((header) => ({
  header,
  label: { ja: header },
  role: 'other' as const,
}));
const document = smallDocument({
  filters,
  layers: [
    smallLayer('a', {
      fields,
      places: [
        smallPlace('a1', '一', { values: ['学校', '○'] }),
        smallPlace('a2', '二', { values: ['公園', null] }),
        smallPlace('a3', '三', { values: ['学校', null] }),
      ],
    }),
    smallLayer('b', { places: [smallPlace('b1', '四', { values: ['学校'] })] }),
  ],
});
const open = openModel(document, 'ja', undefined);
const counted = (model: typeof open): unknown =>
  model.counts.map(({ all, byValue }) => [all, Object.fromEntries(byValue)]);

test('a filter narrows list and map; the layer without the column has none of it', () => {
  const school = applied(open, { type: 'filter', header: '種別', value: '学校' });
  expect(school.found.map(({ id }) => id)).toEqual(['a1', 'a3']);
  const both = applied(school, { type: 'filter', header: '車いす', value: '○' });
  expect(both.found.map(({ id }) => id)).toEqual(['a1']);
  expect(applied(both, { type: 'filter', header: '種別' }).found).toHaveLength(1);
  expect(applied(both, { type: 'filter' }).found).toHaveLength(4);
});

test('each choice says how many it would leave with all the others', () => {
  expect(counted(open)).toEqual([
    [4, { 学校: 2, 公園: 1 }],
    [4, { '○': 1 }],
  ]);
  const park = applied(open, { type: 'filter', header: '種別', value: '公園' });
  expect(counted(park)).toEqual([
    [4, { 学校: 2, 公園: 1 }],
    [1, { '○': 0 }],
  ]);
  const searched = applied(park, { type: 'search', query: '三' });
  expect(counted(searched)).toEqual([
    [1, { 学校: 1, 公園: 0 }],
    [0, { '○': 0 }],
  ]);
});

test('a group of layers is switched as one', () => {
  const off = applied(open, { type: 'group', ids: ['a', 'b'], visible: false });
  expect(off.found).toEqual([]);
  expect(applied(off, { type: 'group', ids: ['b'], visible: true }).found).toHaveLength(1);
});

test('the link remembers the filter', () => {
  const model = openModel(document, 'ja', '#filter=%E8%BB%8A%E3%81%84%E3%81%99/%E2%97%8B');
  expect(model.found.map(({ id }) => id)).toEqual(['a1']);
});
