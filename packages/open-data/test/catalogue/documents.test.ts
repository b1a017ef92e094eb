import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import {
  createCatalogue,
  createFetcher,
  dcat,
  urlList,
  type Catalogue,
} from '../../src/catalogue/index.ts';
import { serve, type Served, type StandIn } from './stand-in/server.ts';

let served: Served | undefined;
afterEach(async () => {
  await served?.close();
});

const title = { ja: '見本', en: 'Sample' };
const fetcher = createFetcher({ allowPrivate: true, delay: 0, retries: 0 });

async function dcatOf(part: StandIn): Promise<Catalogue> {
  served = await serve(part);
  return createCatalogue({
    sources: [dcat({ id: 'd', title, url: `${served.url}/data.json` })],
    fetcher,
  });
}

const projectOpenData = {
  '@type': 'dcat:Catalog',
  dataset: [
    {
      '@type': 'dcat:Dataset',
      identifier: 'aed',
      title: 'AED設置箇所',
      publisher: { '@type': 'org:Organization', name: '福岡市' },
      license: 'https://creativecommons.org/licenses/by/4.0/',
      modified: '2026-01-02',
      keyword: [' 防災 '],
      distribution: [
        {
          '@type': 'dcat:Distribution',
          downloadURL: 'aed.csv',
          mediaType: 'text/csv',
          title: 'AED',
        },
        { accessURL: 'https://example.jp/aed', format: 'HTML' },
      ],
    },
  ],
};

const jsonLd = {
  '@context': { dct: 'http://purl.org/dc/terms/' },
  '@graph': [
    {
      '@id': 'https://example.jp/d/1',
      '@type': ['http://www.w3.org/ns/dcat#Dataset'],
      'http://purl.org/dc/terms/title': [
        { '@value': 'AEDs', '@language': 'en' },
        { '@value': 'AED設置箇所', '@language': 'ja' },
      ],
      'dct:publisher': { '@id': 'https://example.jp/p' },
      'dct:license': { '@id': 'https://creativecommons.org/licenses/by/4.0/' },
      'dcat:distribution': [{ '@id': 'https://example.jp/f' }],
    },
    { '@id': 'https://example.jp/p', 'foaf:name': '福岡市' },
    {
      '@id': 'https://example.jp/f',
      '@type': 'dcat:Distribution',
      'dcat:downloadURL': { '@id': 'https://example.jp/aed.csv' },
      'dct:format': 'CSV',
      'dct:license': 'CC0',
    },
  ],
};

describe('DCAT', () => {
  test('data.json', async () => {
    const catalogue = await dcatOf(() => ({ json: projectOpenData }));
    const { entries } = await catalogue.find({ municipality: '401307', dataset: 'aed' });
    expect(entries).toMatchObject([
      {
        id: 'aed',
        publisher: '福岡市',
        municipality: { code: '401307', from: 'publisher-name' },
        licence: { id: 'CC-BY-4.0' },
        updated: { iso: '2026-01-02' },
        tags: ['防災'],
        resources: [
          { url: `${served?.url}/aed.csv`, format: 'text/csv' },
          { url: 'https://example.jp/aed', format: 'HTML' },
        ],
      },
    ]);
  });

  test('JSON-LD as a graph, with references, languages and whole IRIs', async () => {
    const catalogue = await dcatOf(() => ({ json: jsonLd }));
    const { entries } = await catalogue.find({});
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      id: 'https://example.jp/d/1',
      title: 'AED設置箇所',
      publisher: '福岡市',
      licence: { id: 'CC-BY-4.0' },
      resources: [{ url: 'https://example.jp/aed.csv', format: 'CSV', licence: { id: 'CC0-1.0' } }],
    });
  });

  test('pages by Hydra, also in a circle', async () => {
    const catalogue = await dcatOf(({ url }) => {
      const page = Number(url.searchParams.get('page') ?? 1);
      return {
        json: {
          'dcat:dataset': [
            { '@type': 'dcat:Dataset', 'dct:identifier': `n${page}`, 'dct:title': `AED ${page}` },
          ],
          'hydra:view': { 'hydra:next': page < 3 ? `?page=${page + 1}` : '?page=1' },
        },
      };
    });
    const { entries } = await catalogue.find({ text: 'AED' });
    expect(entries.map(({ id }) => id)).toEqual(['n1', 'n2', 'n3']);
  });

  test('a document that nests without end is no harm', async () => {
    const deep = `${'{"dataset":['.repeat(5000)}${']}'.repeat(5000)}`;
    const catalogue = await dcatOf(() => ({ body: deep }));
    expect((await catalogue.find({})).sources[0]?.status).toBe('complete');
  });
});

const over = (content: string): Catalogue =>
  createCatalogue({
    sources: [urlList({ id: 'l', title, url: 'https://example.jp/list/', content })],
    fetcher,
  });

