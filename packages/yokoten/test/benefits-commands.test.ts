import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { folderWith, yokoten } from './run-command.ts';

const demo = fileURLToPath(new URL('../../benefits/demo', import.meta.url));
const scheme = `制度: 見本手当
種類: 毎月
だれに: 子
から: 2024-04-01
条件:
  - 年齢: 5歳以下
額: 10,000円
例:
  - 月: 2024-10
    世帯: {子: [{生年月日: 2022-05-05}]}
    結果: {額: 10,000円}
`;

const row = (end: string): string => `131016,S1,見本の手当,毎月支給します。,3歳未満,${end}\r\n`;

test('check runs the examples; the last line counts them', async () => {
  const { code, out, err } = await yokoten('benefits', 'check', demo, '--lang', 'en');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^[1-9]\d* passed, 0 failed\n$/);
});

test('a note alone is no failure; a mistake is told with its place, and the code at the end', async () => {
  const folder = folderWith({
    'a.yaml': scheme,
    'b.yaml': scheme.replace('見本手当', '別の手当').replace('条件', '条けん'),
  });
  const fine = await yokoten('benefits', 'check', join(folder, 'a.yaml'));
  expect(fine).toMatchObject({ code: 0, out: '1 passed, 0 failed\n' });
  expect(fine.err).toContain('(benefits/missing-source)');
  const wrong = await yokoten('benefits', 'check', folder);
  expect(wrong.code).toBe(1);
  expect(wrong.err).toContain(`${join(folder, 'b.yaml')}:5:1\n`);
  expect(wrong.err).toContain('「条件」ではありませんか');
  expect(wrong.err).toContain('(benefits/unknown-key)');
});

test('an example that fails; json; what cannot be read', async () => {
  const folder = folderWith({ 'a.yaml': scheme.replace('額: 10,000円}', '額: 12,000円}') });
  const { code, out } = await yokoten('benefits', 'check', folder, '--format', 'json');
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ schemes: 1, passed: 0, failed: 1 });
  expect(await yokoten('benefits', 'check', join(folder, 'none'))).toMatchObject({
    code: 2,
    out: '',
  });
  expect((await yokoten('benefits', 'check', folderWith({}))).err).toContain(
    'benefits/cannot-read',
  );
});

test('build writes a pack, and nothing where there is a mistake', async () => {
  const folder = folderWith({ 'a.yaml': scheme, 'wrong.yaml': scheme.replace('毎月', '毎つき') });
  const out = join(folder, 'out');
  expect((await yokoten('benefits', 'build', folder, '-o', out)).code).toBe(1);
  expect(existsSync(out)).toBe(false);
  const written = await yokoten('benefits', 'build', join(folder, 'a.yaml'), '-o', out);
  expect(written.code).toBe(0);
  expect(readdirSync(out).sort()).toEqual(['data.js', 'index.d.ts', 'index.js', 'texts']);
  expect((await yokoten('benefits', 'build', folder)).err).toContain('yokoten/missing-argument');
});

test('import writes listings with a report; again, a changed record gets a higher sequence; feeds follow', async () => {
  const header =
    '全国地方公共団体コード,支援制度ID,タイトル（制度名）,制度概要,対象者,受付終了日\r\n';
  const folder = folderWith({
    'a.csv': `${header}${row('2026-04-30')}`,
    'b.csv': `${header}${row('2026-05-31')}131016,S2,,,,\r\n`,
  });
  const out = join(folder, 'programmes');
  const first = await yokoten(
    'benefits',
    'import',
    join(folder, 'a.csv'),
    '-o',
    out,
    '--lang',
    'en',
  );
  expect(first.code).toBe(0);
  expect(first.out).toContain('1 of 1 records taken');
  expect(first.err).toContain('There is no credit');
  const sequence = (): number =>
    (
      JSON.parse(readFileSync(join(out, '131016.json'), 'utf8')) as {
        programmes: { sequence: number }[];
      }
    ).programmes[0]?.sequence ?? -1;
  const before = sequence();
  const again = await yokoten(
    'benefits',
    'import',
    join(folder, 'b.csv'),
    '-o',
    out,
    '--credit',
    '見本の出典',
  );
  expect(again).toMatchObject({ code: 1, err: '' });
  expect(sequence()).toBe(before + 1);
  expect(readdirSync(out).sort()).toEqual([
    '131016.json',
    'index.json',
    'repairs.jsonl',
    'report.json',
  ]);
  const feeds = join(folder, 'feeds');
  const base = ['--base-url', 'https://example.org/feeds/'];
  expect(await yokoten('benefits', 'feeds', out, '-o', feeds, ...base)).toMatchObject({ code: 0 });
  expect(readFileSync(join(feeds, '131016.atom'), 'utf8')).toContain('見本の出典');
  expect((await yokoten('benefits', 'feeds', out, '-o', feeds, '--base-url', 'ftp://a')).code).toBe(
    2,
  );
  expect((await yokoten('benefits', 'import', join(folder, 'x.csv'), '-o', out)).err).toContain(
    'yokoten/no-such-file',
  );
});
