import { describe, expect, test } from 'vitest';
import { explain } from './messages.ts';
import { type Places, readPlaces, type PlaceOptions } from './places.ts';
import { recognise } from './recognise.ts';
import { readTable } from './table.ts';

async function placesOf(text: string, options?: PlaceOptions): Promise<Places> {
  const table = readTable(new TextEncoder().encode(text), { file: 'test.csv' });
  return readPlaces(table, await recognise(table), options);
}

describe('readPlaces', () => {
  test('a place has its row, line, position, name and trimmed cells', async () => {
    const { places, leftOut, problems } = await placesOf(
      '名称,緯度,経度,備考\n みほん館 ,35.6 ,139.3\n',
    );
    expect(places).toEqual([
      {
        row: 2,
        line: 2,
        at: [139.3, 35.6],
        name: 'みほん館',
        cells: ['みほん館', '35.6', '139.3', ''],
      },
    ]);
    expect(leftOut).toEqual([]);
    expect(problems).toEqual([]);
  });

  test('a row left out says where and why', async () => {
    const { leftOut } = await placesOf('名称,緯度,経度\n逆の館,139.76712,35.68123\n');
    expect(leftOut).toEqual([
      {
        row: 2,
        line: 2,
        reason: {
          code: 'open-data/swapped-latlng',
          severity: 'error',
          file: 'test.csv',
          row: 2,
          line: 2,
          column: '緯度',
          cell: 'B2',
          before: '139.76712',
          facts: { value: '139.76712', at: '139.76712, 35.68123' },
        },
      },
    ]);
  });

  test.each([
    ['', '139.3', 'no-coordinates', 'B2'],
    ['35.6', '', 'no-coordinates', 'C2'],
    ['35度', '139.3', 'not-a-number', 'B2'],
    ['35.6', '139.3E', 'not-a-number', 'C2'],
    ['35,6', '139.3', 'not-a-number', 'B2'],
    ['Infinity', '139.3', 'not-a-number', 'B2'],
    ['0x23', '139.3', 'not-a-number', 'B2'],
    ['0', '0', 'out-of-japan', 'B2'],
    ['35.9', '169.183412', 'out-of-japan', 'C2'],
    ['-35.6', '139.3', 'out-of-japan', 'B2'],
    ['36.9', '13674703', 'lost-decimal-point', 'C2'],
    ['356', '139.3', 'out-of-japan', 'B2'],
  ])('%s, %s: %s at %s', async (lat, lng, code, cell) => {
    const { leftOut, places } = await placesOf(`名称,緯度,経度\n館,"${lat}","${lng}"\n`);
    expect(places).toEqual([]);
    expect(leftOut[0]?.reason).toMatchObject({ code: `open-data/${code}`, cell });
  });

  test.each(['35.6', '+35.6', '35', '35.', '３５．６', '24.0', '45.5'])(
    '%s is a latitude',
    async (lat) => {
      expect((await placesOf(`名称,緯度,経度\n館,${lat},139.3\n`)).places).toHaveLength(1);
    },
  );

  test('the islands at the ends of Japan are in it', async () => {
    const ends = ['24.45,122.93', '20.42,136.07', '45.56,148.75', '24.28,153.98'];
    const { leftOut } = await placesOf(
      `名称,緯度,経度\n${ends.map((end) => `島,${end}\n`).join('')}`,
    );
    expect(leftOut).toEqual([]);
  });

  test('full-width digits are read, and the change is listed', async () => {
    const { places, problems } = await placesOf('名称,緯度,経度\n館,３５．６,139.3\n');
    expect(places[0]?.at).toEqual([139.3, 35.6]);
    expect(places[0]?.cells[1]).toBe('３５．６');
    expect(problems).toMatchObject([
      {
        code: 'open-data/full-width-number',
        severity: 'info',
        before: '３５．６',
        after: '35.6',
        cell: 'B2',
      },
    ]);
  });

  test('outside the town is a question, with a margin of a kilometre', async () => {
    const bbox = [139.2, 35.5, 139.4, 35.7] as const;
    const text = '名称,緯度,経度\n内,35.6,139.3\n縁,35.6,139.409\n外,35.6,139.5\n';
    const { places, problems } = await placesOf(text, { bbox });
    expect(places).toHaveLength(3);
    expect(problems).toMatchObject([{ code: 'open-data/outside-area', severity: 'info', row: 4 }]);
  });

  test('both coordinates in one cell', async () => {
    const { places, leftOut } = await placesOf(
      'name,location\n甲,"34.3,134.0"\n乙,"34.3, 134.1"\n丙,34.3\n丁,"34,3,134"\n',
    );
    expect(places.map(({ at }) => at)).toEqual([
      [134, 34.3],
      [134.1, 34.3],
    ]);
    expect(leftOut.map(({ reason }) => [reason.code, reason.cell])).toEqual([
      ['open-data/no-coordinates', 'B4'],
      ['open-data/not-a-number', 'B5'],
    ]);
  });
});

describe('names', () => {
  test('a blank name is stood in for, and said', async () => {
    const { places, problems } = await placesOf('名称,緯度,経度,種別,ID\n,35.6,139.3,公園,7\n');
    expect(places[0]?.name).toBe('公園 7');
    expect(problems).toMatchObject([
      { code: 'open-data/no-name', severity: 'warning', cell: 'A2', after: '公園 7' },
    ]);
  });

  test('a dataset without names lacks nothing', async () => {
    const { places, problems } = await placesOf('ID,種別,緯度,経度\n7,消火栓,35.6,139.3\n');
    expect(places[0]?.name).toBe('消火栓 7');
    expect(problems).toEqual([]);
  });

  test('what a dataset calls its name is the name', async () => {
    const { places, problems } = await placesOf(
      '全国地方公共団体コード,ID,地方公共団体名,介護サービス事業所名称,実施サービス,所在地_連結表記,緯度,経度,法人の名称,事業所番号,利用可能曜日,利用可能曜日特記事項,定員\n132012,1,見本市,みほん苑,訪問介護,見本町1,35.6,139.3,見本会,1371234567,月火,,\n',
    );
    expect(places.map(({ name }) => name)).toEqual(['みほん苑']);
    expect(problems).toEqual([]);
  });

  test('without any column for it, said once', async () => {
    const { places, problems } = await placesOf('lat,lon\n35.6,139.3\n35.7,139.3\n');
    expect(places.map(({ name }) => name)).toEqual(['（名称なし）', '（名称なし）']);
    expect(problems.map(({ code }) => code)).toEqual(['open-data/missing-label']);
  });
});

test('columns for the position that are missing are said once, and every row is left out', async () => {
  const { leftOut, problems } = await placesOf('名称,住所\n館,見本町\n堂,見本町\n');
  expect(leftOut).toHaveLength(2);
  expect(explain(problems).map(({ message }) => message.ja)).toEqual([
    '必須の列「緯度」がありません。列を足してください。',
    '必須の列「経度」がありません。列を足してください。',
  ]);
});
