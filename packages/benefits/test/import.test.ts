import * as fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  type BenefitsBuildError,
  importProgrammes,
  MOST_GZIPPED,
  registryOf,
  writeSlices,
} from '../src/build.ts';
import { agesOfLimits, agesOfWords } from '../src/build/registry/ages.ts';
import { readLooseDate } from '../src/build/registry/dates.ts';
import { jsonRecords } from '../src/build/registry/json-records.ts';
import type { ListedProgramme } from '../src/listing/model.ts';
import { inPieces, record, registryFile } from './registry-record.ts';

const psid = (number: number) => ({ psid: `psid3.0+1000000000001+${number}+UM24` });
const one = async (parts: Record<string, unknown>) => {
  const { places, reports, repairs } = await importProgrammes([registryFile([record(parts)])]);
  return { programme: places[0]?.programmes[0], report: reports[0], repairs };
};
const codeOf = async (work: Promise<unknown>): Promise<string | undefined> =>
  work.then(
    () => undefined,
    (error: BenefitsBuildError) => error.code,
  );

describe('a record of the registry', () => {
  test('becomes a programme of its municipality', async () => {
    const { places } = await importProgrammes([registryFile([record()])]);
    expect(places.map(({ place }) => place)).toEqual([{ code: '131016', name: '千代田区' }]);
    expect(places[0]?.programmes[0]).toEqual({
      id: 'psid3.0+1000000000001+1+UM24',
      title: '見本の一時預かり',
      summary: '一時預かり\n家庭での保育がむずかしいときに、一時的に預かります。',
      who: '市内に住む子ども',
      what: '1時間500円',
      how: '電話で予約します。',
      where: '区役所3階',
      documents: ['母子健康手帳', '着替え'],
      law: '見本条例\n第3条',
      ages: { certainty: 'explicit', fromMonths: 6, untilMonths: 36 },
      apply: { from: '2026-04-01', to: '2026-06-30' },
      contact: { name: 'こども課', phone: '03-0000-0000' },
      infoUrl: 'https://example.org/azukari',
      tags: ['category:002', 'target:086', 'contents:001'],
      updated: '2026-03-20',
      sequence: 9575,
    });
  });

  test('links in texts come out, dates in words stay words, codes are written one way; each is listed', async () => {
    const { programme, repairs, report } = await one({
      procedureMethod: '次から申し込みます。申込フォーム;https://example.org/form\nまたは窓口へ',
      procedurePeriod: { fromYMD: '令和8年4月1日', toYMD: '随時', conditions: null },
      tag: { categoryCode: ['002，003', '027 '], targetCode: ['86'], contentsCode: null },
      area: { areaCode: '131016;千代田区\t', areaText: null },
    });
    expect(programme?.how).toBe('次から申し込みます。申込フォーム\nまたは窓口へ');
    expect(programme?.links).toEqual([{ title: '申込フォーム', url: 'https://example.org/form' }]);
    expect(programme?.apply).toEqual({ from: '2026-04-01', words: '随時' });
    expect(programme?.tags).toEqual(['category:002', 'category:003', 'category:027', 'target:086']);
    expect(repairs.map(({ kind, before, after }) => [kind, before, after])).toEqual([
      ['link', '申込フォーム;https://example.org/form', '申込フォーム'],
      ['date', '令和8年4月1日', '2026-04-01'],
      ['code', '002，003', '002,003'],
      ['code', '027 ', '027'],
      ['code', '86', '086'],
    ]);
    expect(report?.troubles).toEqual({ 'date-in-words': 1 });
  });

  test('links that are not https, and texts that are too long, are told of', async () => {
    const { programme, report, repairs } = await one({
      summary: 'あ'.repeat(2000),
      contact: { contactUrl: 'javascript:alert(1)', contactName: null },
      localGovernmentLink: { title: '', uri: 'http://example.org/' },
    });
    expect(programme?.summary?.length).toBe(900);
    expect(programme?.infoUrl).toBeUndefined();
    expect(programme?.contact).toBeUndefined();
    expect(report?.troubles['link-not-https']).toBe(2);
    expect(repairs.map(({ kind }) => kind)).toEqual(['cut']);
  });

  test('what has no name, id or municipality is left out and counted', async () => {
    const { reports, places } = await importProgrammes([
      registryFile([
        record(),
        record(),
        record({ basicInformation: {} }),
        record({ basicInformation: psid(3), institutionName: null }),
        record({ basicInformation: psid(4), area: { areaCode: '999999;ない' } }),
        record({ basicInformation: psid(5), area: null }),
        [1],
      ]),
    ]);
    expect(places.flatMap(({ programmes }) => programmes)).toHaveLength(1);
    expect(reports[0]).toMatchObject({
      records: 7,
      used: 1,
      troubles: {
        'duplicate-id': 1,
        'no-id': 2,
        'no-title': 2,
        'unlisted-municipality': 1,
        'no-municipality': 2,
      },
    });
  });

  test('keys that objects have of themselves mean nothing', async () => {
    const text = JSON.stringify([record()]).replace('{', '{"__proto__":{"summary":"x"},');
    const { places } = await importProgrammes([{ name: 'a.json', chunks: () => inPieces(text) }]);
    expect(places[0]?.programmes).toHaveLength(1);
    expect(({} as Record<string, unknown>).summary).toBeUndefined();
  });
});

