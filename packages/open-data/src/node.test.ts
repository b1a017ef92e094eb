import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { readPath } from './node.ts';

const folder = mkdtempSync(join(tmpdir(), 'yokoten-node-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = join(folder, '避難所.csv');
writeFileSync(path, '名称,緯度,経度\nみほん館,35.6,139.3\n');

test('a path, and a file address', async () => {
  expect((await readPath(path))[0]).toMatchObject({ file: path, rows: [{ row: 2 }] });
  expect((await readPath(pathToFileURL(path)))[0]?.file).toBe('避難所.csv');
  expect((await readPath(path, { file: 'a.csv' }))[0]?.file).toBe('a.csv');
});

test.each([
  ['a file that is not there', join(folder, 'none.csv'), 'open-data/cannot-open', 'ENOENT'],
  ['a folder', folder, 'open-data/cannot-open', 'EISDIR'],
])('%s', async (_, where, code, value) => {
  await expect(readPath(where)).rejects.toMatchObject({
    code,
    finding: { facts: { value } },
    message: expect.stringMatching(/開けません/u),
  });
});

test('more than the limit is refused before it is read', async () => {
  await expect(readPath(path, { limits: { bytes: 10 } })).rejects.toMatchObject({
    code: 'open-data/file-too-large',
  });
});
