import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { namedFiles } from './daily-files.ts';

test('files with an address are those of layers and the one of an open data app; what is committed is its owner’s', async () => {
  const root = mkdtempSync(join(tmpdir(), 'yokoten-daily-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const url = 'https://example.jp/a.csv';
  const config = {
    layers: [{ name: 'a.csv', url }, { name: 'b.csv', url }, { name: 'c.csv' }, null],
    data: { file: 'data/d.csv', url },
  };
  mkdirSync(join(root, 'data'));
  writeFileSync(join(root, 'yokoten.config.jsonc'), JSON.stringify(config));
  writeFileSync(join(root, 'data/b.csv'), 'x');
  execFileSync('git', ['init', '--quiet'], { cwd: root });
  execFileSync('git', ['add', 'data/b.csv'], { cwd: root });
  const { daily, committed } = await namedFiles(root);
  expect(daily.map(({ file }) => file)).toEqual(['data/a.csv', 'data/d.csv']);
  expect(committed.map(({ file }) => file)).toEqual(['data/b.csv']);
});
