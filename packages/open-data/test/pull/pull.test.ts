import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  pull,
  pullLocked,
  requestOf,
  type PullProgress,
  type PullResult,
} from '../../src/pull/index.ts';
import { bodikWapiStandIn } from '../catalogue/stand-in/bodik-wapi.ts';
import { filesStandIn, type FileWays } from '../catalogue/stand-in/files.ts';
import { serve, type Served, type StandIn } from '../catalogue/stand-in/server.ts';
import { tokyoApiStandIn } from '../catalogue/stand-in/tokyo-api.ts';
import { emptyProject, type Project } from './project.ts';

const LOCK = 'yokoten.data.lock.json';
const csv = '名称,緯度,経度\r\n公園,35.1,139.1\r\n';
let served: Served | undefined;
let project: Project;

beforeEach(() => {
  project = emptyProject();
});
afterEach(async () => {
  await served?.close();
  served = undefined;
  project.remove();
});

async function host(...parts: StandIn[]): Promise<string> {
  await served?.close();
  served = await serve(...parts);
  return served.url;
}

const one = async (ways: FileWays): Promise<string> =>
  await host(filesStandIn({ '/aed.csv': ways }));
const codes = ({ files }: PullResult): unknown[] =>
  files.map(({ error, status }) => error?.code ?? status);
const ranges = (): (string | undefined)[] =>
  served?.requests.map(({ headers }) => headers.range) ?? [];
const requests = (): number => served?.requests.length ?? 0;

