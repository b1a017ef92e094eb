import { afterEach, describe, expect, test } from 'vitest';
import { municipalities } from '@yokoten/standard/municipalities';
import { CatalogueError, createCatalogue, createFetcher, ckan } from '../../src/catalogue/index.ts';
import type { CkanOptions } from '../../src/catalogue/sources/ckan.ts';
import { ckanStandIn, type CkanWays, type StandInPackage } from './stand-in/ckan.ts';
import { serve, type Served } from './stand-in/server.ts';

let served: Served | undefined;
afterEach(async () => {
  await served?.close();
  served = undefined;
});

const towns = municipalities().filter(({ kind }) => kind === 'town');
const publishers = towns.slice(0, 60).map(({ code, name, prefecture }) => ({
  code,
  name: `org-${code}`,
  title: prefecture + name,
}));

function published(title: string, at: number, more: Partial<StandInPackage> = {}): StandInPackage {
  const { name, title: publisher } = publishers[at % publishers.length] ?? { name: '', title: '' };
  return {
    name: `set-${String(at).padStart(4, '0')}`,
    title,
    organization: { name, title: publisher },
    license_id: 'cc-by',
    license_url: 'https://creativecommons.org/licenses/by/4.0/deed.ja',
    resources: [{ url: `https://example.jp/${at}.csv`, format: 'CSV', name: `${title}.csv` }],
    ...more,
  };
}

async function portal(ways: Partial<CkanWays>, options: Partial<CkanOptions> = {}) {
  const prefix = ways.prefix ?? '';
  served = await serve(ckanStandIn({ packages: [], organizations: publishers, ...ways, prefix }));
  const source = ckan({
    id: 'portal',
    title: { ja: '見本', en: 'Sample' },
    url: served.url + prefix,
    ...options,
  });
  const fetcher = createFetcher({ allowPrivate: true, delay: 0, retries: 0 });
  return { source, fetcher, catalogue: createCatalogue({ sources: [source], fetcher }) };
}

const asked = (action: string): number =>
  served?.requests.filter(({ url }) => url.pathname.endsWith(`/${action}`)).length ?? 0;

const searches = (): string[] =>
  (served?.requests ?? [])
    .filter(({ url }) => url.pathname.endsWith('/package_search') && url.searchParams.has('q'))
    .map(({ url }) => url.searchParams.get('q') ?? '');

describe('where the API is', () => {
  test.each(['', '/data', '/ckan'])(
    'is found under "%s" beside pages with status 200',
    async (prefix) => {
      const { catalogue } = await portal(
        { prefix, packages: [published('公衆トイレ一覧', 1)] },
        {},
      );
      const { entries, sources } = await catalogue.find({ dataset: 'public-toilet' });
      expect(sources[0]).toMatchObject({ status: 'complete' });
      expect(entries.map(({ id }) => id)).toEqual(['set-0001']);
      expect(entries[0]?.page).toBe(`${served?.url}${prefix}/dataset/set-0001`);
    },
  );

  test('is found from the root and from any page of the portal', async () => {
    for (const path of ['', '/data/dataset/abc']) {
      const { catalogue } = await portal({ prefix: '/data', packages: [published('AED', 1)] });
      const other = createCatalogue({
        sources: [ckan({ id: 'p', title: { ja: '見本' }, url: (served?.url ?? '') + path })],
        fetcher: createFetcher({ allowPrivate: true, delay: 0 }),
      });
      expect((await other.find({ text: 'AED' })).entries).toHaveLength(1);
      expect((await catalogue.find({ text: 'AED' })).entries).toHaveLength(1);
      await served?.close();
    }
  });

  test('a site without CKAN says where was looked', async () => {
    const { catalogue } = await portal({ prefix: '/elsewhere' }, { url: '' });
    const other = ckan({ id: 'p', title: { ja: '見本' }, url: served?.url ?? '' });
    const { sources } = await createCatalogue({
      sources: [other],
      fetcher: createFetcher({ allowPrivate: true, delay: 0 }),
    }).find({});
    expect(sources[0]).toMatchObject({ status: 'failed', error: { code: 'open-data/no-ckan' } });
    expect(sources[0]?.error?.facts.expected).toContain('/ckan/api/3/action');
    expect((await catalogue.find({})).sources[0]?.status).toBe('failed');
  });
});

