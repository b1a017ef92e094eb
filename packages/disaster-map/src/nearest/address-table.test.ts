import { array, assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { addressFinder, addressKey, isAddressTable, type AddressTable } from './address-table.ts';

const table: AddressTable = {
  schemaVersion: 1,
  areas: ['見本県', '見本市'],
  towns: [
    ['本町一丁目', 141.01, 32.51],
    ['本町二丁目', 141.02, 32.52],
    ['本町十二丁目', 141.03, 32.53],
    ['八日町', 141.04, 32.54],
    ['鶴ヶ丘', 141.05, 32.55],
    ['大字中野', 141.06, 32.56],
    ['中野上町', 141.07, 32.57],
  ],
};
const find = addressFinder(table);
const labels = (query: string): string[] => find(query).map(({ label }) => label);

test.each([
  ['見本県見本市本町1-2-3', '本町一丁目'],
  ['見本市本町一丁目2番3号', '本町一丁目'],
  ['本町　１丁目', '本町一丁目'],
  ['本町２ー３', '本町二丁目'],
  ['本町12-1', '本町十二丁目'],
  ['本町十二丁目', '本町十二丁目'],
  ['八日町5', '八日町'],
  ['鶴ケ丘3-1', '鶴ヶ丘'],
  ['鶴が丘', '鶴ヶ丘'],
  ['見本県見本郡見本市大字中野123番地', '大字中野'],
])('%s is certainly in %s', (query, label) => {
  expect(find(query)).toMatchObject([{ label, exact: true }]);
});

test('an address that is only begun gives all it may become, and none is taken by itself', () => {
  expect(labels('本町')).toEqual(['本町一丁目', '本町二丁目', '本町十二丁目']);
  expect(find('本町').every(({ exact }) => exact === false)).toBe(true);
  expect(labels('本町1')).toEqual(['本町一丁目', '本町十二丁目']);
  expect(labels('中野')).toEqual(['大字中野', '中野上町']);
});

test('what follows a town and is no number leaves a doubt', () => {
  expect(find('八日町ビル')).toMatchObject([{ label: '八日町', exact: false }]);
});

test('a part in the middle is found as well, what is nowhere is not', () => {
  expect(labels('上町')).toEqual(['中野上町']);
  expect(labels('どこでもない')).toEqual([]);
  expect(labels('')).toEqual([]);
  expect(labels('見本市')).toEqual([]);
});

test('every town finds itself by its own name, whatever stands in the table', () => {
  assert(
    property(array(string({ minLength: 1, maxLength: 12 }), { maxLength: 20 }), (names) => {
      const towns = names.map((name) => [name, 141, 32] as const);
      const search = addressFinder({ schemaVersion: 1, areas: [], towns });
      for (const name of names.slice(0, 20)) {
        if (addressKey(name) === '' || addressKey(addressKey(name)) !== addressKey(name)) continue;
        expect(search(name).map(({ label }) => addressKey(label))).toContain(addressKey(name));
      }
    }),
  );
});

test('what is no table is not taken for one', () => {
  expect(isAddressTable(table)).toBe(true);
  for (const wrong of [
    undefined,
    null,
    [],
    { ...table, schemaVersion: 2 },
    { ...table, towns: [['a', '1', 2]] },
    { ...table, areas: [1] },
  ])
    expect(isAddressTable(wrong)).toBe(false);
});
