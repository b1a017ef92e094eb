import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, serve, yokoten } from './run-command.ts';

const CLEAN = '名称,緯度,経度\n公民館,35.66,139.31\n';
const BROKEN = '名称,緯度,経度\n公民館,３５．６６,139.31\n広場,,\n';
const HYDRANTS =
  '全国地方公共団体コード,ID,地方公共団体名,種別,所在地_連結表記,所在地_都道府県,所在地_市区町村,緯度,経度,口径,備考\n';
const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

describe('data check', () => {
  test('lists every problem, however many, and ends with 1', async () => {
    const rows = Array.from({ length: 50 }, (_, i) => `広場${i},,\n`).join('');
    const folder = folderWith({ 'a.csv': `名称,緯度,経度\n公民館,35.66,139.31\n${rows}` });
    const { code, out } = await yokoten('data', 'check', join(folder, 'a.csv'));
    expect(out.match(/open-data\/no-coordinates/gu)).toHaveLength(50);
    expect(code).toBe(1);
  });

  test('a clean file is said to be clean, and ends with 0', async () => {
    const folder = folderWith({ 'a.csv': CLEAN });
    const { code, out } = await yokoten('data', 'check', join(folder, 'a.csv'));
    expect(out).toContain('問題は見つかりませんでした。');
    expect(code).toBe(0);
  });

  test('as HTML into a file', async () => {
    const folder = folderWith({ 'a.csv': BROKEN });
    const page = join(folder, 'report.html');
    const args = ['--format', 'html', '-o', page, '--lang', 'en'];
    const { out } = await yokoten('data', 'check', ...args, join(folder, 'a.csv'));
    expect(out).toBe('');
    expect(readFileSync(page, 'utf8')).toMatch(/^<!doctype html>[\s\S]*lang="en"/u);
  });
});

describe('data fix', () => {
  test('writes a corrected file and the list of changes beside the original, which stays', async () => {
    const folder = folderWith({ 'a.csv': BROKEN });
    const { code, out } = await yokoten('data', 'fix', join(folder, 'a.csv'));
    expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe(BROKEN);
    expect(readFileSync(join(folder, 'a.fixed.csv'), 'utf8')).toBe(
      '\ufeff名称,緯度,経度\r\n公民館,35.66,139.31\r\n広場,,\r\n',
    );
    expect(json(join(folder, 'a.patches.json'))).toMatchObject({
      version: 1,
      patches: [{ kind: 'cell', cell: 'B2', before: '３５．６６', after: '35.66' }],
    });
    expect(out).toContain('1か所を直しました');
    expect(code).toBe(1);
  });

  test('as a workbook, which is read again as it was written', async () => {
    const folder = folderWith({ 'a.csv': BROKEN });
    const book = join(folder, 'b.xlsx');
    await yokoten('data', 'fix', join(folder, 'a.csv'), '-o', book);
    const { out } = await yokoten('data', 'convert', book, '--to', 'json');
    expect(JSON.parse(out)).toMatchObject([{ 名称: '公民館' }, { 名称: '広場' }]);
  });

  test('never over a file that was read', async () => {
    const folder = folderWith({ 'a.csv': BROKEN });
    const file = join(folder, 'a.csv');
    const { code, err } = await yokoten('data', 'fix', file, '-o', `${folder}/./a.csv`);
    expect(err).toContain('(yokoten/output-is-input)');
    expect(readFileSync(file, 'utf8')).toBe(BROKEN);
    expect(code).toBe(2);
  });

  test('several files and one output are refused before anything is written', async () => {
    const folder = folderWith({ 'a.csv': BROKEN, 'b.csv': CLEAN });
    const files = ['a.csv', 'b.csv'].map((name) => join(folder, name));
    const { code, err } = await yokoten('data', 'fix', ...files, '-o', join(folder, 'c.csv'));
    expect(err).toContain('(yokoten/several-inputs)');
    expect(existsSync(join(folder, 'c.csv'))).toBe(false);
    expect(code).toBe(2);
  });
});

describe('data convert', () => {
  test('GeoJSON goes to stdout alone; what is lost is said on stderr', async () => {
    const folder = folderWith({ 'a.csv': BROKEN });
    const { out, err } = await yokoten('data', 'convert', join(folder, 'a.csv'), '--to', 'geojson');
    expect(JSON.parse(out)).toMatchObject({
      features: [
        { geometry: { coordinates: [139.31, 35.66] }, properties: { 名称: '公民館' } },
        {},
      ],
    });
    expect(err).toContain('位置のない行が1行');
  });

  test('the form follows the name of the output', async () => {
    const folder = folderWith({ 'a.csv': CLEAN });
    const target = join(folder, 'b.parquet');
    await yokoten('data', 'convert', join(folder, 'a.csv'), '-o', target);
    expect(readFileSync(target).subarray(0, 4).toString()).toBe('PAR1');
    const { err } = await yokoten('data', 'convert', join(folder, 'a.csv'));
    expect(err).toContain('(yokoten/missing-argument)');
  });
});