describe('searching', () => {
  test('asks alternatives one after the other, in titles, without OR', async () => {
    const { catalogue } = await portal({
      packages: [
        published('医療機関一覧', 1),
        published('市立病院の一覧', 2),
        published('人口', 3, { notes: '病院、医療機関の数を含みます' }),
      ],
    });
    const { entries } = await catalogue.find({ dataset: 'hospital' });
    expect(entries.map(({ id }) => id)).toEqual(['set-0001', 'set-0002']);
    expect(searches()).toEqual(['title:"医療機関"', 'title:"病院"']);
  });

  test('a portal whose titles are not split is asked by parts of them, and remembered', async () => {
    const packages = Array.from({ length: 30 }, (_, at) =>
      published('公衆無線LANアクセスポイント一覧', at),
    );
    const { catalogue } = await portal({ packages, stock: true, mostRows: 10 });
    const { entries } = await catalogue.find({ text: '公衆無線LANアクセスポイント' });
    expect(entries).toHaveLength(30);
    const part = 'title_ngram:"公衆無線LANアクセ"';
    expect(searches()).toEqual(['title:"公衆無線LANアクセスポイント"', part, part, part]);
  });

  test('an entry that several alternatives find comes once', async () => {
    const { catalogue } = await portal({ packages: [published('医療機関（病院、診療所）', 1)] });
    expect((await catalogue.find({ dataset: 'hospital' })).entries).toHaveLength(1);
    expect(searches()).toHaveLength(2);
  });

  test.each([7, 25, 1000])('pages to the end where a search gives %i at most', async (mostRows) => {
    const packages = Array.from({ length: 230 }, (_, at) => published(`公衆トイレ ${at}`, at));
    const { catalogue } = await portal({ packages, mostRows });
    const { entries, sources } = await catalogue.find({ text: '公衆トイレ' });
    expect(new Set(entries.map(({ id }) => id)).size).toBe(230);
    expect(entries).toHaveLength(230);
    expect(sources[0]).toMatchObject({ status: 'complete', seen: 230 });
  });

  test('a stored cursor goes on where the search stopped', async () => {
    const packages = Array.from({ length: 60 }, (_, at) => published(`AED ${at}`, at));
    const { catalogue } = await portal({ packages, mostRows: 20 });
    const first = await catalogue.find({ text: 'AED' }, { limit: 20 });
    expect(first.entries).toHaveLength(20);
    const stored: unknown = JSON.parse(JSON.stringify(first.cursor));
    const rest = await catalogue.find({ text: 'AED' }, { cursor: String(stored) });
    expect(rest.cursor).toBeUndefined();
    expect([...first.entries, ...rest.entries].map(({ id }) => id)).toEqual(
      packages.map(({ name }) => name),
    );
    await expect(
      catalogue.find({ text: 'other' }, { cursor: String(stored) }),
    ).rejects.toMatchObject({ code: 'open-data/bad-cursor' });
  });

  test('quotes and backslashes in words stay words', async () => {
    const { catalogue } = await portal({ packages: [published('AED', 1)] });
    await catalogue.find({ text: String.raw`A"\ED` });
    expect(searches()[0]).toBe(String.raw`title:"A\"\\ED"`);
  });
});