describe('pulling', () => {
  test('saves the file and writes what it is into the lock', async () => {
    const url = `${await one({ content: csv, lastModified: 'Thu, 07 Sep 2023 12:00:16 GMT' })}/aed.csv`;
    const progress: PullProgress[] = [];
    const result = await pull([{ url, licence: 'CC-BY-4.0', credit: '見本市' }], {
      ...project.options,
      onProgress: (step) => progress.push(step),
    });
    expect(result.ok).toBe(true);
    expect(codes(result)).toEqual(['downloaded']);
    expect(project.read('data/aed.csv')).toBe(csv);
    expect(project.files()).toEqual(['data/aed.csv', LOCK]);
    expect(JSON.parse(project.read(LOCK))).toEqual({
      lockfileVersion: 1,
      files: [
        {
          file: 'data/aed.csv',
          url,
          sha256: createHash('sha256').update(csv).digest('hex'),
          bytes: Buffer.byteLength(csv),
          licence: 'CC-BY-4.0',
          credit: '見本市',
          retrievedAt: '2026-11-22T12:04:05+09:00',
          etag: expect.stringMatching(/^"/) as string,
          lastModified: 'Thu, 07 Sep 2023 12:00:16 GMT',
        },
      ],
    });
    expect(progress).toEqual([
      { file: 'data/aed.csv', index: 1, count: 1 },
      { file: 'data/aed.csv', index: 1, count: 1, status: 'downloaded' },
    ]);
  });

  test('again asks nobody and leaves every byte of the lock', async () => {
    const url = `${await one({ content: csv })}/aed.csv`;
    await pull([{ url }], project.options);
    const before = project.read(LOCK);
    const asked = requests();
    expect(codes(await pullLocked({ ...project.options, now: () => new Date(0) }))).toEqual([
      'kept',
    ]);
    expect(codes(await pull([{ url }], project.options))).toEqual(['kept']);
    expect(requests()).toBe(asked);
    expect(project.read(LOCK)).toBe(before);
  });

  test('what is newly known about a file that is here is taken over without a request', async () => {
    const url = `${await one({ content: csv })}/aed.csv`;
    await pull([{ url }], project.options);
    const asked = requests();
    const { lock } = await pull([{ url, licence: 'CC-BY-4.0' }], project.options);
    expect(lock.files[0]).toMatchObject({ licence: 'CC-BY-4.0', credit: null });
    expect(project.read(LOCK)).toContain('CC-BY-4.0');
    expect(requests()).toBe(asked);
  });

  test('a file that went missing comes back, and the lock stays as it was', async () => {
    const url = `${await one({ content: csv })}/aed.csv`;
    await pull([{ url }], project.options);
    const before = project.read(LOCK);
    rmSync(join(project.folder, 'data'), { recursive: true });
    const again = { ...project.options, now: () => new Date(0) };
    expect(codes(await pullLocked(again))).toEqual(['downloaded']);
    expect(project.read(LOCK)).toBe(before);
  });

  test('other bytes than the lock says are not taken silently', async () => {
    const base = await one({ content: csv });
    await pull([{ url: `${base}/aed.csv` }], project.options);
    rmSync(join(project.folder, 'data/aed.csv'));
    const lock = project.read(LOCK);
    await served?.close();
    served = await serve(filesStandIn({ '/aed.csv': { content: `${csv}x,1,2\r\n` } }));
    writeFileSync(join(project.folder, LOCK), lock.replaceAll(base, served.url));
    const result = await pullLocked(project.options);
    expect(codes(result)).toEqual(['open-data/changed-at-source']);
    expect(result.ok).toBe(false);
    expect(project.files()).toEqual([LOCK]);
    expect(codes(await pullLocked({ ...project.options, update: true }))).toEqual(['updated']);
  });

  test('one that fails does not stop the others', async () => {
    const base = await one({ content: csv });
    const result = await pull(
      [{ url: `${base}/none.csv` }, { url: `${base}/aed.csv` }],
      project.options,
    );
    expect(codes(result)).toEqual(['open-data/http-error', 'downloaded']);
    expect(result.ok).toBe(false);
    expect(result.lock.files.map(({ file }) => file)).toEqual(['data/aed.csv']);
  });

  test('two files of one name get two places; the same address keeps its own', async () => {
    const base = await host(
      filesStandIn({ '/a/list.csv': { content: 'a' }, '/b/LIST.csv': { content: 'b' } }),
    );
    const wanted = [{ url: `${base}/a/list.csv` }, { url: `${base}/b/LIST.csv` }];
    for (let round = 0; round < 2; round++) {
      const { lock } = await pull(wanted, project.options);
      expect(lock.files.map(({ file }) => file)).toEqual(['data/LIST-2.csv', 'data/list.csv']);
    }
  });

  test('a page with status 200 in the place of a file is refused', async () => {
    const url = `${await one({ content: '\n<!DOCTYPE html><title>500</title>' })}/aed.csv`;
    expect(codes(await pull([{ url }], project.options))).toEqual([
      'open-data/page-instead-of-file',
    ]);
    expect(project.has('data/aed.csv')).toBe(false);
  });
});

describe('update', () => {
  test('asks with ETag, and takes only what is newer', async () => {
    const files: Record<string, FileWays> = { '/aed.csv': { content: csv } };
    const url = `${await host((asked) => filesStandIn(files)(asked))}/aed.csv`;
    await pull([{ url }], project.options);
    const before = project.read(LOCK);
    const update = {
      ...project.options,
      update: true,
      now: () => new Date('2026-12-01T00:00:00Z'),
    };
    expect(codes(await pullLocked(update))).toEqual(['unchanged']);
    expect(served?.requests.at(-1)?.headers['if-none-match']).toMatch(/^"/);
    expect(project.read(LOCK)).toBe(before);
    files['/aed.csv'] = { content: 'new' };
    expect(codes(await pullLocked(update))).toEqual(['updated']);
    expect(project.read('data/aed.csv')).toBe('new');
    expect(project.read(LOCK)).toContain('2026-12-01T09:00:00+09:00');
  });

  test('the same bytes from a server without ETag are nothing new', async () => {
    const url = `${await one({ content: csv, etag: 'none' })}/aed.csv`;
    await pull([{ url }], project.options);
    const before = project.read(LOCK);
    const update = { ...project.options, update: true, now: () => new Date(0) };
    expect(codes(await pullLocked(update))).toEqual(['unchanged']);
    expect(project.read(LOCK)).toBe(before);
  });

  test('a failed update leaves the old file and its entry', async () => {
    const files: Record<string, FileWays> = { '/aed.csv': { content: csv } };
    const url = `${await host((asked) => filesStandIn(files)(asked))}/aed.csv`;
    await pull([{ url }], project.options);
    const before = project.read(LOCK);
    delete files['/aed.csv'];
    expect(codes(await pullLocked({ ...project.options, update: true }))).toEqual([
      'open-data/http-error',
    ]);
    expect([project.read('data/aed.csv'), project.read(LOCK)]).toEqual([csv, before]);
  });
});

describe('files that were changed here', () => {
  test('are never overwritten unless that is asked for', async () => {
    const url = `${await one({ content: csv })}/aed.csv`;
    await pull([{ url }], project.options);
    writeFileSync(join(project.folder, 'data/aed.csv'), 'edited by hand');
    for (const more of [{}, { update: true }, { offline: true }])
      expect(codes(await pullLocked({ ...project.options, ...more }))).toEqual([
        'open-data/hash-mismatch',
      ]);
    expect(project.read('data/aed.csv')).toBe('edited by hand');
    expect(codes(await pullLocked({ ...project.options, overwrite: true }))).toEqual([
      'downloaded',
    ]);
    expect(project.read('data/aed.csv')).toBe(csv);
  });

  test('nor are files that were never pulled', async () => {
    const url = `${await one({ content: csv })}/aed.csv`;
    mkdirSync(join(project.folder, 'data'));
    writeFileSync(join(project.folder, 'data/aed.csv'), 'mine');
    expect(codes(await pull([{ url }], project.options))).toEqual(['open-data/file-exists']);
    expect(project.read('data/aed.csv')).toBe('mine');
    expect(project.has(LOCK)).toBe(false);
  });
});

describe('offline', () => {
  test('uses what is here, and fails where something is missing, without a request', async () => {
    const base = await host(
      filesStandIn({ '/a.csv': { content: 'a' }, '/b.csv': { content: 'b' } }),
    );
    await pull([{ url: `${base}/a.csv` }, { url: `${base}/b.csv` }], project.options);
    const asked = requests();
    const offline = { ...project.options, offline: true };
    expect(codes(await pullLocked(offline))).toEqual(['kept', 'kept']);
    rmSync(join(project.folder, 'data/b.csv'));
    expect(codes(await pullLocked(offline))).toEqual(['kept', 'open-data/missing-offline']);
    expect(codes(await pull([{ url: `${base}/c.csv` }], offline))).toEqual([
      'open-data/missing-offline',
    ]);
    expect(requests()).toBe(asked);
  });
});

describe('downloads that break', () => {
  const content = 'x'.repeat(200_000);

  test('go on where they broke off', async () => {
    const url = `${await one({ content, ranges: true, breaks: { times: 2, after: 50_000 } })}/aed.csv`;
    expect(codes(await pull([{ url }], project.options))).toEqual(['downloaded']);
    expect(project.read('data/aed.csv')).toBe(content);
    expect(ranges()[0]).toBeUndefined();
    expect(ranges()[2]).toMatch(/^bytes=[1-9]\d+-$/);
    expect(project.files()).toEqual(['data/aed.csv', LOCK]);
  });

  test('go on in a later run', async () => {
    const stubborn = { content, ranges: true, breaks: { times: 4, after: 30_000 } };
    const url = `${await one(stubborn)}/aed.csv`;
    expect(codes(await pull([{ url }], project.options))).not.toEqual(['downloaded']);
    expect(project.files()).toEqual(['data/.aed.csv.part', 'data/.aed.csv.part.json']);
    expect(codes(await pull([{ url }], project.options))).toEqual(['downloaded']);
    expect(ranges().at(-1)).toMatch(/^bytes=[1-9]\d+-$/);
    expect(project.read('data/aed.csv')).toBe(content);
    expect(project.files()).toEqual(['data/aed.csv', LOCK]);
  });

  test('begin anew where the file has changed meanwhile', async () => {
    const files: Record<string, FileWays> = {
      '/aed.csv': { content, ranges: true, breaks: { times: 4, after: 30_000 } },
    };
    const url = `${await host((asked) => filesStandIn(files)(asked))}/aed.csv`;
    await pull([{ url }], project.options);
    files['/aed.csv'] = { content: `new${content}`, ranges: true };
    expect(codes(await pull([{ url }], project.options))).toEqual(['downloaded']);
    expect(project.read('data/aed.csv')).toBe(`new${content}`);
  });

  test.each([
    ['a weak ETag', { etag: 'weak', ranges: true }],
    ['no ETag', { etag: 'none', ranges: true }],
    ['a server that gives no parts', { ranges: false }],
  ] as const)('with %s come whole', async (_, ways) => {
    const url = `${await one({ content, ...ways, breaks: { times: 1, after: 50_000 } })}/aed.csv`;
    expect(codes(await pull([{ url }], project.options))).toEqual(['downloaded']);
    expect(project.read('data/aed.csv')).toBe(content);
  });

  test('an unfinished part that is longer than the file does not end the story', async () => {
    const url = `${await one({ content: 'short', ranges: true })}/aed.csv`;
    const etag = `"${createHash('sha1').update('short').digest('hex').slice(0, 12)}"`;
    mkdirSync(join(project.folder, 'data'));
    writeFileSync(join(project.folder, 'data/.aed.csv.part'), 'far too long');
    writeFileSync(
      join(project.folder, 'data/.aed.csv.part.json'),
      JSON.stringify({ url, validator: etag }),
    );
    expect(codes(await pull([{ url }], project.options))).toEqual(['downloaded']);
    expect(project.read('data/aed.csv')).toBe('short');
  });
});

describe('folders', () => {
  test.each([
    '../x.csv',
    '/tmp/x.csv',
    'data/../../x.csv',
    'package.json',
    'data/.git/x.csv',
    'src/x.json',
  ])('%s is not written to', async (file) => {
    const url = `${await one({ content: csv })}/aed.csv`;
    expect(codes(await pull([{ url, file }], project.options))).toEqual([
      'open-data/outside-folder',
    ]);
    expect(project.files()).toEqual([]);
    expect(requests()).toBe(0);
  });

  test('links that lead out are not followed', async () => {
    const other = emptyProject();
    const url = `${await one({ content: csv })}/aed.csv`;
    symlinkSync(other.folder, join(project.folder, 'data'));
    expect(codes(await pull([{ url, file: 'data/deep/aed.csv' }], project.options))).toEqual([
      'open-data/outside-folder',
    ]);
    rmSync(join(project.folder, 'data'));
    mkdirSync(join(project.folder, 'data'));
    symlinkSync(join(other.folder, 'aed.csv'), join(project.folder, 'data/aed.csv'));
    expect(codes(await pull([{ url }], project.options))).toEqual(['open-data/outside-folder']);
    expect(other.files()).toEqual([]);
    other.remove();
  });
});

describe('interfaces', () => {
  test('every row of a Tokyo interface becomes a file that can be pulled again', async () => {
    const id = `t131016d0000000001-${'a'.repeat(32)}-0`;
    const rows = Array.from({ length: 1200 }, (_, at) => ({ 名称: `便所${at}` }));
    const base = await host(tokyoApiStandIn([{ id, title: '公衆トイレ', rows }]));
    const resource = { url: `${base}/api/${id}/json`, api: 'tokyo-api' as const };
    const licence = { id: 'unstated', written: null };
    const entry = {
      id,
      source: 'od',
      title: '公衆トイレ',
      tags: [],
      licence,
      resources: [resource],
      quirks: [],
    };
    const result = await pull([requestOf(entry, resource, 'data/toilet.json')], project.options);
    expect(codes(result)).toEqual(['downloaded']);
    expect(JSON.parse(project.read('data/toilet.json'))).toEqual(rows);
    expect(result.lock.files[0]).toMatchObject({
      licence: null,
      credit: '公衆トイレ',
      catalogue: { source: 'od', id },
      made: { by: 'rows', api: 'tokyo-api' },
    });
    rmSync(join(project.folder, 'data/toilet.json'));
    expect(codes(await pullLocked(project.options))).toEqual(['downloaded']);
  });

  test('so do those of BODIK', async () => {
    const rows = [{ name: 'AED', lat: 33.5 }];
    const base = await host(
      bodikWapiStandIn([{ apiname: 'aed', description: '', rows: { '401307': rows } }], {}),
    );
    const url = `${base}/aed?select_type=data&municipalityCode=401307`;
    const made = { by: 'rows', api: 'bodik-wapi' } as const;
    const result = await pull([{ url, made }], project.options);
    expect(result.files[0]).toMatchObject({ file: 'data/aed.json', status: 'downloaded' });
    expect(JSON.parse(project.read('data/aed.json'))).toEqual(rows);
  });
});
