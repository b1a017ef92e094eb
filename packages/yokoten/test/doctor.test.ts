import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { CHECKS } from '../src/internal/doctor/checks.ts';
import { examineApp, mendApp, type CodedFinding } from '../src/internal/doctor/examine-app.ts';
import { configure, edit, put, repository, scaffold } from './doctor-app.ts';
import { deploy, publiccode, SEEDS } from './doctor-seeds.ts';
import { yokoten } from './run-command.ts';
import { temporary } from './upgrade-app.ts';

/** A village, a town, a designated city, a ward of one, a special ward, a prefecture, and a name that holds another. */
const TOWNS = ['133817', '011002', '011011', '131041', '222038', '472018', '130001'] as const;

const NOW = new Date('2026-11-25T00:00:00Z');

beforeAll(() => {
  const template = join(repository, 'packages/create-yokoten/templates');
  expect(existsSync(template)).toBe(true);
});

async function problems(app: string): Promise<readonly CodedFinding[]> {
  return (await examineApp(app, { now: NOW })).findings.filter(({ level }) => level === 'problem');
}

test.each(TOWNS)(
  'a clean scaffold for %s has no problem, and says what is not checked',
  async (code) => {
    const app = scaffold(code);
    const { findings, notChecked, passed } = await examineApp(app, { now: NOW });
    expect(findings.filter(({ level }) => level === 'problem')).toEqual([]);
    expect(findings.map(({ code: found }) => found)).toContain('yokoten/privacy-statement');
    const network = CHECKS.filter((check) => check.network === true).map((check) => check.code);
    expect(notChecked.map((one) => one.code)).toEqual(network);
    expect(passed.filter((one) => network.some((other) => other === one))).toEqual([]);
  },
);

test.each(readdirSync(join(repository, 'templates')))(
  'a clean scaffold of %s has no problem',
  async (template) => {
    expect(await problems(scaffold('132012', template))).toEqual([]);
  },
);

test('an app with data, contacts and an address of its own has no problem either', async () => {
  const app = scaffold('132012');
  put(
    app,
    'data/01-避難所.csv',
    '\ufeff名称,緯度,経度\r\nあ小学校,35.66,139.31\r\nい中学校,35.65,139.33\r\n',
  );
  configure(
    app,
    ['contacts'],
    [{ label: { ja: '八王子市 防災課' }, value: 'bousai@city.hachioji.tokyo.jp' }],
  );
  configure(app, ['site', 'url'], 'https://bousai.city.hachioji.tokyo.jp/map/');
  configure(app, ['credit'], {
    source: { ja: '東京都八王子市' },
    licence: 'CC-BY-4.0',
    date: '2026-04-01',
  });
  configure(app, ['photoHosts'], ['photos.city.hachioji.tokyo.jp']);
  put(app, 'CNAME', 'bousai.city.hachioji.tokyo.jp\n');
  edit(
    app,
    'README.ja.md',
    (text) =>
      `${text}\nアクセシビリティ方針、プライバシーについては市のサイトへ。隣の図は東京都のものです。\nhttps://www.bousai.metro.tokyo.lg.jp/\n`,
  );
  edit(
    app,
    'src/main.ts',
    (text) =>
      `${text}// https://example.com is named in a note only\nconst colour = '#132012';\nvoid colour;\n`,
  );
  expect(await problems(app)).toEqual([]);
});

test.each(SEEDS)('%s: %s is found, and nothing else', async (code, _what, seed) => {
  const app = scaffold('132012');
  seed(app);
  const codes = new Set((await problems(app)).map((one) => one.code));
  expect([...codes]).toContain(`yokoten/${code}`);
  expect([...codes].filter((one) => one !== `yokoten/${code}`)).toEqual([]);
});

test('every check that needs no network has a seed', () => {
  const todo = [
    'template-file-edited',
    'upgrade-put-off',
    'accessibility-statement',
    'privacy-statement',
    'no-exact-versions',
  ];
  const seeded = new Set([...SEEDS.map(([code]) => code), ...todo]);
  expect(
    CHECKS.filter(
      ({ network, code }) => network !== true && !seeded.has(code.replace('yokoten/', '')),
    ).map(({ code }) => code),
  ).toEqual([]);
});

