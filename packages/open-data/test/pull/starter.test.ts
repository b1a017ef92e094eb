import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readPlaces } from '../../src/places.ts';
import { recognise } from '../../src/recognise.ts';
import { readTable } from '../../src/table.ts';
import { pullLocked, pullStarter, type StarterSources } from '../../src/pull/index.ts';
import { makeBoundary, makeTowns } from '../../src/pull/make.ts';
import { filesStandIn, type FileWays } from '../catalogue/stand-in/files.ts';
import { serve, type Served } from '../catalogue/stand-in/server.ts';
import { emptyProject, type Project } from './project.ts';

let served: Served | undefined;
let project: Project;
beforeEach(() => {
  project = emptyProject();
});
afterEach(async () => {
  await served?.close();
  project.remove();
});

const square = {
  type: 'Polygon',
  coordinates: [
    [
      [139, 35],
      [139.1, 35],
      [139.1, 35.1],
      [139, 35],
    ],
  ],
};
const area = (properties: object) => ({ type: 'Feature', properties, geometry: square });
const collection = (...features: unknown[]): string =>
  JSON.stringify({ type: 'FeatureCollection', features });
const site = {
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [139.05, 35.05] },
  properties: {
    NO: 1,
    共通ID: 'E1',
    '施設・場所名': '見本公園',
    住所: '見本町1',
    洪水: '1',
    地震: '',
  },
};
const towns = JSON.stringify([
  { town: '見本町一丁目', koaza: '', lat: 35.05, lng: 139.05 },
  { town: '=1+A1', koaza: null, lat: null, lng: null },
]);
const unavailable = JSON.stringify({ type: 'unavailable', code: '132012', name: '東京都八王子市' });

async function starter(files: Record<string, FileWays>, municipality = '132012') {
  served = await serve(filesStandIn(files));
  const source = (path: string) => ({
    url: served?.url + path,
    licence: 'CC-BY-4.0',
    credit: '見本',
  });
  const sources: StarterSources = {
    boundary: source('/n03/{prefectureCode}/{code5}.json'),
    sites: source('/sites/{code}.json'),
    towns: { ...source('/towns/{prefecture}/{fullName}.json'), names: `${served.url}/names.json` },
  };
  return await pullStarter({ ...project.options, municipality, sources });
}

const all: Record<string, FileWays> = {
  '/n03/13/13201.json': {
    content: collection(area({ N03_007: '13201' }), area({ N03_007: '13202' }), site),
  },
  '/sites/132012.json': { content: collection(site) },
  [`/towns/${encodeURIComponent('東京都')}/${encodeURIComponent('八王子市')}.json`]: {
    content: towns,
  },
};

