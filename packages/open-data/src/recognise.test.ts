import { datasets } from '@yokoten/standard/datasets';
import { editionHeaders } from '@yokoten/standard/headers';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fewRuns } from '../../../apps/tools/src/tier.ts';
import { type Mapping, recognise, type RecogniseOptions } from './recognise.ts';
import { readTable, type Table } from './table.ts';

function tableOf(header: readonly string[], ...rows: readonly (readonly string[])[]): Table {
  const lines = [header, ...rows].map((cells) => cells.map((cell) => `"${cell}"`).join(','));
  return readTable(new TextEncoder().encode(lines.join('\n')), { file: 'test.csv' });
}

function mappingOf(
  header: string,
  rows: readonly string[] = [],
  options: RecogniseOptions = {},
): Promise<Mapping> {
  return recognise(tableOf(header.split(' '), ...rows.map((row) => row.split(' '))), options);
}

const standards = ({ columns }: Mapping): (string | undefined)[] =>
  columns.map(({ standard }) => standard);
const offers = ({ columns }: Mapping): string[][] =>
  columns.map((column) => (column.offers ?? []).map(({ standard }) => standard));

const inferred = new Set(
  datasets.filter(({ certainty }) => certainty === 'inferred').map(({ id }) => id),
);
const editions = editionHeaders().map(({ dataset, generation, layout, columns }) => ({
  dataset,
  generation,
  layout,
  names: columns.map(([name]) => name),
}));
const sourced = editions.filter(({ dataset }) => !inferred.has(dataset));
const namesOf = (id: string): readonly string[] =>
  sourced.find(({ dataset }) => dataset === id)?.names ?? [];

