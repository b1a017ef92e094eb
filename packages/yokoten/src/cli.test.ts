import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const cli = fileURLToPath(new URL('./cli.ts', import.meta.url));
let folder = '';

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function yokoten(...args: readonly string[]): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, LANG: 'ja_JP.UTF-8' },
  });
  return { code: status, out: stdout, err: stderr };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yokoten-cli-'));
  writeFileSync(join(folder, 'good.csv'), '名称,緯度,経度\n公民館,35.66,139.31\n');
  writeFileSync(join(folder, 'bad.csv'), '名称,緯度,経度\n公民館,35.66,139.31\n広場,,\n');
  writeFileSync(join(folder, 'page.csv'), '<!doctype html><html><body>404</body></html>');
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a clean file: what it is on stdout, exit 0', () => {
  const { code, out, err } = yokoten('data', 'inspect', 'good.csv');
  expect(err).toBe('');
  expect(out).toContain('good.csv');
  expect(out).toContain('問題は見つかりませんでした。');
  expect(code).toBe(0);
});

test('a file with a bad row: its place and what to do, exit 1', () => {
  const { code, out } = yokoten('data', 'inspect', 'bad.csv');
  expect(out).toMatch(/3 行目|[BC]3/);
  expect(out).toContain('open-data/no-coordinates');
  expect(code).toBe(1);
});

test('JSON: one object per file and line, nothing else on stdout', () => {
  const { code, out } = yokoten('data', 'inspect', '--format', 'json', 'bad.csv', 'good.csv');
  const [bad, good, ...rest] = out.trimEnd().split('\n');
  expect(rest).toEqual([]);
  expect(JSON.parse(bad ?? '')).toMatchObject({
    file: 'bad.csv',
    kind: 'csv',
    encoding: 'utf-8',
    dataset: null,
    rows: 2,
    columns: [{ header: '名称', standard: '名称', confidence: 0.95, missing: 0 }, {}, {}],
    problems: [{ code: 'open-data/no-coordinates', severity: 'error', row: 3 }],
    unresolved: 1,
  });
  expect(JSON.parse(good ?? '')).toMatchObject({ file: 'good.csv', problems: [], repaired: 0 });
  expect(code).toBe(1);
});

test('a file that cannot be read does not keep the others from being read; exit 2', () => {
  const files = ['page.csv', 'nothing.csv', '.', 'good.csv'];
  const { code, out, err } = yokoten('data', 'inspect', '--format=json', ...files);
  expect(out.trimEnd().split('\n')).toHaveLength(1);
  expect(err).toContain('(open-data/html-instead-of-csv)');
  expect(err).toContain('(yokoten/no-such-file)');
  expect(err).toContain('(yokoten/not-a-file)');
  expect(code).toBe(2);
});

test('--municipality asks about places elsewhere, --as says what the file is', () => {
  const here = yokoten('data', 'inspect', '--municipality', '132012', '--as', '01', 'good.csv');
  expect(here.out).toContain('01 公共施設一覧');
  const there = yokoten('data', 'inspect', '--municipality', '011002', 'good.csv');
  expect(there.out).toContain('open-data/outside-area');
});

test.each([
  [['data', 'inspct', 'x'], 'yokoten/unknown-command', 'yokoten data inspect'],
  [['dta'], 'yokoten/unknown-command', 'yokoten data'],
  [['frobnicate'], 'yokoten/unknown-command', '--help'],
  [['--fast'], 'yokoten/unknown-option', '--help'],
  [['data', 'inspect', '--fromat', 'json'], 'yokoten/unknown-option', '--format'],
  [['data', 'inspect', '--format', 'jsn', 'x'], 'yokoten/option-value', 'json'],
  [['data', 'inspect', '--help=yes'], 'yokoten/option-value', '--help'],
  [['data', 'inspect', '--format'], 'yokoten/missing-value', '--format text'],
  [['data', 'inspect'], 'yokoten/missing-argument', '例'],
  [
    ['data', 'inspect', '--as', 'shelter', 'good.csv'],
    'yokoten/unknown-dataset',
    '指定緊急避難場所',
  ],
  [
    ['data', 'inspect', '--municipality', '府中市', 'x'],
    'yokoten/ambiguous-municipality',
    '132063',
  ],
  [['data', 'inspect', '--municipality', '132013', 'x'], 'yokoten/unknown-municipality', '132012'],
])('%j is refused with %s and a next step', (args, code, hint) => {
  const outcome = yokoten(...args);
  expect(outcome.out).toBe('');
  expect(outcome.err).toContain(`(${code})`);
  expect(outcome.err).toContain(hint);
  expect(outcome.err).not.toMatch(/\n\s+at /);
  expect(outcome.code).toBe(2);
});

test('help and version', () => {
  expect(yokoten('--version').out).toMatch(/^\d+\.\d+\.\d+\n$/);
  const help = yokoten('--help', '--lang', 'en');
  expect(help.out).toContain('data inspect');
  expect(help.out).toContain('Usage: yokoten');
  expect(help.code).toBe(0);
  const own = yokoten('data', 'inspect', '-h');
  expect(own.out).toContain('--municipality CODE');
  expect(own.out).toContain('使い方');
  const bare = yokoten();
  expect(bare.out).toBe('');
  expect(bare.err).toContain('data inspect');
  expect(bare.code).toBe(2);
});