describe('a starter', () => {
  test('brings boundary, sites and towns, with credit and licence in the lock', async () => {
    const result = await starter(all);
    expect(result).toMatchObject({ ok: true, notices: [], municipality: { code: '132012' } });
    expect(project.files()).toEqual([
      'data/01-指定緊急避難場所.geojson',
      'data/address.csv',
      'data/boundary.geojson',
      'yokoten.data.lock.json',
    ]);
    expect(result.lock.files.map(({ licence, credit }) => [licence, credit])).toEqual(
      Array.from({ length: 3 }, () => ['CC-BY-4.0', '見本']),
    );
    const boundary = JSON.parse(project.read('data/boundary.geojson')) as { features: unknown[] };
    expect(boundary.features).toEqual([area({ N03_007: '13201' })]);
    expect(project.read('data/01-指定緊急避難場所.geojson')).toBe(collection(site));
    expect(project.read('data/address.csv')).toBe(
      '\uFEFF全国地方公共団体コード,都道府県名,市区町村名,町丁目,緯度,経度\r\n' +
        '132012,東京都,八王子市,見本町一丁目,35.05,139.05\r\n' +
        "132012,東京都,八王子市,'=1+A1,,\r\n",
    );
  });

  test('what it made is made again from the lock, byte for byte', async () => {
    await starter(all);
    const before = project.files().map((file) => project.read(file));
    const lock = project.read('yokoten.data.lock.json');
    project.remove();
    mkdirSync(project.folder);
    writeFileSync(join(project.folder, 'yokoten.data.lock.json'), lock);
    expect((await pullLocked(project.options)).ok).toBe(true);
    expect(project.files().map((file) => project.read(file))).toEqual(before);
    const update = await pullLocked({ ...project.options, update: true });
    expect(update.files.map(({ status }) => status)).toEqual([
      'unchanged',
      'unchanged',
      'unchanged',
    ]);
  });

  test.each([unavailable, collection()])(
    'sites that are not published are said, not drawn empty: %s',
    async (content) => {
      const result = await starter({ ...all, '/sites/132012.json': { content } });
      expect(result.ok).toBe(true);
      expect(result.notices.map(({ code }) => code)).toEqual(['open-data/not-published']);
      expect(result.notices[0]?.text.ja).toContain('東京都八王子市');
      expect(project.has('data/01-指定緊急避難場所.geojson')).toBe(false);
      expect(result.files.map(({ status }) => status)).toEqual(['downloaded', 'downloaded']);
    },
  );

  test('what fails is said, and the rest is there', async () => {
    const { '/n03/13/13201.json': _, ...rest } = all;
    const result = await starter(rest);
    expect(result.ok).toBe(false);
    expect(result.files.map(({ error }) => error?.code)).toEqual([
      'open-data/http-error',
      undefined,
      undefined,
    ]);
  });

  test('a layer of the same name that is there already is pointed out', async () => {
    mkdirSync(join(project.folder, 'data'));
    writeFileSync(join(project.folder, 'data/02-指定緊急避難場所.csv'), '名称\r\n');
    expect((await starter(all)).notices).toMatchObject([
      { code: 'open-data/same-layer', facts: { expected: 'data/02-指定緊急避難場所.csv' } },
    ]);
  });

  test.each([
    ['of a county that is known', '023019', '青森県', '東津軽郡平内町', {}],
    [
      'of a county that only the source knows',
      '013951',
      '北海道',
      '虻田郡ニセコ町',
      { 北海道: ['函館市', '虻田郡ニセコ町'] },
    ],
    [
      'of two counties, by its name alone',
      '013951',
      '北海道',
      'ニセコ町',
      { 北海道: ['国後郡ニセコ町', '虻田郡ニセコ町'] },
    ],
  ])('a town %s', async (_, municipality, prefecture, fullName, names) => {
    const path = `/towns/${encodeURIComponent(prefecture)}/${encodeURIComponent(fullName)}.json`;
    const result = await starter(
      { [path]: { content: towns }, '/names.json': { content: JSON.stringify(names) } },
      municipality,
    );
    const done = result.files.find(({ file }) => file === 'data/address.csv');
    expect(done?.status).toBe('downloaded');
  });

  test('a code that is none, or of a prefecture', async () => {
    for (const code of ['132013', '130001', 'x'])
      await expect(starter(all, code)).rejects.toMatchObject({
        code: 'open-data/unknown-municipality',
      });
  });
});

