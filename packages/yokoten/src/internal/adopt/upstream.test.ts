import { expect, test } from 'vitest';
import type { ForeignFile } from '../foreign/foreign.ts';
import { UPSTREAM_BLOBS, UPSTREAM_COMMITS } from './upstream-facts.ts';
import { blobHash, filesOfVersion, isUpstream, upstreamVersion } from './upstream.ts';

const commits = UPSTREAM_COMMITS.trim()
  .split('\n')
  .map((line) => line.split(' '));
const read = async (): Promise<Uint8Array> => new Uint8Array();
const filesOf = (id: string): ForeignFile[] =>
  [...filesOfVersion({ id })].map(([path, blob]) => ({
    path,
    size: 0,
    blob: blob.padEnd(40, '0'),
    read,
  }));

test('the table holds the whole public history, in order', () => {
  expect(commits).toHaveLength(123);
  expect(UPSTREAM_BLOBS.trim().split('\n').length).toBeGreaterThan(150);
  for (const [id = '', date = '', tree = '', generation] of commits) {
    expect(id).toMatch(/^[\da-f]{7}$/);
    expect(date).toMatch(/^202\d-\d\d-\d\d$/);
    expect(tree).toMatch(/^[\da-f]{40}$/);
    expect(generation).toMatch(/^(none|json|city|ward)$/);
  }
});

test('a commit of the copy with the very tree tells the version, the latest of several', () => {
  const trees = ['655f547', 'ab1554f'].map((id) => commits.find(([one]) => one === id)?.[2] ?? '');
  expect(upstreamVersion({ trees: [...trees, 'f'.repeat(40)], files: [] })).toMatchObject({
    id: 'ab1554f',
    date: '2021-12-04',
    generation: 'city',
    by: 'tree',
  });
});

test.each(commits.filter(([, , , generation]) => generation !== 'none').map(([id = '']) => id))(
  'without a history, %s is known by its files, or another version with the same ones',
  (id) => {
    const found = upstreamVersion({ trees: [], files: filesOf(id) });
    expect(found).toMatchObject({ by: 'files', share: 1 });
    expect(filesOfVersion({ id: found?.id ?? '' })).toEqual(filesOfVersion({ id }));
  },
);

test('the form of the config goes with the version', () => {
  const byId = new Map(commits.map(([id, , , generation]) => [id, generation]));
  expect(byId.get('d286eff')).toBe('json');
  expect(byId.get('6b19465')).toBe('city');
  expect(byId.get('23d2b72')).toBe('ward');
});

test('another program is no copy', () => {
  const file = { path: 'src/App.tsx', size: 1, blob: 'a'.repeat(40), read };
  expect(upstreamVersion({ trees: ['b'.repeat(40)], files: [file] })).toBeUndefined();
  expect(isUpstream('src/App.tsx', 'a'.repeat(40))).toBe(false);
});

test('a hash is the one that Git gives', () => {
  expect(blobHash(new Uint8Array())).toBe('e69de29bb2d1d6434b8b29ae775ad8c2e48c5391');
});
