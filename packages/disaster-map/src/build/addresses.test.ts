import { expect, test } from 'vitest';
import { buildMap } from '../build.ts';

const credit = { source: { ja: '見本市' }, licence: 'CC-BY-4.0' };
const municipality = {
  name: { ja: '見本市' },
  bbox: [141, 32.48, 141.16, 32.6],
  centroid: [141.08, 32.54],
} as const;

async function build(csv: string, address: object = { credit }) {
  const files = [{ path: 'data/address.csv', bytes: new TextEncoder().encode(csv) }];
  return buildMap({ config: { credit, address }, municipality: { ...municipality }, files });
}

test('the table of a starter becomes a part of its own, in a compact form', async () => {
  const { document, parts, configProblems, text } = await build(
    [
      '全国地方公共団体コード,都道府県名,市区町村名,町丁目,緯度,経度',
      '999999,見本県,見本市,本町一丁目,32.5412345,141.0898765',
      '999999,見本県,見本市,位置なし町,,',
      '999999,見本県,見本市,澪標町,32.55,141.1',
    ].join('\r\n'),
  );
  expect(configProblems).toEqual([]);
  expect(document.layers).toEqual([]);
  expect(document.addresses).toEqual({ credit });
  expect(parts?.get('addresses')).toEqual({
    schemaVersion: 1,
    areas: ['見本県', '見本市'],
    towns: [
      ['本町一丁目', 141.08988, 32.54123],
      ['澪標町', 141.1, 32.55],
    ],
  });
  expect(text).toContain('澪');
});

test('the columns of the national position references are known too', async () => {
  const { parts } = await build(
    '都道府県名,市区町村名,大字町丁目名,緯度,経度\n見本県,見本市,本町,32.5,141.1\n',
  );
  expect(parts?.get('addresses')).toMatchObject({ towns: [['本町', 141.1, 32.5]] });
});

test('a file that is none stops the build and says what it needs', async () => {
  const { configProblems } = await build('名称,住所\n第一小学校,見本市本町\n');
  expect(configProblems).toMatchObject([
    { code: 'disaster-map/not-an-address-table', file: 'data/address.csv' },
  ]);
  expect(configProblems[0]?.message.ja).toContain('名称, 住所');
});

test('without a credit it is not published', async () => {
  const { configProblems, parts } = await build('町丁目,緯度,経度\n本町,32.5,141.1\n', {});
  expect(configProblems).toMatchObject([
    { code: 'disaster-map/credit-missing', file: 'data/address.csv', path: ['address'] },
  ]);
  expect(parts).toBeUndefined();
});