describe('municipalities', () => {
  test.each([0, 24, 25, 59])(
    'the publisher at %i of 60 is found through lists of 25',
    async (at) => {
      const packages = publishers.map((_, index) => published('AED設置箇所', index));
      const { catalogue } = await portal({ packages });
      const wanted = publishers[at];
      const { entries } = await catalogue.find({
        municipality: wanted?.code ?? '',
        dataset: 'aed',
      });
      expect(entries).toHaveLength(1);
      expect(entries[0]?.municipality).toEqual({ code: wanted?.code, from: 'publisher-name' });
      expect(entries[0]?.publisher).toBe(wanted?.title);
    },
  );

  test('a portal that suggests organizations is not asked for all of them', async () => {
    const packages = publishers.map((_, index) => published('AED設置箇所', index));
    const { catalogue } = await portal({ packages, suggests: true });
    const find = async (municipality: string) =>
      await catalogue.find({ municipality, text: 'AED' });
    expect((await find(publishers[40]?.code ?? '')).entries).toHaveLength(1);
    expect((await find('132012')).entries).toEqual([]);
    expect(asked('organization_list')).toBe(0);
  });

  test('as many suggestions as were asked for may lack the right one', async () => {
    const wanted = publishers[30];
    const crowd = Array.from({ length: 25 }, (_, at) => ({
      name: `x${at}`,
      title: `${wanted?.title}会${at}`,
    }));
    const { catalogue } = await portal({
      packages: [published('AED', 30)],
      organizations: [...crowd, ...publishers],
      suggests: true,
    });
    const { entries } = await catalogue.find({ municipality: wanted?.code ?? '', text: 'AED' });
    expect(entries).toHaveLength(1);
    expect(asked('organization_list')).toBeGreaterThan(1);
  });

  test('of two that share a name, the one of the right prefecture is taken, and a bare name is said to be unsure', async () => {
    const both = [
      { name: 'b', title: '府中市' },
      { name: 'a', title: '東京都府中市' },
    ];
    const { catalogue } = await portal({
      packages: both.map((one, at) => published('AED', at, { organization: one })),
      organizations: both,
    });
    const find = async (municipality: string) =>
      (await catalogue.find({ municipality, text: 'AED' })).entries;
    expect((await find('132063')).map(({ publisher }) => publisher)).toEqual(['東京都府中市']);
    const [unsure] = await find('342084');
    expect(unsure?.publisher).toBe('府中市');
    expect(unsure?.quirks.map(({ code }) => code)).toContain('open-data/municipality-unconfirmed');
  });

  test('a portal that knows no offset is not asked for ever', async () => {
    const { catalogue } = await portal({ packages: [published('AED', 50)], noOffset: true });
    const { entries } = await catalogue.find({
      municipality: publishers[50]?.code ?? '',
      text: 'AED',
    });
    expect(entries).toHaveLength(1);
    const lists = served?.requests.filter(({ url }) => url.pathname.endsWith('organization_list'));
    expect(lists?.length).toBeLessThanOrEqual(2);
  });

  test('a known pattern of names asks for no list', async () => {
    const { code, title } = publishers[3] ?? { code: '', title: '' };
    const packages = [published('AED', 1, { organization: { name: `t${code}`, title } })];
    const { catalogue } = await portal({ packages }, { organization: 't{code}' });
    const { entries } = await catalogue.find({ municipality: code, text: 'AED' });
    expect(entries[0]?.municipality).toEqual({ code, from: 'publisher-id' });
    expect(served?.requests.some(({ url }) => url.pathname.endsWith('organization_list'))).toBe(
      false,
    );
  });

  test('a catalogue of one prefecture is not asked about another', async () => {
    const packages = [published('AED', 1)];
    const { catalogue } = await portal({ packages }, { prefecture: '47' });
    const { sources } = await catalogue.find({
      municipality: publishers[1]?.code ?? '',
      text: 'AED',
    });
    expect(sources).toEqual([{ source: 'portal', status: 'complete', seen: 0, found: 0 }]);
    expect(served?.requests).toEqual([]);
    expect((await catalogue.find({ text: 'AED' })).entries).toHaveLength(1);
  });

  test('a code and a name that contradict each other are both left', async () => {
    const [one, other] = publishers;
    const organization = { name: one?.code ?? '', title: other?.title ?? '' };
    const { catalogue } = await portal({ packages: [published('AED', 1, { organization })] });
    const { entries } = await catalogue.find({ text: 'AED' });
    expect(entries[0]?.municipality).toBeUndefined();
    expect(entries[0]?.quirks).toContainEqual({
      code: 'open-data/municipality-contradiction',
      facts: { value: one?.code, expected: other?.code },
    });
  });

  test('a name that nobody or several have is refused before anything is asked', async () => {
    const { catalogue } = await portal({});
    await expect(catalogue.find({ municipality: '府中市' })).rejects.toMatchObject({
      code: 'open-data/ambiguous-municipality',
    });
    await expect(catalogue.find({ municipality: 'ぬめぬめ市' })).rejects.toMatchObject({
      code: 'open-data/unknown-municipality',
    });
    expect(served?.requests).toEqual([]);
  });
});

