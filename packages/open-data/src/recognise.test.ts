import { type Dataset, datasets, loadDataset } from '@yokoten/standard/datasets';
import { describe, expect, test } from 'vitest';
import { byHeader } from './internal/by-header.ts';
import { type Mapping, recognise, type RecogniseOptions } from './recognise.ts';
import { readTable } from './table.ts';

function tableOf(
  header: readonly string[],
  ...rows: readonly (readonly string[])[]
): ReturnType<typeof readTable> {
  const lines = [header, ...rows].map((cells) => cells.map((cell) => `"${cell}"`).join(','));
  return readTable(new TextEncoder().encode(lines.join('\n')), { file: 'test.csv' });
}

function mappingOf(header: string, row = '', options: RecogniseOptions = {}): Promise<Mapping> {
  return recognise(tableOf(header.split(' '), row.split(' ')), options);
}

const standards = ({ columns }: Mapping): (string | undefined)[] =>
  columns.map(({ standard }) => standard);

const all = await Promise.all(
  datasets.filter(({ id }) => byHeader.has(id)).map(({ id }) => loadDataset(id)),
);
const editions = all.flatMap((dataset: Dataset) =>
  dataset.generations.map(({ id, columns }) => [dataset.id, id, columns] as const),
);

describe('the datasets', () => {
  test.each(editions)('%s, %s', async (dataset, generation, columns) => {
    const found = await recognise(tableOf(columns.map(({ name }) => name)));
    expect(found).toMatchObject({ dataset, generation, confidence: 1 });
    expect(standards(found)).not.toContain(undefined);
  });

  test.each(editions)(
    '%s, %s without its last fifth, in another order',
    async (dataset, generation, columns) => {
      const some = columns.slice(0, Math.ceil(columns.length * 0.8)).reverse();
      const found = await recognise(tableOf(some.map(({ name }) => name)));
      expect([dataset, undefined]).toContain(found.dataset);
      if (found.dataset !== undefined) expect(found.generation).toBe(generation);
    },
  );

  test('aliases, width and line breaks in headers do not matter', async () => {
    const toilet = all.find(({ id }) => id === 'public-toilet');
    const names = (toilet?.generations[0]?.columns ?? []).map(({ name }) => name);
    const found = await recognise(
      tableOf(
        names.map((name) =>
          name === '所在地_連結表記' ? '所在地＿連結\n表記' : name.replace('（', '('),
        ),
      ),
    );
    expect(found.dataset).toBe('public-toilet');
    expect(standards(found)).toEqual(names);
  });
});

describe('other files', () => {
  /** Headers of datasets that have no dictionary yet, shortened; each shares most columns with one that has. */
  test.each([
    [
      '文化財',
      '全国地方公共団体コード ID 地方公共団体名 名称 名称_カナ 名称_通称 文化財分類 種類 場所名称 所在地_連結表記 緯度 経度 電話番号 員数（数） 所有者等 文化財指定日 利用可能曜日 開始時間 終了時間 概要 説明 URL 備考',
    ],
    [
      '公衆無線LAN',
      '全国地方公共団体コード ID 地方公共団体名 名称 名称_カナ 所在地_連結表記 緯度 経度 設置者 電話番号 SSID 提供エリア URL 備考',
    ],
    [
      '観光施設 (previous)',
      '都道府県コード又は市区町村コード NO 都道府県名 市区町村名 名称 名称_カナ 名称_通称 POIコード 住所 方書 緯度 経度 利用可能曜日 開始時間 終了時間 利用可能日時特記事項 料金(基本) 料金(詳細) 説明 説明_英語 アクセス方法 駐車場情報 バリアフリー情報 連絡先名称 連絡先電話番号 連絡先内線番号 画像 画像_ライセンス URL 備考',
    ],
    [
      '指定避難所 in a layout of its own',
      '全国地方公共団体コード ID 地方公共団体名 名称 種別 所在地_全国地方公共団体コード 所在地_連結表記 所在地_都道府県 所在地_市区町村 建物名等(方書) 緯度 経度',
    ],
  ])('%s is none of the six, but its places are found', async (_, header) => {
    const found = await mappingOf(header);
    expect(found).toMatchObject({ generation: 'other', confidence: 0 });
    expect(found.dataset).toBeUndefined();
    expect(standards(found)).toEqual(
      expect.arrayContaining(['名称', '緯度', '経度', '所在地_連結表記']),
    );
  });

  test('the template of 2021 and its relatives', async () => {
    const found = await mappingOf('name lat lon 分類 説明 住所 電話 URL 備考 area');
    expect(found.generation).toBe('template-2021');
    expect(standards(found)).toEqual([
      '名称',
      '緯度',
      '経度',
      '種別',
      '説明',
      '所在地_連結表記',
      '電話番号',
      'URL',
      '備考',
      undefined,
    ]);
  });

  test.each([
    ['latitude longitude', '緯度 経度'],
    ['Latitude LNG', '緯度 経度'],
    ['緯度(世界測地系) 経度（世界測地系）', '緯度 経度'],
  ])('%s', async (header, expected) => {
    expect(standards(await mappingOf(header)).join(' ')).toBe(expected);
  });

  test('kinds of disaster without their prefix need company', async () => {
    const gsi = await mappingOf(
      '施設・場所名 洪水 崖崩れ、土石流及び地滑り 高潮 地震 津波 大規模な火事',
    );
    expect(standards(gsi)).toContain('災害種別_洪水');
    expect(standards(await mappingOf('施設名 地震 津波'))).toEqual(['名称', undefined, undefined]);
  });

  test('a doubtful word counts only where the cells bear it out', async () => {
    expect(standards(await mappingOf('name x y', '館 139.3 35.6'))).toEqual([
      '名称',
      '経度',
      '緯度',
    ]);
    expect(standards(await mappingOf('name x y', '館 -17507.7 114708.2'))).toEqual([
      '名称',
      undefined,
      undefined,
    ]);
    expect(standards(await mappingOf('name location', '館 34.3,134.0'))).toEqual([
      '名称',
      '緯度,経度',
    ]);
    expect(standards(await mappingOf('name location', '館 見本町1-1'))).toEqual([
      '名称',
      undefined,
    ]);
  });

  test('one header per standard column, the surest', async () => {
    expect(standards(await mappingOf('title label name 名称'))).toEqual([
      undefined,
      undefined,
      undefined,
      '名称',
    ]);
  });

  test('what a person says about the dataset wins', async () => {
    const found = await mappingOf('名称 緯度 経度 口径', '', { as: 'fire-hydrant' });
    expect(found).toMatchObject({ dataset: 'fire-hydrant', generation: 'other', confidence: 0 });
    expect(found.definition?.id).toBe('fire-hydrant');
    expect(standards(found)).toEqual(['名称', '緯度', '経度', '口径']);
  });
});
