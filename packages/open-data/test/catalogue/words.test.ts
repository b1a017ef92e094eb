import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainQuirks } from '../../src/catalogue/index.ts';
import { readLicence } from '../../src/catalogue/licence.ts';
import { readDate } from '../../src/catalogue/written-date.ts';

describe('licences', () => {
  test.each([
    [['cc-by'], 'LicenseRef-CC-BY'],
    [['cc-by', 'Creative Commons Attribution'], 'LicenseRef-CC-BY'],
    [
      [
        'cc-by',
        'クリエイティブ・コモンズ 表示',
        'https://creativecommons.org/licenses/by/4.0/deed.ja',
      ],
      'CC-BY-4.0',
    ],
    [['CC-BY-4.0'], 'CC-BY-4.0'],
    [['cc-by-40'], 'CC-BY-4.0'],
    [[undefined, 'CC BY 4.0'], 'CC-BY-4.0'],
    [[undefined, 'ＣＣ　ＢＹ　４．０'], 'CC-BY-4.0'],
    [[undefined, 'CC-BY4.0（表示）'], 'CC-BY-4.0'],
    [[undefined, 'クリエイティブ・コモンズ 表示 4.0 国際'], 'CC-BY-4.0'],
    [[undefined, 'クリエイティブ・コモンズ 表示-継承 4.0 国際'], 'CC-BY-SA-4.0'],
    [[undefined, 'Creative Commons Attribution-NonCommercial 3.0'], 'CC-BY-NC-3.0'],
    [[undefined, undefined, 'http://creativecommons.org/licenses/by/3.0/deed.ja'], 'CC-BY-3.0'],
    [[undefined, undefined, 'https://creativecommons.org/licenses/by/2.1/jp/'], 'CC-BY-2.1-JP'],
    [[undefined, 'CC BY 2.1 JP'], 'CC-BY-2.1-JP'],
    [[undefined, 'CC BY-SA 2.5'], 'CC-BY-SA-2.5'],
    [[undefined, 'CC BY-NC-ND 4.0'], 'CC-BY-NC-ND-4.0'],
    [['cc-zero'], 'CC0-1.0'],
    [[undefined, 'CC0'], 'CC0-1.0'],
    [[undefined, undefined, 'https://creativecommons.org/publicdomain/zero/1.0/'], 'CC0-1.0'],
    [['odc-odbl'], 'ODbL-1.0'],
    [['odc-by'], 'ODC-By-1.0'],
    [['odc-pddl'], 'PDDL-1.0'],
    [[undefined, '公共データ利用規約（第1.0版）'], 'LicenseRef-PDL-1.0'],
    [[undefined, '政府標準利用規約（第2.0版）'], 'LicenseRef-GJSTU-2.0'],
    [[undefined, '政府標準利用規約(第1.1版)'], 'LicenseRef-GJSTU-1.1'],
    [[undefined, '国土地理院コンテンツ利用規約'], 'LicenseRef-GSI'],
    [[undefined], 'unstated'],
    [[undefined, ''], 'unstated'],
    [['notspecified', 'License not specified'], 'unstated'],
    [[undefined, '－'], 'unstated'],
    [[undefined, '未設定'], 'unstated'],
    [['other-at'], 'LicenseRef-unknown'],
    [[undefined, '出典の表示をお願いします'], 'LicenseRef-unknown'],
    [[undefined, 'bypass'], 'LicenseRef-unknown'],
    [['other-open', 'CC BY 4.0'], 'CC-BY-4.0'],
  ] as const)('%j is %s', (parts, id) => {
    const licence = readLicence(parts[0], ...parts.slice(1));
    expect(licence.id).toBe(id);
    if (id !== 'unstated') expect(licence.written).not.toBeNull();
  });

  test('what is written is kept as it is', () => {
    expect(readLicence('cc-by', ' CC　BY 4.0 ').written).toBe(' CC　BY 4.0 ');
    expect(readLicence('notspecified').written).toBe('notspecified');
    expect(readLicence(undefined, '').written).toBeNull();
  });

  test.each(['cc-', 'by-nc-', '表示', 'licenses/', ' '])(
    'a long text of %j is read before the test runs out of time',
    (part) => {
      const text = part.repeat(300_000);
      expect([null, text]).toContain(readLicence(undefined, text).written);
    },
  );
});

describe('dates', () => {
  test.each([
    ['2018-10-26T05:45:55.266946', '2018-10-26T05:45:55.266946Z'],
    ['2026-01-02T03:04:05+09:00', '2026-01-02T03:04:05+09:00'],
    ['2026-01-02T03:04:05+0900', '2026-01-02T03:04:05+09:00'],
    ['2026-01-02 03:04', '2026-01-02T03:04Z'],
    ['2026-01-02', '2026-01-02'],
    ['2026/1/2', '2026-01-02'],
    ['2026.1.2', '2026-01-02'],
    ['2026年1月2日', '2026-01-02'],
    ['２０２６年１月', '2026-01'],
    ['2026年', '2026'],
    ['2026-11', '2026-11'],
    ['令和6年1月9日', '2024-01-09'],
    ['令和元年5月1日', '2019-05-01'],
    ['R6.1.9', '2024-01-09'],
    ['H31.4.30', '2019-04-30'],
    ['平成31年4月', '2019-04'],
    ['昭和64年1月7日', '1989-01-07'],
  ])('%s is %s', (written, iso) => expect(readDate(written)).toEqual({ written, iso }));

  test.each([
    '2024-02-30',
    '2026-13-01',
    '26-1-2',
    '4月頃',
    '随時',
    '20260102',
    '令和6年13月1日',
    '2026-01-02T25:00',
  ])('%s is left as it is', (written) => expect(readDate(written)).toEqual({ written }));

  test('nothing is no date', () => expect(readDate(undefined)).toBeUndefined());

  test('every day is read in every spelling', () => {
    const day = fc.date({
      min: new Date('1990-01-01'),
      max: new Date('2099-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [y, m, d] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
        for (const written of [iso, `${y}/${m}/${d}`, `${y}.${m}.${d}`, `${y}年${m}月${d}日`])
          expect(readDate(written)?.iso).toBe(iso);
      }),
    );
  });
});

test('quirks are explained in both languages, with what they are about', async () => {
  const [one] = await explainQuirks([
    { code: 'open-data/format-mismatch', facts: { value: 'CSV', expected: 'xlsx' } },
  ]);
  expect(one?.text.ja).toContain('「CSV」');
  expect(one?.text.en).toContain('"xlsx"');
});