describe('entries', () => {
  test('say what is odd about them', async () => {
    const url = 'https://example.jp/list.csv';
    const { catalogue } = await portal({
      packages: [
        published('駐輪場', 1, {
          license_id: null,
          license_title: null,
          license_url: null,
          tags: [{ display_name: ' 交通' }, { name: '駐輪場 ' }, {}],
          metadata_modified: '2024-02-30',
          extras: [{ key: '更新頻度', value: ' 年１回 ' }],
          resources: [
            { url, format: 'CSV', size: 2048 },
            { url, format: 'CSV' },
            { url: 'https://example.jp/list.xlsx', format: 'csv' },
            { url: 'javascript:alert(1)', format: 'CSV' },
            { url: null },
          ],
        }),
      ],
    });
    const { entries } = await catalogue.find({ text: '駐輪場' });
    expect(entries[0]).toMatchObject({
      tags: ['交通', '駐輪場'],
      frequency: '年１回',
      licence: { id: 'unstated', written: null },
      updated: { written: '2024-02-30' },
    });
    expect(entries[0]?.resources).toHaveLength(3);
    expect(entries[0]?.resources[0]).toEqual({ url, format: 'CSV', statedSize: 2048 });
    expect(entries[0]?.quirks.map(({ code, facts }) => [code, facts.value])).toEqual([
      ['open-data/licence-unstated', undefined],
      ['open-data/date-unreadable', '2024-02-30'],
      ['open-data/bad-resource-url', 'javascript:alert(1)'],
      ['open-data/bad-resource-url', ''],
      ['open-data/shared-url', url],
      ['open-data/format-mismatch', 'csv'],
    ]);
  });

  test('a file that other entries list too is said to be', async () => {
    const resources = [{ url: 'https://example.jp/all.csv', format: 'CSV' }];
    const { catalogue } = await portal({
      packages: [published('AED 1', 1, { resources }), published('AED 2', 2, { resources })],
    });
    const { entries } = await catalogue.find({ text: 'AED' });
    for (const { quirks } of entries)
      expect(quirks).toContainEqual({
        code: 'open-data/shared-url',
        facts: { value: 'https://example.jp/all.csv', count: 2 },
      });
  });

  test('only PDF is "published, but no table"; of a format only its files are kept', async () => {
    const resources = [{ url: 'https://example.jp/a.pdf', format: 'PDF' }];
    const both = [...resources, { url: 'https://example.jp/a.csv', format: 'text/csv' }];
    const { catalogue } = await portal({
      packages: [published('AED 1', 1, { resources }), published('AED 2', 2, { resources: both })],
    });
    const all = await catalogue.find({ text: 'AED' });
    expect(all.entries[0]?.quirks).toContainEqual({
      code: 'open-data/no-table',
      facts: { value: 'PDF' },
    });
    const csv = await catalogue.find({ text: 'AED', format: 'CSV' });
    expect(csv.entries.map(({ id, resources: some }) => [id, some.length])).toEqual([
      ['set-0002', 1],
    ]);
  });

  test('keys of data are data', async () => {
    const packages = JSON.parse(
      '[{"name":"__proto__","title":"AED","organization":null,"__proto__":{"x":1},"resources":{"length":3}}]',
    ) as StandInPackage[];
    const { catalogue } = await portal({ packages });
    const { entries } = await catalogue.find({ text: 'AED' });
    expect(entries).toMatchObject([{ id: '__proto__', resources: [] }]);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
});

describe('refusals', () => {
  test('409 says what the catalogue said', async () => {
    const { source, fetcher } = await portal({});
    const refused = source.entry?.('', { fetcher });
    await expect(refused).rejects.toBeInstanceOf(CatalogueError);
    await expect(refused).rejects.toMatchObject({
      code: 'open-data/catalogue-error',
      facts: { value: 'name_or_id: Missing value, __type: Validation Error' },
    });
  });

  test('one entry by its id', async () => {
    const { catalogue } = await portal({ packages: [published('AED', 1)] });
    expect(await catalogue.entry('portal', 'set-0001')).toMatchObject({ title: 'AED' });
    await expect(catalogue.entry('portal', 'none')).rejects.toMatchObject({
      code: 'open-data/http-error',
      facts: { value: '404' },
    });
  });

  test('a silent catalogue does not end the search of the others, and can be asked again', async () => {
    const { source, fetcher } = await portal({ packages: [published('AED', 1)] });
    const dead = ckan({
      id: 'dead',
      title: { ja: '見本' },
      url: 'http://127.0.0.1:1',
      api: 'http://127.0.0.1:1',
    });
    const catalogue = createCatalogue({ sources: [dead, source], fetcher });
    const { entries, sources } = await catalogue.find({ text: 'AED' });
    expect(entries).toHaveLength(1);
    expect(sources).toMatchObject([
      { source: 'dead', status: 'failed', error: { code: 'open-data/unreachable' } },
      { source: 'portal', status: 'complete' },
    ]);
    const again = await catalogue.find({ text: 'AED' }, { cursor: sources[0]?.retry ?? '' });
    expect(again.sources[0]?.status).toBe('failed');
  });
});