describe('the datasets', () => {
  test('24 have a source, 3 are inferred', () => {
    expect(new Set(sourced.map(({ dataset }) => dataset)).size).toBe(24);
    expect(inferred.size).toBe(3);
  });

  test.each(sourced)('$dataset, $generation, $layout', async (edition) => {
    const { dataset, generation, layout, names } = edition;
    const found = await recognise(tableOf(names));
    expect(found).toMatchObject({ dataset, generation, layout, confidence: 1 });
    expect(found.offers).toBeUndefined();
    expect(found.definition?.id).toBe(dataset);
    expect(standards(found)).not.toContain(undefined);
    expect(new Set(standards(found)).size).toBe(names.length);
  });

  test.each(editions.filter(({ dataset }) => inferred.has(dataset)))(
    'an inferred dictionary is offered, never applied: $dataset, $layout',
    async ({ dataset, names }) => {
      const found = await recognise(tableOf(names));
      expect(found.dataset).toBeUndefined();
      const offer = found.offers?.find((one) => one.dataset === dataset);
      expect(offer?.confidence).toBeGreaterThan(0.3);
      expect(offer?.confidence).toBeLessThanOrEqual(0.5);
    },
  );

  test('fewer columns, in any order, with foreign ones between them, make it no other dataset', async () => {
    const header = fc.constantFrom(...sourced).chain(({ dataset, names }) =>
      fc.record({
        dataset: fc.constant(dataset),
        own: fc.shuffledSubarray([...names], { minLength: Math.ceil(names.length * 0.3) }),
        foreign: fc.array(fc.constantFrom('color', '庁内メモ', '旧コード', 'x1', ''), {
          maxLength: 2,
        }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(header, async ({ dataset, own, foreign }) => {
        const found = await recognise(tableOf([...foreign, ...own]));
        expect([dataset, undefined]).toContain(found.dataset);
        if (found.dataset === undefined) return;
        expect(standards(found).slice(foreign.length)).not.toContain(undefined);
        expect(standards(found).slice(0, foreign.length).filter(Boolean)).toEqual([]);
      }),
    );
  });

  test.each(sourced.filter(({ layout }) => layout === 'flat'))(
    '$dataset, $generation keeps its name with foreign columns',
    async ({ dataset, generation, names }) => {
      const found = await recognise(tableOf([...names.toReversed(), 'color']));
      expect(found).toMatchObject({ dataset, generation });
    },
  );

  test('the file of facilities beside a main file is none of them, and its columns are known', async () => {
    const found = await mappingOf(
      '施設_ID 施設_名称 住所_連結表記 住所_都道府県 住所_市区町村 住所_町字 住所_番地以下 連絡先_電話番号 住所_緯度 住所_経度',
    );
    expect(found.dataset).toBeUndefined();
    expect(found).toMatchObject({ facilities: true, layout: 'data-model', confidence: 1 });
    expect(standards(found)).toEqual([
      '施設_ID',
      '施設_名称',
      '所在地_連結表記',
      '所在地_都道府県',
      '所在地_市区町村',
      '所在地_町字',
      '所在地_番地以下',
      '電話番号',
      '住所_緯度',
      '住所_経度',
    ]);
  });
});

describe('how a header is written does not matter', () => {
  const toilet = namesOf('public-toilet');
  const written = async (name: string, as: string): Promise<Mapping['columns'][number]> => {
    const header = toilet.map((one) => (one === name ? as : one));
    const found = await recognise(tableOf(header));
    expect(found.dataset).toBe('public-toilet');
    return found.columns[toilet.indexOf(name)] ?? expect.fail();
  };

  test.each([
    ['所在地_連結表記', '所在地＿連結\n表記'],
    ['所在地_連結表記', '所在地連結標記'],
    ['建物名等(方書)', '建物名等（方書）'],
    ['バリアフリートイレ数', 'ばりあふりーといれ数'],
    ['男性トイレ数（洋式）', '男性トイレ数_洋式'],
    ['男性トイレ数（洋式）', '男性トイレ数【洋式】（個）'],
    ['高度の値', '高度の値(ｍ)'],
    ['名称', '公衆トイレ_名称'],
    ['バリアフリートイレ数', 'バリアフリトイレ数'],
    ['オストメイト設置トイレ有無', 'オストメト設置トイレ有無'],
  ])('%s as %s', async (name, as) => {
    expect(await written(name, as)).toMatchObject({ standard: name });
  });

  test.each([
    ['利用開始時間', '利用開始時刻'],
    ['女性トイレ総数', '男児トイレ総数'],
  ])('%s as %s is only offered: a changed kanji can change the meaning', async (name, as) => {
    const column = await written(name, as);
    expect(column.standard).toBeUndefined();
    if (as.startsWith('利用')) expect(column.offers).toMatchObject([{ standard: name }]);
  });

  test('a remark that changes the meaning is not dropped', async () => {
    const found = await mappingOf('名称 名称（よみ） 緯度(日本測地系) 説明(英語)', []);
    expect(standards(found)).toEqual(['名称', '名称_カナ', undefined, undefined]);
  });
});

describe('other files', () => {
  test.each([
    [
      '指定避難所 in a layout of its own',
      '全国地方公共団体コード ID 地方公共団体名 名称 種別 所在地_全国地方公共団体コード 所在地_連結表記 所在地_都道府県 所在地_市区町村 建物名等(方書) 緯度 経度',
    ],
    ['parks', 'ID 名称 名称_カナ 所在地_連結表記 緯度 経度 面積 遊具 備考'],
    ['shops', 'ID 名称 業種 所在地_連結表記 緯度 経度 電話番号 営業時間 定休日 URL 備考'],
  ])('%s are none of the 27, but their places are found', async (_, header) => {
    const found = await mappingOf(header);
    expect(found).toMatchObject({ generation: 'other', confidence: 0 });
    expect(found.dataset).toBeUndefined();
    expect(standards(found)).toEqual(
      expect.arrayContaining(['名称', '緯度', '経度', '所在地_連結表記']),
    );
  });

  test('two datasets in one table are neither', async () => {
    const found = await recognise(
      tableOf([...new Set([...namesOf('cultural-property'), ...namesOf('preschool')])]),
    );
    expect(found.dataset).toBeUndefined();
  });

  test('how things stand at one time is no list of what there is', async () => {
    const names = namesOf('evacuation-space');
    const found = await recognise(tableOf([...names, '開設状況', '避難者数']));
    expect(found.dataset).toBeUndefined();
    expect(found.offers?.[0]).toMatchObject({ dataset: 'evacuation-space', layout: 'flat' });
    expect(standards(found)).toContain('災害種別_洪水');
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

  test('the recommended dataset in English', async () => {
    const found = await mappingOf(
      '#property name address installationPosition location telephoneNumber availableDate startTime endTime availableDateNote equipmentForChildren',
    );
    expect(found).toMatchObject({ dataset: 'aed', generation: 'previous' });
    expect(standards(found)).toEqual(
      expect.arrayContaining(['設置位置', '小児対応設備の有無', '利用可能曜日', '開始時間']),
    );
  });

  test.each([
    ['latitude longitude', '緯度 経度'],
    ['Latitude LNG', '緯度 経度'],
    ['緯度(世界測地系) 経度（世界測地系）', '緯度 経度'],
    ['避難所_名称 緯度', '名称 緯度'],
    ['公園名 公園所在地 FAX E-mail 写真', '名称 所在地_連結表記 FAX番号 連絡先メールアドレス 画像'],
  ])('%s', async (header, expected) => {
    expect(standards(await mappingOf(header)).join(' ')).toBe(expected);
  });

  test('somebody else’s name is not the place’s', async () => {
    expect(standards(await mappingOf('連絡先_名称 管理者_名称'))).toEqual([
      '連絡先名称',
      undefined,
    ]);
  });

  test('kinds of disaster without their prefix need company', async () => {
    const gsi = await mappingOf(
      '施設・場所名 洪水 崖崩れ、土石流及び地滑り 高潮 地震 津波 大規模な火事',
    );
    expect(standards(gsi)).toContain('災害種別_洪水');
    expect(standards(await mappingOf('施設名 地震 津波'))).toEqual(['名称', undefined, undefined]);
  });

  test('what a person says about the dataset wins', async () => {
    const found = await mappingOf('名称 緯度 経度 口径', [], { as: 'fire-hydrant' });
    expect(found).toMatchObject({ dataset: 'fire-hydrant', generation: 'other', confidence: 0 });
    expect(found.definition?.id).toBe('fire-hydrant');
    expect(standards(found)).toEqual(['名称', '緯度', '経度', '口径']);
  });
});

describe('cells speak too', () => {
  test.each([
    ['name x y', '館 139.3 35.6', '名称 経度 緯度'],
    ['name location', '館 34.3,134.0', '名称 緯度,経度'],
  ])('a doubtful word counts where they bear it out: %s, %s', async (header, row, expected) => {
    expect(standards(await mappingOf(header, [row])).join(' ')).toBe(expected);
  });

  test.each([
    ['name x y', '館 -17507.7 114708.2', [[], ['経度'], ['緯度']]],
    ['name location', '館 見本町1-1', [[], ['緯度,経度']]],
  ])('and is offered where they do not: %s, %s', async (header, row, expected) => {
    const found = await mappingOf(header, [row]);
    expect(standards(found).slice(1)).not.toContain('緯度');
    expect(offers(found)).toEqual(expected);
  });

  test.each([
    ['address', ['11-1', '2-20', '36', '8-15', '4'], '所在地_連結表記'],
    ['ホームページ', ['公園の紹介', '市の案内', '森の会', '協会', '県の案内'], 'URL'],
    ['メール', ['なし', 'なし', '無', '電話で', 'なし'], '連絡先メールアドレス'],
    ['id', ['0', '0', '0', '0', '0'], 'ID'],
  ])('a sure word is not believed against them: %s', async (header, cells, standard) => {
    const found = await recognise(tableOf([header, 'name'], ...cells.map((cell) => [cell, '館'])));
    expect(found.columns[0]?.standard).toBeUndefined();
    expect(found.columns[0]?.offers).toMatchObject([{ standard }]);
  });

  test('even a name of the standard is not: cells that slipped into the next column', async () => {
    const names = namesOf('evacuation-space');
    const row = names.map((name) =>
      name === '内線番号' ? '132012' : name === '連絡先メールアドレス' ? '東京都' : '',
    );
    const found = await recognise(tableOf(names, ...Array.from({ length: 5 }, () => row)));
    expect(found.dataset).toBe('evacuation-space');
    const doubted = found.columns.filter(({ standard }) => standard === undefined);
    expect(doubted.map(({ header }) => header)).toEqual(['内線番号', '連絡先メールアドレス']);
  });

  test('one header per standard column: the surest, then the fullest, then the left', async () => {
    expect(standards(await mappingOf('title label name 名称'))).toEqual([
      undefined,
      undefined,
      undefined,
      '名称',
    ]);
    const phones = await recognise(tableOf(['tel', 'telephone', 'name'], ['', '03-1', '館']));
    expect(standards(phones)).toEqual([undefined, '電話番号', '名称']);
    expect(offers(phones)).toEqual([['電話番号'], [], []]);
    expect(standards(await mappingOf('備考 備考'))).toEqual(['備考', undefined]);
  });
});

describe('hostile headers', () => {
  test('any header is answered, column by column', async () => {
    const label = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('__proto__', 'constructor', 'toString', '', '　', '((((', '名称('),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(label, { maxLength: 30 }), async (header) => {
        const found = await recognise({ ...tableOf(['a', 'b']), header });
        expect(found.columns.map((column) => column.header)).toEqual(header);
        const given = standards(found).filter((standard) => standard !== undefined);
        expect(new Set(given).size).toBe(given.length);
      }),
      fewRuns,
    );
  });

  test('names of object members are headers like any other', async () => {
    const found = await mappingOf('__proto__ constructor hasOwnProperty 名称');
    expect(standards(found)).toEqual([undefined, undefined, undefined, '名称']);
  });

  test('a cell of a megabyte in the header costs nothing', async () => {
    // Looked at again from each place in it, it would take longer than a test may.
    const found = await recognise({
      ...tableOf(['a', 'b']),
      header: ['('.repeat(1e6), 'ー'.repeat(1e6)],
    });
    expect(standards(found)).toEqual([undefined, undefined]);
  });
});