describe('ages', () => {
  test.each([
    [{ below: { years: 1, months: 6 } }, { untilMonths: 18 }],
    [{ atMost: { years: 1 } }, { untilMonths: 24 }],
    [{ atMost: { years: 1, months: 6 } }, { untilMonths: 19 }],
    [
      { atLeast: { months: 4 }, below: { years: 1 } },
      { fromMonths: 4, untilMonths: 12 },
    ],
    [{ over: { years: 3 } }, { fromMonths: 36 }],
    [{ below: { months: 0 } }, undefined],
    [{}, undefined],
  ])('limits %j', (limits, window) => {
    expect(agesOfLimits(limits)).toEqual(window && { certainty: 'explicit', ...window });
  });

  test.each([
    ['0歳から2歳の子ども', { fromMonths: 0, untilMonths: 36 }],
    ['３歳未満児', { untilMonths: 36 }],
    ['生後4か月から1歳未満', { fromMonths: 4, untilMonths: 12 }],
    ['1歳6か月以上', { fromMonths: 18 }],
    ['小学校就学前の児童', { schoolAge: 6 }],
    ['18歳に達する日以後の最初の3月31日までの子', { schoolAge: 18 }],
    ['中学生まで', { schoolAge: 15 }],
    ['乳幼児とその保護者', { schoolAge: 6 }],
    ['妊娠中の方', { prenatal: true }],
    ['市内に住む方', undefined],
    ['5歳児健康診査', undefined],
    ['3歳未満と小学校就学前', 'contradict'],
    ['1歳未満、または3歳未満', 'contradict'],
  ])('words: %s', (text, window) => {
    const read = agesOfWords(text);
    expect(read).toEqual(
      typeof window === 'object' ? { certainty: 'inferred', ...window } : window,
    );
  });

  test('the report says how sure they are', async () => {
    const limits = {
      greaterThan: {},
      greaterThanOrEqualTo: {},
      lessThan: {},
      lessThanOrEqualTo: {},
    };
    const { reports } = await importProgrammes([
      registryFile([
        record(),
        record({
          basicInformation: psid(2),
          target: { ...limits, targetPersons: '小学校就学前のお子さん' },
        }),
        record({ basicInformation: psid(3), target: { ...limits, targetPersons: '市民' } }),
      ]),
    ]);
    expect(reports[0]?.ages).toEqual({ explicit: 1, inferred: 1, unknown: 1 });
  });
});

test.each([
  ['2025-04-01', '2025-04-01'],
  ['2025/4/1', '2025-04-01'],
  ['20250401', '2025-04-01'],
  ['２０２５年４月１日', '2025-04-01'],
  ['令和７年４月１日', '2025-04-01'],
  ['R7.4.1', '2025-04-01'],
  ['令和元年5月1日', '2019-05-01'],
  ['2025-02-30', 'unreadable'],
  ['随時', 'words'],
  ['4月ごろ', 'unreadable'],
])('the date %s', (text, date) => {
  const read = readLooseDate(text);
  expect(read.kind === 'date' ? read.date : read.kind).toBe(date);
});

const all = async (text: string, size: number): Promise<unknown[]> => {
  const values = [];
  for await (const { value } of jsonRecords(inPieces(text, size), 'a.json')) values.push(value);
  return values;
};

describe('JSON, record by record', () => {
  test('equals the whole file read at once, however it is cut', async () => {
    const values = fc.array(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue()), {
      minLength: 1,
    });
    await fc.assert(
      fc.asyncProperty(
        values,
        fc.integer({ min: 1, max: 40 }),
        fc.boolean(),
        async (list, size, within) => {
          const plain: unknown = JSON.parse(JSON.stringify(list));
          const text = JSON.stringify(
            within ? { 'データ"[': '[{', data: plain } : plain,
            undefined,
            1,
          );
          expect(await all(text, size)).toEqual(plain);
        },
      ),
    );
  });

  test('a file that breaks off, is none, or has a record that is broken', async () => {
    expect(await codeOf(all('[{"a": 1}, {"b":', 5))).toBe('benefits/not-a-registry');
    expect(await codeOf(all('{"a": 1}', 5))).toBe('benefits/not-a-registry');
    expect(await codeOf(all('', 5))).toBe('benefits/not-a-registry');
    expect(await all('[{"a": 01}, {"b": 2}]', 5)).toEqual([undefined, { b: 2 }]);
    expect(await codeOf(all(`[{"a":"${'x'.repeat(4_100_000)}"}]`, 1 << 16))).toBe(
      'benefits/too-large',
    );
    expect(await codeOf(importProgrammes([registryFile([])]))).toBe('benefits/nothing-found');
  });
});

