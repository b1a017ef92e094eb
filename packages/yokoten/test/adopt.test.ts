import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { examineApp } from '../src/internal/doctor/examine-app.ts';
import { adoptFrom, builtMap, oldMap, realReleases, snapshot, type OldMap } from './adopt-app.ts';
import { yokoten } from './run-command.ts';
import { temporary, upgradeApp } from './upgrade-app.ts';

const CSV = 'name,lat,lon,住所\n市役所,35.666,139.316,元本郷町\n';

/** The smallest copy of the template. */
const SMALL: OldMap = {
  'hazardmap-config.jsonc':
    '{ "prefecture": "東京都", "city": null, "shikuchoson": "八王子市", "tiles": [] }',
  'csv/01-役所.csv': CSV,
};

const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');

test('an adopted app is one that upgrade and doctor know, with a README of its own', async () => {
  const old = oldMap({ ...SMALL, 'README.md': '# わたしたちの地図\n', 'images/01-凡例.png': 'x' });
  const before = snapshot(old);
  const { folder, decisions } = await adoptFrom(old);
  expect(snapshot(old)).toEqual(before);
  expect(decisions).toBe(0);
  expect(read(folder, 'adopted/README.md')).toBe('# わたしたちの地図\n');
  expect(read(folder, 'README.ja.md')).toContain('もとの地図');
  expect(read(folder, 'adopted/report.md')).toMatch(/移行の報告[\s\S]*What came over/);
  const upgraded = await upgradeApp({ root: folder }, await realReleases(temporary()));
  expect(upgraded).toMatchObject({ status: 'up-to-date', decisions: [] });
  const { findings } = await examineApp(folder, { online: false });
  expect(findings.filter(({ level }) => level === 'problem').map(({ code }) => code)).toEqual([]);
});