test('what is to do is said, and is no problem', async () => {
  const app = scaffold('132012');
  edit(app, 'index.html', (text) => text.replace('<html>', '<html class="ours">'));
  edit(app, 'yokoten.lock.json', (text) =>
    text.replace('"class": "template"', '"class": "template", "version": "0.0.9"'),
  );
  put(app, 'data/a.csv', '名称,緯度,経度\nあ,35.66,139.31\n');
  const { findings } = await examineApp(app, { now: NOW });
  expect(findings.filter(({ level }) => level === 'problem')).toEqual([]);
  const codes = findings.map(({ code }) => code.replace('yokoten/', ''));
  for (const code of [
    'template-file-edited',
    'upgrade-put-off',
    'data-licence',
    'accessibility-statement',
    'privacy-statement',
    'no-exact-versions',
    'placeholder-left',
  ])
    expect(codes).toContain(code);
});

describe('--fix', () => {
  test('mends what is certain and leaves the rest', async () => {
    const app = scaffold('132012');
    configure(app, ['site', 'url'], 'https://map.example.lg.jp/');
    put(app, 'CNAME', 'other.lg.jp\n');
    deploy(/checkout@[0-9a-f]{40} # v5.0.0/, 'checkout@v4')(app);
    publiccode(/^isBasedOn:.*\n/m, '')(app);
    for (const path of ['README.md', 'README.ja.md'])
      edit(app, path, (text) => text.replaceAll('yokoten/yokoten', 'x'));
    configure(app, ['title', 'ja'], '鯖江市防災マップ');
    const { fixed, findings } = await mendApp(app, { now: NOW });
    expect(fixed.map(({ code }) => code)).toEqual([
      'yokoten/leftover-domain',
      'yokoten/action-unpinned',
      'yokoten/upstream-uncredited',
      'yokoten/publiccode-origin',
    ]);
    expect(findings.filter(({ level }) => level === 'problem').map(({ code }) => code)).toEqual([
      'yokoten/leftover-name',
    ]);
    expect(readFileSync(join(app, 'CNAME'), 'utf8')).toBe('map.example.lg.jp\n');
    expect(readFileSync(join(app, '.github/workflows/deploy.yml'), 'utf8')).toMatch(
      /checkout@[0-9a-f]{40} # v5\.0\.0/,
    );
    expect((await mendApp(app, { now: NOW })).fixed).toEqual([]);
  });
});

test('the command answers in both languages and in JSON, with a page for each finding', async () => {
  const app = scaffold('132012');
  expect((await yokoten('doctor', app, '--lang', 'en')).code).toBe(0);
  configure(app, ['title', 'ja'], '鯖江市防災マップ');
  const text = await yokoten('doctor', app, '--lang', 'ja');
  expect(text).toMatchObject({
    code: 1,
    out: expect.stringMatching(
      /問題（1）[^]*yokoten\.config\.jsonc:\d+ [^]*鯖江市[^]*調べていません（3）/,
    ),
  });
  const json = await yokoten('doctor', app, '--format', 'json');
  const { findings, notChecked } = JSON.parse(json.out) as {
    findings: { page: string; code: string }[];
    notChecked: unknown[];
  };
  expect(notChecked).toHaveLength(3);
  for (const { page: address, code } of findings) {
    expect(address).toContain(`docs/errors/${code}.md`);
    expect(existsSync(join(repository, `docs/errors/${code}.md`))).toBe(true);
  }
  expect((await yokoten('doctor', temporary())).code).toBe(2);
});

test('docs/doctor.md lists every check by its code, with its source', () => {
  const document = readFileSync(join(repository, 'docs/doctor.md'), 'utf8');
  for (const { code, source, title } of CHECKS) {
    const row = document
      .split('\n')
      .find((line) => line.includes(`[\`${code.replace('yokoten/', '')}\`]`));
    expect(row, code).toContain(title.ja);
    expect(row, code).toContain(title['en']);
    expect(row, code).toContain(source.replaceAll('|', '\\|'));
  }
});
