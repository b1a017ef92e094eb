import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { municipalities } from '@yokoten/standard/municipalities';
import { ckan, createCatalogue, createFetcher, type Catalogue } from '../../src/catalogue/index.ts';

/**
 * The same contract as `ckan.test.ts`, against a real CKAN (2.9 or later): its address in YOKOTEN_CKAN_URL, a token of
 * one of its administrators in YOKOTEN_CKAN_TOKEN. What the suite puts there it takes away again.
 */
const url = process.env['YOKOTEN_CKAN_URL'];
const token = process.env['YOKOTEN_CKAN_TOKEN'];
const skipped = url === undefined || token === undefined;
if (skipped)
  console.log(
    'SKIPPED: a real CKAN. Set YOKOTEN_CKAN_URL and YOKOTEN_CKAN_TOKEN to one to test against it.',
  );

const fetcher = createFetcher({ allowPrivate: true, delay: 0, retries: 1 });
const towns = municipalities()
  .filter(({ kind }) => kind === 'town')
  .slice(0, 30);
const mark = `yokoten-${Date.now().toString(36)}`;

async function act(action: string, body: object): Promise<unknown> {
  const answer = await fetch(`${url}/api/3/action/${action}`, {
    method: 'POST',
    headers: { authorization: token ?? '', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const { success, result, error } = (await answer.json()) as Record<string, unknown>;
  if (success !== true) throw new Error(`${action}: ${answer.status} ${JSON.stringify(error)}`);
  return result;
}

const organizationOf = (index: number): string => `${mark}-${towns[index]?.code}`;

describe.skipIf(skipped)('a real CKAN', () => {
  let catalogue: Catalogue;

  beforeAll(async () => {
    catalogue = createCatalogue({
      sources: [ckan({ id: 'real', title: { ja: '実物' }, url: url ?? '' })],
      fetcher,
    });
    for (const [index, { prefecture, name }] of towns.entries())
      await act('organization_create', { name: organizationOf(index), title: prefecture + name });
    for (let index = 0; index < 60; index++) {
      await act('package_create', {
        name: `${mark}-${String(index).padStart(3, '0')}`,
        title: index < 55 ? `${mark} 公衆トイレ一覧` : `${mark} 人口`,
        notes: '公衆トイレの数を含みます',
        owner_org: organizationOf(index % 30),
        license_id: index === 0 ? null : 'cc-by',
        resources: [{ url: 'https://example.jp/toilet.csv', format: 'CSV', name: 'トイレ' }],
      });
    }
  }, 300_000);

  afterAll(async () => {
    for (let index = 0; index < 60; index++)
      await act('dataset_purge', { id: `${mark}-${String(index).padStart(3, '0')}` });
    for (const index of towns.keys())
      await act('organization_purge', { id: organizationOf(index) });
  }, 300_000);

  test('words inside a Japanese title are found, and descriptions are not', async () => {
    const { entries, sources } = await catalogue.find({ dataset: 'public-toilet' });
    const own = entries.filter(({ id }) => id.startsWith(mark));
    expect(sources[0]).toMatchObject({ status: 'complete' });
    expect(own).toHaveLength(55);
    expect(own[0]?.licence.id).toBe('unstated');
    expect(own[1]?.licence.id).toMatch(/CC-BY/);
    expect(own[1]?.resources[0]).toMatchObject({
      url: 'https://example.jp/toilet.csv',
      format: 'CSV',
    });
  });

  test('the publisher beyond the 25th is found', async () => {
    const wanted = towns[29];
    const { entries } = await catalogue.find({
      municipality: wanted?.code ?? '',
      dataset: 'public-toilet',
    });
    expect(entries.length).toBeGreaterThan(0);
    for (const { municipality } of entries) expect(municipality?.code).toBe(wanted?.code);
  });

  test('one entry by its id; without one a refusal with its reason', async () => {
    expect(await catalogue.entry('real', `${mark}-001`)).toMatchObject({ id: `${mark}-001` });
    await expect(catalogue.entry('real', '')).rejects.toMatchObject({
      code: 'open-data/catalogue-error',
      facts: { value: expect.stringContaining('Missing value') as string },
    });
  });
});