const programmes = (count: number): ListedProgramme[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `p${at}`,
    title: `制度${at}`,
    // Random letters do not get smaller.
    what: Array.from({ length: 300 }, (_, i) =>
      String.fromCodePoint(0x4e_00 + ((at * 7919 + i * i * 104_729) % 20_000)),
    ).join(''),
    sequence: 0,
  }));

describe('slices', () => {
  const provenance = { credit: '見本の出典', licence: 'CC-BY-4.0', source: null, asOf: null };
  const place = { code: '131016', name: '千代田区' };

  test('a municipality that would be too large is parted; nothing is lost, each part has the credit', async () => {
    const all = programmes(600);
    const { files, index } = await writeSlices([{ place, programmes: all }], provenance);
    expect(files.length).toBeGreaterThan(1);
    expect(files.every(({ gzipped }) => gzipped <= MOST_GZIPPED)).toBe(true);
    const read = files.map(
      ({ bytes }) =>
        JSON.parse(new TextDecoder().decode(bytes)) as { credit: string; programmes: unknown[] },
    );
    expect(read.flatMap((listing) => listing.programmes)).toEqual(all);
    expect(read.map(({ credit }) => credit)).toEqual(files.map(() => '見本の出典'));
    expect(index.municipalities).toEqual([
      { ...place, programmes: 600, files: files.map(({ name }) => name) },
    ]);
    expect(files[1]?.name).toBe('131016-2.json');
  });

  test('imported again, only what has changed gets a higher sequence', async () => {
    const first = await importProgrammes([
      registryFile([record(), record({ basicInformation: psid(2) })]),
    ]);
    const before = new Map(
      first.places.flatMap(({ programmes: all }) => all.map((each) => [each.id, each])),
    );
    const period = { fromYMD: '2026-04-01', toYMD: '2026-07-31', conditions: null };
    const second = await importProgrammes(
      [registryFile([record({ procedurePeriod: period }), record({ basicInformation: psid(2) })])],
      { before },
    );
    expect(second.places[0]?.programmes.map(({ sequence }) => sequence)).toEqual([9576, 9575]);
  });
});

test('the prescribed credit is known by the name of the file', () => {
  const known = registryOf('data/130001_kosodateshienseido_tokyo.json');
  expect(known?.credit).toContain('GovTech東京');
  expect(known?.licence).toBe('CC-BY-4.0');
  expect(registryOf('other.json')).toBeUndefined();
});

describe('tables of the standard dataset', () => {
  const header =
    '全国地方公共団体コード,地方公共団体名,支援制度ID,支援制度種別,タイトル（制度名）,対象者,制度概要,内容,利用・申請方法,受付開始日,受付終了日,連絡先名称,連絡先電話番号,電子申請URL,URL';
  const file = (rows: readonly string[]) => ({
    name: '支援制度.csv',
    chunks: () => inPieces([header, ...rows].join('\r\n')),
  });

  test('rows become programmes', async () => {
    const { places, reports } = await importProgrammes([
      file([
        '131016,千代田区,S001,1,見本の手当,3歳未満の子ども,毎月支給します。,月1万円,窓口で申請します。,2026-04-01,2026-04-30,こども課,03-0000-0000,https://example.org/e,https://example.org/',
        '131016,千代田区,,1,見本の相談,市民,相談できます。,無料,電話,,,,,,',
      ]),
    ]);
    expect(places[0]?.programmes[0]).toMatchObject({
      id: 'S001',
      title: '見本の手当',
      ages: { certainty: 'inferred', untilMonths: 36 },
      apply: { from: '2026-04-01', to: '2026-04-30' },
      contact: { name: 'こども課', phone: '03-0000-0000' },
      applyUrl: 'https://example.org/e',
      infoUrl: 'https://example.org/',
    });
    expect(places[0]?.programmes[1]?.id).toBe('131016-見本の相談');
    expect(reports[0]).toMatchObject({ records: 2, used: 2, troubles: { 'no-id': 1 } });
  });

  test('another dataset is refused', async () => {
    const other = { name: 'a.csv', chunks: () => inPieces('名称,緯度,経度\r\nA,35,139\r\n') };
    expect(await codeOf(importProgrammes([other]))).toBe('benefits/not-a-registry');
  });
});

const real = fileURLToPath(
  new URL('../../../../shared/data/support/tokyo-supportnavi/services.csv', import.meta.url),
);
test('a real file of another shape is refused with its name, or taken row by row', async () => {
  if (!existsSync(real)) return console.log('No ../shared/data: not reading a real file.');
  const bytes = new Uint8Array(readFileSync(real));
  const source = {
    name: 'services.csv',
    async *chunks() {
      yield await Promise.resolve(bytes);
    },
  };
  expect(await codeOf(importProgrammes([source], { municipality: '130001' }))).toBe(
    'benefits/not-a-registry',
  );
});