describe('data merge', () => {
  test('one table with the origin of each row, and a ledger of all files', async () => {
    const folder = folderWith({
      'a.csv': `${HYDRANTS}132012,1,,消火栓,,,,35.6,139.3,100,\n`,
      'b.csv': `${HYDRANTS}132012,2,,防火水槽,,,,35.7,139.4,75,\n`,
      'page.csv': '<html>404</html>',
    });
    const files = ['a.csv', 'b.csv', 'page.csv'].map((name) => join(folder, name));
    const { code, out } = await yokoten('data', 'merge', ...files, '-o', join(folder, 'out'));
    const table = readFileSync(join(folder, 'out', 'fire-hydrant.csv'), 'utf8').split('\r\n');
    expect(table).toHaveLength(4);
    expect(table[2]).toContain(join(folder, 'b.csv'));
    expect(table[2]).toContain('unstated');
    expect(json(join(folder, 'out', 'ledger.json'))).toMatchObject({
      files: [{ status: 'ok' }, { status: 'ok' }, { status: 'failed' }],
    });
    expect(out).toContain('open-data/html-instead-of-csv');
    expect(code).toBe(1);
  });
});

describe('addresses', () => {
  test('are read like files, those of this machine only when allowed', async () => {
    const url = `${await serve({ 'a.csv': CLEAN })}a.csv`;
    const refused = await yokoten('data', 'inspect', url);
    expect(refused.err).toContain('(open-data/private-address)');
    expect(refused.code).toBe(2);
    const { code, out } = await yokoten('data', 'inspect', url, '--allow-private', '--format=json');
    expect(JSON.parse(out)).toMatchObject({ file: url, rows: 1 });
    expect(code).toBe(0);
  });

  test('pull brings a file with its lock, and brings it again from the lock', async () => {
    const url = `${await serve({ 'a.csv': CLEAN })}a.csv`;
    const folder = folderWith({});
    const where = ['--folder', folder, '--allow-private'];
    const { code, out } = await yokoten('data', 'pull', url, ...where);
    expect(out).toMatch(/^取得 +data\/a\.csv/u);
    expect(code).toBe(0);
    expect(readFileSync(join(folder, 'data/a.csv'), 'utf8')).toBe(CLEAN);
    expect(json(join(folder, 'yokoten.data.lock.json'))).toMatchObject({
      files: [{ file: 'data/a.csv', url, licence: null }],
    });
    const again = await yokoten('data', 'pull', ...where, '--offline');
    expect(again.out).toMatch(/^そのまま/u);
    expect(again.code).toBe(0);
  });

  test('find asks the catalogue that is named', async () => {
    const base = await serve({ 'list.txt': 'https://example.com/132012_aed.csv\n' });
    const args = ['--catalogue', `urls:${base}list.txt`, '--allow-private', '--format', 'json'];
    const { code, out } = await yokoten('data', 'find', ...args);
    expect(JSON.parse(out)).toMatchObject({
      entries: [{ resources: [{ url: 'https://example.com/132012_aed.csv' }] }],
    });
    expect(code).toBe(0);
    const { err } = await yokoten('data', 'find', '--catalogue', 'tokio');
    expect(err).toContain('「tokyo」ではありませんか。');
  });

  test('a folder that is not there is said, not made', async () => {
    const missing = join(folderWith({}), 'map');
    const { code, err } = await yokoten('data', 'pull', 'http://127.0.0.1/', '--folder', missing);
    expect(err).toContain('(yokoten/no-such-file)');
    expect(code).toBe(2);
  });

  test('pull brings what the config names, once', async () => {
    const host = await serve({ 'kml?mid=1': '<kml><Placemark><name>a</name></Placemark></kml>' });
    const url = `${host}kml?mid=1`;
    const layers = [
      { name: '01-給水所.kml', url, credit: { source: '見本市', licence: 'CC0-1.0' } },
    ];
    const folder = folderWith({ 'yokoten.config.jsonc': JSON.stringify({ layers }) });
    const where = ['--folder', folder, '--allow-private', '--format', 'json'];
    const first = await yokoten('data', 'pull', ...where);
    expect(JSON.parse(first.out)).toMatchObject({
      file: 'data/01-給水所.kml',
      status: 'downloaded',
    });
    expect(readFileSync(join(folder, 'yokoten.data.lock.json'), 'utf8')).toContain('CC0-1.0');
    const again = await yokoten('data', 'pull', ...where);
    expect(JSON.parse(again.out)).toMatchObject({ status: 'kept' });
    const outside = [{ name: '../a.kml', url }];
    const hostile = folderWith({ 'yokoten.config.jsonc': JSON.stringify({ layers: outside }) });
    const refused = await yokoten('data', 'pull', '--folder', hostile, '--allow-private');
    expect(refused.code).toBe(2);
  });

  test('pull starter says which town it needs', async () => {
    const { code, err } = await yokoten('data', 'pull', 'starter');
    expect(err).toContain('(yokoten/missing-argument)');
    expect(code).toBe(2);
  });
});
