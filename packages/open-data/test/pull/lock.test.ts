import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatLock, parseLock, type LockedFile } from '../../src/pull/index.ts';
import { badPath, pathFor } from '../../src/pull/project-path.ts';

const entry: LockedFile = {
  file: 'data/aed.csv',
  url: 'https://example.jp/aed.csv',
  sha256: 'a'.repeat(64),
  bytes: 3,
  licence: null,
  credit: null,
  retrievedAt: '2026-11-22T12:04:05+09:00',
};
const lockOf = (...files: unknown[]): string => JSON.stringify({ lockfileVersion: 1, files });

describe('a lock', () => {
  test('comes back as it was, in one order', () => {
    const other = {
      ...entry,
      file: 'data/0.csv',
      etag: '"a"',
      catalogue: { source: 's', id: 'i' },
    };
    const text = formatLock({ lockfileVersion: 1, files: [entry, other] });
    expect(formatLock(parseLock(text))).toBe(text);
    expect(formatLock({ lockfileVersion: 1, files: [other, entry] })).toBe(text);
    const shuffled = Object.fromEntries(Object.entries(other).reverse());
    expect(formatLock(parseLock(lockOf(shuffled, entry)))).toBe(text);
    expect(text.endsWith('}\n')).toBe(true);
  });

  test.each([
    ['{', 'JSON'],
    ['null', 'lockfileVersion undefined'],
    ['{"lockfileVersion":2,"files":[]}', 'lockfileVersion 2'],
    ['{"lockfileVersion":1,"files":{}}', 'files'],
    [lockOf(1), 'files[0].bytes'],
    [lockOf({ ...entry, sha256: 'a' }), 'files[0].sha256'],
    [lockOf({ ...entry, url: 'file:///etc/passwd' }), 'files[0].url'],
    [lockOf({ ...entry, bytes: -1 }), 'files[0].bytes'],
    [lockOf({ ...entry, retrievedAt: 'yesterday' }), 'files[0].retrievedAt'],
    [lockOf({ ...entry, made: { by: 'magic' } }), 'files[0].made'],
    [lockOf(entry, { ...entry, file: 'data/AED.csv' }), 'data/AED.csv ×2'],
  ])('%s is refused: %s', (json, value) => {
    expect(() => parseLock(json)).toThrow(
      expect.objectContaining({
        code: 'open-data/broken-lock',
        facts: expect.objectContaining({ value }) as unknown,
      }),
    );
  });

  test('that names a path outside is refused whole', () => {
    expect(() => parseLock(lockOf(entry, { ...entry, file: '../../.bashrc' }))).toThrow(
      expect.objectContaining({ code: 'open-data/outside-folder' }),
    );
  });

  test('any JSON is read or refused with a code, and pollutes nothing', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        try {
          parseLock(json);
        } catch (error) {
          expect(error).toMatchObject({ code: expect.stringMatching(/^open-data\//) as string });
        }
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
    );
  });
});

describe('paths', () => {
  test.each([
    'data/01-避難場所.geojson',
    'data/aed.csv',
    'data/sub/folder/a.xlsx',
    'public/data/か\u3099.csv',
  ])('%s is fine', (file) => expect(badPath(file)).toBeUndefined());

  test.each([
    'aed.csv',
    '../aed.csv',
    'data/../../aed.csv',
    'data/./aed.csv',
    'data//aed.csv',
    '/etc/aed.csv',
    'C:/aed.csv',
    'c:aed/aed.csv',
    'data\\..\\aed.csv',
    'data/.aed.csv',
    '.github/workflows/a.json',
    '.git/config.txt',
    'node_modules/a/package.json',
    'src/main.json',
    'data/aed.js',
    'data/aed.csv.sh',
    'data/aed',
    'data/con.csv',
    'data/aed.csv.',
    'data/aed.csv ',
    'data/a\0.csv',
    'data/a\n.csv',
    'data/a\u202Evsc.csv',
    'data/a:b.csv',
    'data/a*.csv',
    `data/${'a'.repeat(500)}.csv`,
    '',
  ])('%j is not', (file) => expect(badPath(file)).toBeDefined());

  test.each([
    ['https://example.jp/d/aed.csv', 'data/aed.csv'],
    ['https://example.jp/%E9%81%BF%E9%9B%A3%E5%A0%B4%E6%89%80.csv?v=1', 'data/避難場所.csv'],
    ['https://example.jp/', 'data/file.csv'],
    ['https://example.jp/download?id=3', 'data/download.csv'],
    ['https://example.jp/..%2F..%2Fetc.csv', 'data/etc.csv'],
    ['https://example.jp/con.csv', 'data/file-con.csv'],
    ['https://example.jp/%FF.csv', 'data/FF.csv'],
  ])('%s goes to %s', (url, file) => expect(pathFor(url)).toBe(file));

  test('whatever the address, the place is in data/', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), fc.string(), (base, more) => {
        const url = new URL(base);
        url.pathname += more;
        expect(badPath(pathFor(url.href))).toBeUndefined();
      }),
    );
  });
});
