import { expect, test } from 'vitest';
import { recognise } from '../recognise.ts';
import { readTable } from '../table.ts';
import { exportGeoJson } from './geojson.ts';
import { exportJson } from './json.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

async function toilets(...lines: string[]): ReturnType<typeof read> {
  return read(
    ['全国地方公共団体コード,ID,名称,緯度,経度,男性トイレ総数,設置位置', ...lines].join('\n'),
  );
}

async function read(text: string): Promise<Parameters<typeof exportJson>> {
  const table = readTable(encode(text), { file: 'a.csv' });
  return [table, await recognise(table, { as: 'public-toilet' })];
}

test('numbers where the format says so, text elsewhere, null for blank', async () => {
  const [first, second] = exportJson(
    ...(await toilets('132012,0012,みほん,35.60,139.3, 3 ,', '132012,7,b,35.6,139.3,03,12')),
  );
  expect(first).toEqual({
    全国地方公共団体コード: '132012',
    ID: '0012',
    名称: 'みほん',
    緯度: 35.6,
    経度: 139.3,
    男性トイレ総数: 3,
    設置位置: null,
  });
  expect(second).toMatchObject({ 男性トイレ総数: '03', 設置位置: '12' });
});

test('a number that a double cannot hold stays text', async () => {
  const [row] = exportJson(...(await toilets('132012,1,a,35.6,139.3,12345678901234567890,')));
  expect(row).toMatchObject({ 男性トイレ総数: '12345678901234567890' });
});

test('hostile and repeated headers are plain keys, and no column is lost', async () => {
  const table = readTable(encode('名称,__proto__,constructor,備考,備考,\na,b,c,d,e,f\n'), {
    file: 'a.csv',
  });
  const [row] = exportJson(table, await recognise(table));
  expect(Object.keys(row ?? {})).toHaveLength(6);
  expect(Object.getOwnPropertyDescriptor(row, '__proto__')?.value).toBe('b');
  expect(Object.getPrototypeOf(row)).toBe(Object.prototype);
  expect(JSON.stringify(row)).toContain('"__proto__":"b"');
});

test('GeoJSON has one feature per row; without a position it has no geometry and keeps what was written', async () => {
  const { features } = exportGeoJson(
    ...(await toilets('132012,1,a,35.6,139.3,1,', '132012,2,b,139.3,35.6,1,')),
  );
  expect(features.map(({ geometry }) => geometry)).toEqual([
    { type: 'Point', coordinates: [139.3, 35.6] },
    null,
  ]);
  expect(Object.keys(features[0]?.properties ?? {})).not.toContain('緯度');
  expect(features[1]?.properties).toMatchObject({ 緯度: 139.3, 経度: 35.6 });
});