describe('boundaries', () => {
  const sapporo = { code: '011002', name: '札幌市', prefecture: '北海道' };
  const made = (text: string, place = sapporo): unknown[] => {
    const bytes = makeBoundary(new TextEncoder().encode(text), 'https://example.jp/', place);
    return (JSON.parse(new TextDecoder().decode(bytes)) as { features: unknown[] }).features;
  };

  test('a designated city is its wards, in the older and the newer edition', () => {
    const older = area({
      N03_001: '北海道',
      N03_003: '札幌市',
      N03_004: '中央区',
      N03_007: '01101',
    });
    const newer = area({ N03_001: '北海道', N03_004: '札幌市', N03_005: '北区', N03_007: '01102' });
    const other = area({ N03_001: '北海道', N03_004: '函館市', N03_007: '01202' });
    expect(made(collection(older, newer, other))).toEqual([older, newer]);
  });

  test('without codes: by name, or the only one without a name', () => {
    const named = area({ name: '北海道札幌市' });
    expect(made(collection(named, area({ name: '北海道函館市' })))).toEqual([named]);
    expect(made(collection(area({})))).toEqual([area({})]);
    expect(made(JSON.stringify(area({})))).toEqual([area({})]);
  });

  test.each([
    collection(area({ name: '北海道函館市' })),
    collection(area({}), area({})),
    collection(area({ N03_001: '青森県', N03_003: '札幌市', N03_007: '02201' })),
    collection(site),
    collection(),
  ])('%s is none of it', (text) => {
    expect(() => made(text)).toThrow(expect.objectContaining({ code: 'open-data/no-boundary' }));
  });

  test.each(['{', '[]', '{"type":"Topology"}', 'null'])('%s is no collection', (text) => {
    expect(() => made(text)).toThrow(
      expect.objectContaining({ code: 'open-data/unexpected-answer' }),
    );
  });
});

describe('towns', () => {
  const place = { code: '132012', name: '八王子市', prefecture: '東京都' };
  const made = (text: string): string =>
    new TextDecoder().decode(
      makeTowns(new TextEncoder().encode(text), 'https://example.jp/', place),
    );

  test('in the later form, and as CSV', () => {
    const later = { data: [{ oaza_cho: '元本郷町', chome: '三丁目', point: [139.3, 35.6] }] };
    expect(made(JSON.stringify(later)).split('\r\n')[1]).toBe(
      '132012,東京都,八王子市,元本郷町三丁目,35.6,139.3',
    );
    expect(made('町丁目,緯度,経度\n')).toBe('町丁目,緯度,経度\n');
  });

  test.each([
    ['[]', 'open-data/not-published'],
    ['[{"a":1}]', 'open-data/unexpected-answer'],
    ['{', 'open-data/unexpected-answer'],
  ])('%s is refused', (text, code) => {
    expect(() => made(text)).toThrow(expect.objectContaining({ code }));
  });
});

const real = fileURLToPath(new URL('../../../../../shared/data/', import.meta.url));
const bytes = (path: string): Buffer => readFileSync(real + path);
if (!existsSync(real)) console.log('real files: none at ../shared/data, nothing to check');
describe.skipIf(!existsSync(real))('real answers', () => {
  test('a city: boundary of its own file, 150 sites that can be read', async () => {
    const result = await starter({
      '/n03/13/13201.json': { content: bytes('boundaries/hachioji-geolonia-13201.json') },
      '/sites/132012.json': { content: bytes('shelters/gsi/132012.json') },
    });
    expect(result.files.map(({ status }) => status)).toEqual([
      'downloaded',
      'downloaded',
      'failed',
    ]);
    const table = readTable(
      readFileSync(join(project.folder, 'data/01-指定緊急避難場所.geojson')),
      {
        file: 'sites',
      },
    );
    const { places } = readPlaces(table, await recognise(table));
    expect(places).toHaveLength(150);
  });

  test('a ward without data answers "unavailable"', async () => {
    const result = await starter(
      { '/sites/011011.json': { content: bytes('shelters/gsi/011011.json') } },
      '011011',
    );
    expect(result.notices.map(({ code }) => code)).toEqual(['open-data/not-published']);
  });

  test('N03 of a whole prefecture: the one municipality', () => {
    const prefecture = bytes('boundaries/tokyo-N03-21_13_210101.geojson');
    const place = { code: '132012', name: '八王子市', prefecture: '東京都' };
    const made = makeBoundary(prefecture, 'https://example.jp/', place);
    const { features } = JSON.parse(new TextDecoder().decode(made)) as { features: unknown[] };
    expect(features).toHaveLength(1);
  });
});
