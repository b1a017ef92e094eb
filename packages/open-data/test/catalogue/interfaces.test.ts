import { afterEach, describe, expect, test } from 'vitest';
import {
  bodikWapi,
  createCatalogue,
  createFetcher,
  opendatasoft,
  tokyoApi,
  type CatalogueSource,
} from '../../src/catalogue/index.ts';
import { bodikWapiStandIn } from './stand-in/bodik-wapi.ts';
import { opendatasoftStandIn } from './stand-in/opendatasoft.ts';
import { serve, type Served, type StandIn } from './stand-in/server.ts';
import { tokyoApiStandIn } from './stand-in/tokyo-api.ts';

let served: Served | undefined;
afterEach(async () => {
  await served?.close();
});

async function over(part: StandIn, make: (url: string) => CatalogueSource) {
  served = await serve(part);
  const fetcher = createFetcher({ allowPrivate: true, delay: 0, retries: 0 });
  return createCatalogue({ sources: [make(served.url)], fetcher });
}

async function all<T>(pages: AsyncIterable<{ readonly rows: readonly T[] }>): Promise<T[]> {
  const rows: T[] = [];
  for await (const page of pages) rows.push(...page.rows);
  return rows;
}

const title = { ja: '見本', en: 'Sample' };
const wapi = (url: string): CatalogueSource => bodikWapi({ id: 'wapi', title, url });
const tokyo = (url: string): CatalogueSource =>
  tokyoApi({ id: 'od', title, spec: url, service: url });
const ods = (url: string): CatalogueSource => opendatasoft({ id: 'ods', title, url });

describe('BODIK WAPI', () => {
  const rows = Array.from({ length: 40 }, (_, at) => ({ name: `AED ${at}`, lat: 33, lon: 130 }));
  const part = bodikWapiStandIn(
    [
      { apiname: 'aed', description: 'AED設置箇所一覧', rows: { '401307': rows, '402036': [] } },
      { apiname: 'park_x', description: '公園の一覧', rows: { '401307': rows.slice(0, 1) } },
    ],
    { '401307': '福岡市', '402036': '久留米市' },
  );

  test('an entry for every municipality with data, and its rows', async () => {
    const catalogue = await over(part, wapi);
    const { entries } = await catalogue.find({ municipality: '401307', dataset: 'aed' });
    expect(entries).toHaveLength(1);
    const [entry] = entries;
    expect(entry).toMatchObject({
      id: 'aed/401307',
      title: 'AED設置箇所一覧',
      publisher: '福岡市',
      municipality: { code: '401307', from: 'publisher-id' },
    });
    const [resource] = entry?.resources ?? [];
    if (entry === undefined || resource === undefined) throw new Error('nothing was found');
    expect(await all(catalogue.rows(entry, resource))).toEqual(rows);
    expect((await catalogue.find({ dataset: 'aed' })).entries).toHaveLength(2);
  });

  test('an interface is also found by its description; none is no error', async () => {
    const catalogue = await over(part, wapi);
    expect((await catalogue.find({ dataset: '公園' })).entries.map(({ id }) => id)).toEqual([
      'park_x/401307',
    ]);
    expect((await catalogue.find({ dataset: 'hospital' })).sources[0]).toMatchObject({
      status: 'complete',
      found: 0,
    });
  });

  test('without a dataset there is nothing to ask', async () => {
    const catalogue = await over(part, wapi);
    const { sources } = await catalogue.find({ municipality: '401307' });
    expect(sources[0]?.error?.code).toBe('open-data/dataset-needed');
  });

  test('fewer rows than there are is never passed off as all', async () => {
    const many = Array.from({ length: 10_001 }, (_, at) => ({ name: String(at) }));
    const big = bodikWapiStandIn(
      [{ apiname: 'aed', description: '', rows: { '401307': many } }],
      {},
    );
    const catalogue = await over(big, wapi);
    const { entries } = await catalogue.find({ dataset: 'aed' });
    const [entry] = entries;
    const [resource] = entry?.resources ?? [];
    if (entry === undefined || resource === undefined) throw new Error('nothing was found');
    await expect(all(catalogue.rows(entry, resource))).rejects.toMatchObject({
      code: 'open-data/catalogue-error',
      facts: { value: '10000 / 10001' },
    });
  });
});

