import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isQuick } from '../../../apps/tools/src/tier.ts';
import { withCheckDigit } from './local-government-code.ts';
import {
  findMunicipalities,
  municipalities,
  municipalityByCode,
  municipalityCredits,
  nearestMunicipalities,
  type Municipality,
} from './municipalities.ts';

interface Golden {
  readonly prefecture: string;
  readonly latin: string;
  readonly capital: string;
  readonly near: readonly [number, number];
  readonly names: readonly string[];
  /** Without the prefecture and without wards of designated cities. */
  readonly count: number;
}

const file = (path: string): Buffer => readFileSync(new URL(path, import.meta.url));
const prefectures = JSON.parse(file('../test/golden/prefectures.json').toString()) as Golden[];
const latinNames = JSON.parse(file('../test/golden/latin-names.json').toString()) as Record<
  string,
  string
>;

const all = municipalities();
const anyOne = fc.constantFrom(...all);
const codes = (found: readonly Municipality[]): string[] => found.map(({ code }) => code);
const wide = (text: string): string =>
  text.replaceAll(/[0-9A-Za-z]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const katakana = (text: string): string =>
  text.replaceAll(/[ぁ-ゖ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0x60));

describe('the table', () => {
  test('has as many of each kind as Japan had on 1 January 2024', () => {
    const counts = Object.groupBy(all, ({ kind }) => kind);
    expect(
      Object.fromEntries(Object.entries(counts).map(([kind, rows]) => [kind, rows.length])),
    ).toEqual({
      prefecture: 47,
      'designated-city': 20,
      city: 772,
      'special-ward': 23,
      ward: 171,
      town: 743,
      village: 189,
    });
  });

  test('is in the order of its codes, each there once, each with the right check digit', () => {
    const listed = codes(all);
    expect(listed).toEqual([...new Set(listed)].toSorted());
    for (const code of listed) expect(code).toBe(withCheckDigit(code.slice(0, 5)));
  });

  test.each(prefectures)('$prefecture', ({ prefecture, latin, capital, near, names, count }) => {
    const [own, ...rest] = all.filter((one) => one.prefecture === prefecture);
    expect(own).toMatchObject({ kind: 'prefecture', name: prefecture });
    expect(own?.latin.split(' ')[0]).toBe(latin);
    expect(rest.filter(({ kind }) => kind !== 'ward')).toHaveLength(count);
    for (const name of names) {
      const found = findMunicipalities(prefecture + name);
      expect(found.map((one) => one.prefecture + one.name)).toEqual([prefecture + name]);
      expect(found[0]?.code.slice(0, 2)).toBe(own?.code.slice(0, 2));
    }
    const [seat] = findMunicipalities(prefecture + capital);
    const [lng, lat] = seat?.centroid ?? [0, 0];
    expect(Math.hypot(lng - near[0], lat - near[1])).toBeLessThan(0.25);
  });

  test('every box holds its centroid, lies in Japan and in the box of its prefecture', () => {
    const boxes = new Map(all.map(({ name, bbox }) => [name, bbox]));
    for (const { name, centroid, bbox, prefecture } of all) {
      const [w, s, e, n] = bbox ?? [122, 20, 154, 46];
      expect(
        centroid[0] >= w && centroid[0] <= e && centroid[1] >= s && centroid[1] <= n,
        name,
      ).toBe(true);
      const [west, south, east, north] = boxes.get(prefecture) ?? [0, 0, 0, 0];
      if (bbox !== undefined)
        expect(w >= west && s >= south && e <= east && n <= north, name).toBe(true);
      expect(w < e && s < n, name).toBe(true);
    }
  });

  test('a ward lies in the box of its city', () => {
    let city: Municipality | undefined;
    for (const one of all) {
      if (one.kind === 'designated-city') city = one;
      if (one.kind !== 'ward') continue;
      expect(one.name.startsWith(city?.name ?? '?'), one.name).toBe(true);
      const [w, s, e, n] = city?.bbox ?? [0, 0, 0, 0];
      const [x, y] = one.centroid;
      expect(x >= w && x <= e && y >= s && y <= n, one.name).toBe(true);
    }
  });

  test('nothing is invented: a place whose boundary is not known has no box', () => {
    expect(all.filter(({ bbox }) => bbox === undefined).map(({ name }) => name)).toEqual([
      '浜松市中央区',
      '浜松市浜名区',
      '太地町',
      '日吉津村',
      '上島町',
      '姫島村',
      '座間味村',
      '粟国村',
      '渡名喜村',
    ]);
  });

  test('rocks in the far ocean do not stretch a village over a sea', () => {
    const [west = 0, , east = 0] = municipalityByCode('134210')?.bbox ?? [];
    expect(east - west).toBeLessThan(2);
  });

  test('readings are hiragana, names in Latin letters are ASCII and say the kind', () => {
    for (const { kana, latin, kind, name } of all) {
      expect(kana, name).toMatch(/^[ぁ-ん]+$/);
      expect(latin, name).toMatch(/^[A-Z][A-Za-z' -]*(?:, [A-Z][A-Za-z -]+ City)?$/);
      if (kind !== 'prefecture')
        expect(latin, name).toMatch(/ (?:City|Town|Village|Ward, .* City)$/);
    }
  });

  test.each(Object.entries(latinNames))('%s is %s', (name, latin) => {
    expect(findMunicipalities(name).map((one) => one.latin)).toContain(latin);
  });

  test('is small, and says where it is from', () => {
    expect(gzipSync(file('./generated/municipalities.ts'), { level: 9 }).length).toBeLessThan(
      60_000,
    );
    expect(municipalityCredits.map(({ source }) => source.ja).join()).toContain('国土数値情報');
  });
});

describe('by code', () => {
  test('in five or six digits, in any width', () => {
    fc.assert(
      fc.property(anyOne, (one) => {
        for (const text of [one.code, one.code.slice(0, 5), wide(one.code), ` ${one.code}\u3000`]) {
          expect(municipalityByCode(text)).toBe(one);
        }
      }),
    );
  });

  test.each(['132011', '999999', '1100', '', 'Hachioji', '13100'])('%j finds nothing', (code) => {
    expect(municipalityByCode(code)).toBeUndefined();
  });

  test('the town of the examples', () => {
    expect(municipalityByCode('132012')).toEqual({
      code: '132012',
      kind: 'city',
      prefecture: '東京都',
      county: undefined,
      name: '八王子市',
      kana: 'はちおうじし',
      latin: 'Hachioji City',
      centroid: [139.288, 35.66],
      bbox: [139.161, 35.598, 139.43, 35.72],
    });
  });
});

describe('by name', () => {
  test('each is found by name, reading and Latin name, alone, with its prefecture and with its county', () => {
    for (const [at, one] of all.entries()) {
      // All of them take seconds.
      if (isQuick && at % 10 > 0) continue;
      const english = findMunicipalities(one.prefecture)[0]?.latin.replace(' Prefecture', '');
      const forms = [
        one.name,
        one.kana,
        one.latin,
        one.prefecture + one.name,
        katakana(one.kana),
        wide(one.latin.toUpperCase()),
        `${one.latin}, ${english}`,
        `${one.prefecture}　${one.county ?? ''}${one.name}`,
      ];
      for (const form of forms) expect(findMunicipalities(form), form).toContain(one);
    }
  });

  test('with its prefecture in front one is found, but for two villages that share both', () => {
    const shared = all.filter((one) => findMunicipalities(one.prefecture + one.name).length !== 1);
    expect(shared.map(({ name }) => name)).toEqual(['泊村', '泊村']);
  });

  test.each([
    ['府中市', ['132063', '342084']],
    ['Fuchu', ['132063', '342084', '343021']],
    ['朝日町', ['063231', '163431', '243434']],
    ['美浜町', ['184420', '234460', '303810']],
    ['太子町', ['273813', '284645']],
    ['龍ヶ崎市', ['082082']],
    ['竜ケ崎市', ['082082']],
    ['檮原町', ['394050']],
    ['Hachiōji-shi', ['132012']],
    ['Okutama-machi', ['133086']],
    ['八王子', ['132012']],
    ['西多摩郡奥多摩町', ['133086']],
    ['津', ['242012']],
    ['しろいし', ['011045', '042064', '122327', '414255']],
    ['長野', ['200000', '202011']],
    ['Minoh', ['272205']],
    ['東京', ['130001']],
    ['広島県府中町', ['343021']],
    ['Fuchu, Tokyo', ['132063']],
  ])('%s', (text, expected) => {
    expect(codes(findMunicipalities(text))).toEqual(expected);
  });

  test.each([
    '',
    ' ',
    '・',
    '山口県八王子市',
    '北多摩郡奥多摩町',
    '存在しない町',
    '市',
    '\u0000',
    'x'.repeat(100_000),
  ])('nothing is called %j', (text) => {
    expect(findMunicipalities(text)).toEqual([]);
  });
});

describe('did you mean', () => {
  test.each([
    ['八王寺市', '132012'],
    ['八玉子市', '132012'],
    ['東京都八王寺市', '132012'],
    ['はちおおじし', '132012'],
    ['hachiojji', '132012'],
    ['Hahcioji', '132012'],
    ['132011', '132012'],
    ['鯖江シ', '182079'],
    ['takamatu', '372013'],
  ])('%s: %s', (text, code) => {
    expect(nearestMunicipalities(text)[0]?.code).toBe(code);
  });

  test('keeps to the prefecture that was named', () => {
    for (const one of nearestMunicipalities('広島県府仲市')) expect(one.prefecture).toBe('広島県');
  });

  test('says nothing where nothing is near, and never more than asked', () => {
    expect(nearestMunicipalities('zzzzzz')).toEqual([]);
    expect(nearestMunicipalities('')).toEqual([]);
    expect(nearestMunicipalities('中央市', 2)).toHaveLength(2);
    expect(nearestMunicipalities('x'.repeat(100_000))).toEqual([]);
  });

  test('a name is nearest to itself, and one swap of letters away', () => {
    fc.assert(
      fc.property(anyOne, fc.nat(), (one, seed) => {
        const place = seed % (one.kana.length - 1);
        const pair = one.kana.slice(place, place + 2);
        const swapped = one.kana.replace(pair, pair.slice(1) + pair.slice(0, 1));
        expect(nearestMunicipalities(one.name, 20)).toContain(one);
        expect(nearestMunicipalities(swapped, 2000)).toContain(one);
      }),
      { numRuns: 40 },
    );
  });
});