describe('lists of addresses', () => {
  test('one on each line, with a title or without', async () => {
    const { entries } = await over(
      '# note\nhttps://example.jp/131016_aed.csv AED 一覧\r\n\r\nhttps://example.jp/b.csv\n',
    ).find({});
    expect(entries.map(({ title: name, resources }) => [name, resources[0]?.url])).toEqual([
      ['AED 一覧', 'https://example.jp/131016_aed.csv'],
      ['b.csv', 'https://example.jp/b.csv'],
    ]);
    expect(entries[0]?.municipality).toEqual({ code: '131016', from: 'dataset-id' });
  });

  test("the standard's own list: files of a dataset together, licence and dates of each", async () => {
    const csv = [
      '全国地方公共団体コード,データセット_ID,地方公共団体名,データセット_タイトル,ファイル_タイトル,ファイル_ダウンロードURL,ファイル_形式,ファイル_ライセンス,ファイル_最終更新日',
      '401307,1,福岡市,AED設置箇所一覧,AED,aed.csv,CSV,CC BY 4.0,2026/1/2',
      '401307,1,福岡市,AED設置箇所一覧,AED（Excel）,aed.xlsx,XLSX,CC BY 4.0,令和8年1月2日',
      '401307,2,福岡市,公衆トイレ一覧,トイレ,https://example.jp/t.csv,CSV,,',
    ].join('\r\n');
    const { entries } = await over(csv).find({ municipality: '福岡市' });
    expect(entries).toMatchObject([
      {
        id: '401307/1',
        title: 'AED設置箇所一覧',
        municipality: { code: '401307', from: 'column' },
        licence: { id: 'CC-BY-4.0' },
        resources: [
          { url: 'https://example.jp/list/aed.csv', title: 'AED', updated: { iso: '2026-01-02' } },
          { url: 'https://example.jp/list/aed.xlsx', updated: { iso: '2026-01-02' } },
        ],
      },
      { id: '401307/2', licence: { id: 'unstated' } },
    ]);
  });

  test('in CP932 too', async () => {
    // 名称,URL / 公園 in CP932
    const bytes = Uint8Array.from([
      0x96,
      0xbc,
      0x8f,
      0xcc,
      0x2c,
      0x55,
      0x52,
      0x4c,
      0x0a,
      0x8c,
      0xf6,
      0x89,
      0x80,
      0x2c,
      ...new TextEncoder().encode('https://example.jp/park.csv\n'),
    ]);
    served = await serve(() => ({ body: bytes }));
    const source = urlList({ id: 'l', title, url: `${served.url}/list.csv` });
    const { entries } = await createCatalogue({ sources: [source], fetcher }).find({
      text: '公園',
    });
    expect(entries.map(({ title: name }) => name)).toEqual(['公園']);
  });

  test('JSON: texts, objects, a list in an object', async () => {
    for (const json of [
      '["https://example.jp/a.csv"]',
      '[{"URL":"https://example.jp/a.csv","title":"A"}]',
      '{"files":[{"download_url":"https://example.jp/a.csv"}]}',
    ])
      expect((await over(json).find({})).entries[0]?.resources[0]?.url).toBe(
        'https://example.jp/a.csv',
      );
  });

  test('a table without addresses is refused with its columns', async () => {
    const { sources } = await over('名称,住所\nA,B\n').find({});
    expect(sources[0]?.error).toMatchObject({
      code: 'open-data/no-url-column',
      facts: { value: '名称, 住所' },
    });
  });

  test('so is what is no table at all, and the other catalogues are searched', async () => {
    const archive = urlList({
      id: 'zip',
      title,
      url: 'https://example.jp/',
      content: 'PK\u0003\u0004',
    });
    const list = urlList({
      id: 'l',
      title,
      url: 'https://example.jp/',
      content: 'https://example.jp/a.csv',
    });
    const { entries, sources } = await createCatalogue({ sources: [archive, list], fetcher }).find(
      {},
    );
    expect(sources.map(({ error }) => error?.code)).toEqual(['open-data/no-url-column', undefined]);
    expect(entries).toHaveLength(1);
  });

  test('an entry of nobody in particular fits by its words, and says so', async () => {
    const csv =
      '名称,URL\n三重県津市の公園,https://example.jp/a.csv\n大津市の公園,https://example.jp/b.csv\n';
    const { entries } = await over(csv).find({ municipality: '242012', text: '公園' });
    expect(entries.map(({ title: name, quirks }) => [name, quirks.at(-1)])).toEqual([
      [
        '三重県津市の公園',
        { code: 'open-data/municipality-unconfirmed', facts: { value: '津市' } },
      ],
    ]);
  });

  const real = fileURLToPath(
    new URL('../../../../../shared/data/catalog/dim.json', import.meta.url),
  );
  if (!existsSync(real)) console.log('real lists: none at ../shared/data, nothing to check');
  test.skipIf(!existsSync(real))('a real list of files of another tool', async () => {
    const { entries } = await over(readFileSync(real, 'utf8')).find({ text: '避難' });
    expect(entries.length).toBeGreaterThan(0);
    for (const { resources } of entries) expect(resources[0]?.url).toMatch(/^https?:/);
  });
});