test('names from elsewhere stay words in what is written for people', async () => {
  const name = 'README (前)](https://evil.example.com).md';
  const { folder } = await adoptFrom(
    oldMap({ ...SMALL, [name.replaceAll('/', '')]: '# a\n' }, 'a`[b](c)'),
  );
  for (const path of ['README.md', 'README.ja.md', 'adopted/report.md'])
    expect(read(folder, path)).not.toMatch(/(?<!\\)\]\(https?:\/*evil/);
  expect(read(folder, 'README.md')).toContain('was taken over from `a  b (c)`');
});

const town = (config: object): OldMap => ({
  ...SMALL,
  'hazardmap-config.jsonc': JSON.stringify({ tiles: [], ...config }),
});

describe('of which town the map is', () => {
  test.each([
    [{ prefecture: '東京都', city: '八王子市' }, '132012'],
    [{ prefecture: '東京都', city: 'null', shikuchoson: '府中市' }, '132063'],
    [{ prefecture: '広島県', city: null, shikuchoson: '府中市' }, '342084'],
    [{ prefecture: '京都府', city: '京都市', shikuchoson: '北区' }, '261017'],
    [{ prefecture: '京都府', city: '京都市' }, '261009'],
    [{ prefecture: '埼玉県', city: '小川町' }, '113433'],
    [{ prefecture: ' 東京都 ', city: null, shikuchoson: '港 区' }, '131032'],
  ])('%j', async (config, code) => {
    const { municipality } = await adoptFrom(oldMap(town(config)), { dryRun: true });
    expect(municipality.code).toBe(code);
  });

  test.each([{ city: '府中市' }, { prefecture: '東京都', city: 'みほん市' }, {}])(
    '%j does not tell, and says what to write',
    async (config) => {
      const old = oldMap(town(config));
      await expect(adoptFrom(old)).rejects.toThrow(
        /yokoten\/adopt-municipality[\s\S]*--municipality/,
      );
      const { municipality } = await adoptFrom(old, { municipality: '八王子市' });
      expect(municipality.code).toBe('132012');
    },
  );
});

test('a slip in the old config is read as the old program read it; one that is no config is not', async () => {
  const slip = '{ "prefecture": "東京都" "city": "八王子市",, "tiles": [] }';
  const { notes, municipality } = await adoptFrom(
    oldMap({ ...SMALL, 'hazardmap-config.jsonc': slip }),
  );
  expect(municipality.code).toBe('132012');
  expect(notes.map(({ about }) => about)).toContain('setting-left-out');
  await expect(adoptFrom(oldMap({ ...SMALL, 'hazardmap-config.jsonc': '[]' }))).rejects.toThrow(
    'yokoten/adopt-config',
  );
});

test('keys that would poison an object are data like any other', async () => {
  const config =
    '{ "__proto__": { "x": 1 }, "prefecture": "東京都", "city": "八王子市", "tiles": [{ "__proto__": 1 }] }';
  const csv = 'name,lat,lon,__proto__,constructor\na,35.666,139.316,b,c\n';
  const { folder } = await adoptFrom(
    oldMap({ 'hazardmap-config.jsonc': config, 'csv/__proto__.csv': csv }),
  );
  const { document, stops } = await builtMap(folder);
  expect(stops).toEqual([]);
  expect(document.layers[0]?.fields.map(({ header }) => header)).toEqual([
    '__proto__',
    'constructor',
  ]);
  expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
});

test('files that cannot be layers are kept and told; names that mean something else are changed', async () => {
  const { folder, notes, layers, decisions } = await adoptFrom(
    oldMap({
      ...SMALL,
      'csv/02-空.csv': 'name,lat,lon\n',
      'csv/03-メモ.csv': 'name,memo\na,b\n',
      'csv/README.md': 'x',
      'csv/address.csv': CSV,
      'csv/役所.csv': CSV,
      '名簿.xlsx': 'no workbook',
    }),
  );
  expect(
    notes.flatMap(({ about, file }) => (file === undefined ? [] : [`${about} ${basename(file)}`])),
  ).toEqual([
    'empty-layer 02-空.csv',
    'no-places 03-メモ.csv',
    'renamed address.csv',
    'renamed 役所.csv',
  ]);
  expect(decisions).toBe(2);
  expect(layers.map(({ name }) => name)).toEqual([
    '01-役所.csv',
    'layer-address.csv',
    '役所-2.csv',
  ]);
  for (const path of ['csv/02-空.csv', 'csv/03-メモ.csv', 'csv/README.md', '名簿.xlsx'])
    expect(existsSync(join(folder, 'adopted', path))).toBe(true);
  expect((await builtMap(folder)).stops).toEqual([]);
});

const corner = (lon: number, lat: number): object => ({ lon, lat });

test('a boundary that the copy drew is drawn by the new map, with its credit', async () => {
  const way = [corner(139.2, 35.6), corner(139.4, 35.6), corner(139.3, 35.7), corner(139.2, 35.6)];
  const osm = {
    elements: [{ type: 'relation', members: [{ type: 'way', role: 'outer', geometry: way }] }],
  };
  const { folder, after } = await adoptFrom(
    oldMap({ ...SMALL, 'src/generated/city-osm.json': JSON.stringify(osm) }),
  );
  expect(after.credits).toBe(1);
  const { document } = await builtMap(folder);
  expect(document.boundary?.credit).toMatchObject({ licence: 'ODbL-1.0' });
});

const GEOJSON = JSON.stringify({
  type: 'FeatureCollection',
  features: ['駅', '公園', '駅'].map((category, index) => ({
    type: 'Feature',
    properties: { name: `${category}${index}`, category },
    geometry: { type: 'Point', coordinates: [139.3, 35.6 + index / 100] },
  })),
});

describe('mapprint', () => {
  const KML = `<kml><Document><name>x</name>
    <Folder><name>給水</name><Placemark><name>a</name><Point><coordinates>139.3,35.6</coordinates></Point></Placemark></Folder>
    <Folder><name>道</name><Placemark><name>b</name><LineString><coordinates>139.3,35.6 139.4,35.7</coordinates></LineString></Placemark></Folder>
  </Document></kml>`;
  const MAP: OldMap = {
    'assets/config/list.json': '["a.json"]',
    'assets/config/a.json': JSON.stringify({
      map_id: 'a',
      map_title: '支援マップ',
      map_title_en: 'Relief map',
      map_description: '説明',
      map_image: 'ogp.png',
      default_hash: '35.8,139.2-35.5,139.5',
      sources: [
        { id: '1', url: '/data/a.kml', type: 'kml', title: '物資', title_en: 'Goods', show: true },
        { id: '2', url: '/data/b.geojson', type: 'geojson', title: '施設', show: false },
        {
          id: '3',
          url: 'https://example.jp/kml?mid=1',
          type: 'kml',
          title: '給水/千葉',
          updated_search_key: {},
        },
      ],
      layer_settings: {
        給水: { name: '給水所', name_en: 'Water', color: '#285797', icon_class: 'fas fa-tint' },
        道: { color: 'red' },
        駅: { icon_class: 'fa-solid fa-train' },
      },
    }),
    'static/data/a.kml': KML,
    'static/data/b.geojson': GEOJSON,
    'static/ogp.png': 'x',
  };

  test('sources, names, colours and icons of one map come over; what is elsewhere is fetched later', async () => {
    const { folder, kind, after } = await adoptFrom(oldMap(MAP), { municipality: '132012' });
    expect(kind).toBe('mapprint');
    expect(after).toMatchObject({ layers: 3, rows: 5, placed: 5 });
    const { document, stops, problems } = await builtMap(folder);
    expect(stops).toEqual([]);
    expect(document).toMatchObject({
      title: { ja: '支援マップ', en: 'Relief map' },
      view: [139.2, 35.5, 139.5, 35.8],
    });
    expect(document.layers).toMatchObject([
      { title: { ja: '給水所', en: 'Water' }, icon: 'water', color: '#285797', visible: true },
      { title: { ja: '道' } },
      { title: { ja: '駅' }, icon: 'station', visible: false },
      { title: { ja: '施設 公園' }, visible: false },
    ]);
    expect(document.layers.map(({ places }) => places.length)).toEqual([1, 1, 2, 1]);
    expect(problems.map(({ code }) => code)).toEqual(['disaster-map/layer-not-fetched']);
    expect(read(folder, 'yokoten.config.jsonc')).toContain('"url": "https://example.jp/kml?mid=1"');
    expect(existsSync(join(folder, 'images/ogp.png'))).toBe(true);
  });

  test('of several maps a person chooses one, and its town', async () => {
    const two = { ...MAP, 'assets/config/b.json': '{ "map_id": "b", "sources": [] }' };
    await expect(adoptFrom(oldMap(two))).rejects.toThrow(/yokoten\/adopt-choose-map[\s\S]*a、b/);
    await expect(adoptFrom(oldMap(two), { map: 'a' })).rejects.toThrow(
      'yokoten/adopt-municipality',
    );
    const { after } = await adoptFrom(oldMap(two), { map: 'a', municipality: '132012' });
    expect(after.layers).toBe(3);
  });
});

describe('a folder of data', () => {
  const standard = `全国地方公共団体コード,名称,緯度,経度\n132012,a,35.6,139.3\n132012,b,35.7,139.4\n`;

  test('each file with places is a layer; the town is the one in the columns', async () => {
    const { folder, kind, municipality, layers, notes } = await adoptFrom(
      oldMap({
        'open/01-避難所.csv': standard,
        'open/b/01-避難所.csv': standard,
        '図形.geojson': GEOJSON,
        'memo.csv': 'a,b\n1,2\n',
        'README.md': 'データは CC BY 4.0 です。\n',
        'package.json': '{}',
      }),
    );
    expect([kind, municipality.code]).toEqual(['folder', '132012']);
    expect(layers.map(({ name, rows }) => [name, rows])).toEqual([
      ['01-避難所-2.csv', 2],
      ['01-避難所.csv', 2],
      ['図形.geojson', 3],
    ]);
    expect(notes.filter(({ about }) => about === 'licence').map(({ file }) => file)).toEqual([
      undefined,
      'README.md',
    ]);
    expect(existsSync(join(folder, 'adopted/memo.csv'))).toBe(true);
    expect((await builtMap(folder)).stops).toEqual([]);
  });

  test('a file that would stop the page is kept beside the data, and told', async () => {
    const csv = `${standard}132012,c,,\n132012,d,,\n`;
    const { folder, notes, decisions } = await adoptFrom(
      oldMap({ 'a.csv': csv, 'b.csv': standard, 'c.csv': `${standard}132012,c,,\n` }),
    );
    expect(
      notes.flatMap(({ about, file }) => (file === undefined ? [] : [`${about} ${file}`])),
    ).toEqual(['rows-without-place a.csv', 'rows-without-place data/c.csv']);
    expect(decisions).toBe(2);
    expect(read(folder, 'adopted/a.csv')).toBe(csv);
    const { stops, document } = await builtMap(folder);
    expect(stops).toEqual([]);
    expect(document.report).toMatchObject({ rows: 5, shown: 4 });
  });

  test('a folder without places is nothing to take over', async () => {
    await expect(adoptFrom(oldMap({ 'a.csv': 'a,b\n1,2\n' }))).rejects.toThrow(
      'yokoten/adopt-nothing-found',
    );
  });
});

describe('the command', () => {
  test('tells in both languages and as JSON, and writes once', async () => {
    const old = oldMap(SMALL);
    const folder = temporary();
    const releases = await realReleases(folder);
    const out = join(folder, 'new');
    const tried = await yokoten(
      'adopt',
      old,
      '--out',
      out,
      '--releases',
      releases,
      '--dry-run',
      '--lang',
      'en',
    );
    expect(tried).toMatchObject({
      code: 0,
      out: expect.stringContaining('nothing is written yet'),
    });
    expect(existsSync(out)).toBe(false);
    const done = await yokoten('adopt', old, '--out', out, '--releases', releases, '--json');
    expect(JSON.parse(done.out)).toMatchObject({
      status: 'adopted',
      folder: out,
      before: { rows: 1 },
    });
    const again = await yokoten('adopt', old, '--out', out, '--releases', releases);
    expect(again).toMatchObject({
      code: 2,
      err: expect.stringContaining('yokoten/adopt-place-taken'),
    });
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('an empty folder is taken, a file is not, and without --out it stands beside the old map', async () => {
    const old = oldMap(SMALL);
    const releases = await realReleases(temporary());
    const empty = join(temporary(), 'empty');
    mkdirSync(empty);
    expect((await yokoten('adopt', old, '--out', empty, '--releases', releases)).code).toBe(0);
    expect(existsSync(join(empty, 'yokoten.lock.json'))).toBe(true);
    const file = join(temporary(), 'file');
    writeFileSync(file, 'x');
    expect(
      (await yokoten('adopt', old, '--out', join(file, 'a'), '--releases', releases)).code,
    ).toBe(2);
    expect((await yokoten('adopt', old, '--releases', releases)).code).toBe(0);
    expect(readdirSync(dirname(old)).toSorted()).toEqual(['old-map', 'old-map-yokoten']);
  });

  test.each([[[]], [['a', 'b']]])('%j is not one map', async (args) => {
    expect(await yokoten('adopt', ...args)).toMatchObject({
      code: 2,
      err: expect.stringContaining('yokoten/missing-argument'),
    });
  });
});