describe('Tokyo OD API', () => {
  const hash = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';
  const interfaces = Array.from({ length: 45 }, (_, at) => ({
    id: `t131016d${String(at).padStart(10, '0')}-${hash}-0`,
    title: `公衆トイレ & 便所 ${at}`,
    rows: Array.from({ length: at === 0 ? 2500 : 1 }, (_row, number) => ({
      名称: `便所${number}`,
    })),
  }));

  test('search pages are read to the end, ids once, links to elsewhere not at all', async () => {
    const catalogue = await over(tokyoApiStandIn(interfaces), tokyo);
    const { entries } = await catalogue.find({ text: '公衆トイレ' });
    expect(entries.map(({ id }) => id)).toEqual(interfaces.map(({ id }) => id));
    expect(entries[1]).toMatchObject({
      title: '公衆トイレ & 便所 1',
      municipality: { code: '131016', from: 'dataset-id' },
      page: `${served?.url}/spec/${interfaces[1]?.id}`,
    });
    expect(entries[1]?.quirks.map(({ code }) => code)).toContain('open-data/changing-id');
  });

  test('rows come by POST, limit and offset never in the body, without the row number', async () => {
    const catalogue = await over(tokyoApiStandIn(interfaces), tokyo);
    const { entries } = await catalogue.find({ text: '公衆トイレ' });
    const [entry] = entries;
    const [resource] = entry?.resources ?? [];
    if (entry === undefined || resource === undefined) throw new Error('nothing was found');
    expect(await all(catalogue.rows(entry, resource))).toEqual(interfaces[0]?.rows);
    const posts = served?.requests.filter(({ method }) => method === 'POST') ?? [];
    expect(posts.map(({ url, body }) => [url.search, body])).toEqual([
      ['?limit=1000&offset=0', '{}'],
      ['?limit=1000&offset=1000', '{}'],
      ['?limit=1000&offset=2000', '{}'],
    ]);
  });

  test('a page that was written to hurt holds nothing up', async () => {
    const html = '<a href="'.repeat(100_000) + '<a href="/spec/x"'.repeat(50_000);
    const catalogue = await over(() => ({ body: html }), tokyo);
    expect((await catalogue.find({ text: 'x' })).entries).toEqual([]);
  });
});

describe('Opendatasoft', () => {
  test('pages of 100, files in three formats, CSV with commas', async () => {
    const datasets = Array.from({ length: 130 }, (_, at) => ({
      dataset_id: `aed-${at}`,
      title: `AED ${at}`,
      metas: {
        publisher: '見本',
        license: 'CC BY 4.0',
        modified: '2026-01-02T03:04:05+00:00',
        keyword: ['a'],
      },
    }));
    const catalogue = await over(opendatasoftStandIn(datasets), ods);
    const { entries } = await catalogue.find({ text: 'AED' });
    expect(entries).toHaveLength(130);
    expect(entries[0]).toMatchObject({
      licence: { id: 'CC-BY-4.0' },
      updated: { iso: '2026-01-02T03:04:05+00:00' },
      tags: ['a'],
    });
    expect(entries[0]?.resources.map(({ url }) => url.replace(served?.url ?? '', ''))).toEqual([
      '/api/explore/v2.1/catalog/datasets/aed-0/exports/csv?delimiter=%2C&with_bom=true',
      '/api/explore/v2.1/catalog/datasets/aed-0/exports/geojson',
      '/api/explore/v2.1/catalog/datasets/aed-0/exports/json',
    ]);
  });

  test('the end of its window is said, not hidden', async () => {
    const datasets = Array.from({ length: 10_000 }, (_, at) => ({
      dataset_id: String(at),
      title: 'AED',
    }));
    const catalogue = await over(opendatasoftStandIn(datasets, 12_000), ods);
    const { sources } = await catalogue.find({ text: 'AED' }, { limit: 100_000 });
    expect(sources[0]).toMatchObject({
      status: 'failed',
      error: { code: 'open-data/catalogue-error' },
    });
  });
});
