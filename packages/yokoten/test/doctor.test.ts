import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { CHECKS } from '../src/internal/doctor/checks.ts';
import { examineApp, mendApp, type CodedFinding } from '../src/internal/doctor/examine-app.ts';
import { setValue } from '../src/internal/upgrade/config-edit.ts';
import { yokoten } from './run-command.ts';
import { temporary } from './upgrade-app.ts';

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const scaffolder = join(repository, 'packages/create-yokoten/dist/cli.js');

/** A village, a town, a designated city, a ward of one, a special ward, a prefecture, and a name that holds another. */
const TOWNS = ['133817', '011002', '011011', '131041', '222038', '472018', '130001'] as const;

const NOW = new Date('2026-11-25T00:00:00Z');
const clean = new Map<string, ReadonlyMap<string, string>>();

beforeAll(() => {
  const template = join(repository, 'packages/create-yokoten/templates');
  expect(existsSync(template)).toBe(true);
});

/** A clean scaffold, copied from memory after the first time. */
function scaffold(code: string): string {
  const folder = temporary();
  const app = join(folder, 'app');
  const files = clean.get(code);
  if (files === undefined) {
    execFileSync(
      process.execPath,
      [scaffolder, 'app', '-m', code, '--yes', '--no-install', '--no-git'],
      { cwd: folder, stdio: 'ignore' },
    );
    const { files: recorded } = JSON.parse(
      readFileSync(join(app, 'yokoten.lock.json'), 'utf8'),
    ) as { files: Record<string, unknown> };
    const paths = [...Object.keys(recorded), 'yokoten.lock.json', '.yokoten/base.json'];
    clean.set(code, new Map(paths.map((path) => [path, readFileSync(join(app, path), 'utf8')])));
    return app;
  }
  for (const [path, text] of files) put(app, path, text);
  return app;
}

function put(app: string, path: string, text: string): void {
  mkdirSync(dirname(join(app, path)), { recursive: true });
  writeFileSync(join(app, path), text);
}

function edit(app: string, path: string, change: (text: string) => string): void {
  const text = readFileSync(join(app, path), 'utf8');
  const changed = change(text);
  expect(changed, path).not.toBe(text);
  put(app, path, changed);
}

const configure = (app: string, path: readonly string[], value: unknown): void =>
  edit(app, 'yokoten.config.jsonc', (text) => setValue(text, path, value));

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

type Seed = readonly [code: string, what: string, seed: (app: string) => void];

const page =
  (from: string, to: string) =>
  (app: string): void =>
    edit(app, 'index.html', (text) => text.replace(from, to));
const deploy =
  (from: string | RegExp, to: string) =>
  (app: string): void =>
    edit(app, '.github/workflows/deploy.yml', (text) => text.replace(from, to));
const publiccode =
  (from: string | RegExp, to: string) =>
  (app: string): void =>
    edit(app, 'publiccode.yml', (text) => text.replace(from, to));
const readme =
  (text: string) =>
  (app: string): void =>
    edit(app, 'README.md', (before) => before + text);

/** Leftovers and faults of every kind, put into a clean scaffold one at a time. */
const SEEDS: readonly Seed[] = [
  ['leftover-name', 'title', (app) => configure(app, ['title', 'ja'], '鯖江市防災マップ')],
  [
    'leftover-name',
    'English title',
    (app) => configure(app, ['title', 'en'], 'Sabae City Disaster Map'),
  ],
  ['leftover-name', 'README', readme('\nEchizen City publishes this.\n')],
  [
    'leftover-name',
    'another prefecture',
    (app) => configure(app, ['credit', 'source', 'ja'], '福井県'),
  ],
  [
    'leftover-name',
    'code',
    (app) => put(app, 'src/ours.ts', "export const title = '越前市の地図';\n"),
  ],
  ['leftover-name', 'publiccode', publiccode(/^name: .*/m, 'name: 鯖江市防災マップ')],
  [
    'leftover-code',
    'code in sources',
    (app) => put(app, 'src/ours.ts', "export const code = '182079';\n"),
  ],
  ['leftover-code', 'README', readme('\nCode: 182079\n')],
  [
    'leftover-coordinates',
    'centre',
    (app) =>
      configure(
        app,
        ['view', 'center'],
        [139.69167, 35.689444].map((n, i) => (i === 0 ? n - 3.5 : n)),
      ),
  ],
  [
    'leftover-coordinates',
    'box',
    (app) => configure(app, ['view', 'bbox'], [136.1, 35.9, 136.3, 36.1]),
  ],
  [
    'leftover-domain',
    'CNAME',
    (app) => {
      configure(app, ['site', 'url'], 'https://map.example.lg.jp/');
      put(app, 'public/CNAME', 'hazard.city.sabae.lg.jp\n');
    },
  ],
  ['leftover-domain', 'CNAME without an address', (app) => put(app, 'CNAME', 'map.somewhere.jp\n')],
  [
    'leftover-domain',
    'canonical',
    (app) => {
      configure(app, ['site', 'url'], 'https://map.example.lg.jp/');
      page(
        '</head>',
        '<link rel="canonical" href="https://stopcovid19.metro.tokyo.lg.jp/" />\n</head>',
      )(app);
    },
  ],
  [
    'leftover-domain',
    'sitemap',
    (app) => {
      configure(app, ['site', 'url'], 'https://map.example.lg.jp/');
      put(app, 'public/sitemap.xml', '<urlset><url><loc>https://other.lg.jp/</loc></url></urlset>');
    },
  ],
  [
    'leftover-analytics',
    'Universal Analytics',
    page('</head>', "<script>ga('create', 'UA-159417676-1')</script>\n</head>"),
  ],
  [
    'leftover-analytics',
    'Analytics 4',
    (app) => put(app, 'src/ours.ts', "gtag('config', 'G-ABCDEF1234');\n"),
  ],
  [
    'leftover-preview',
    'OGP picture',
    page(
      '</head>',
      '<meta property="og:image" content="https://stopcovid19.metro.tokyo.lg.jp/ogp.png" />\n</head>',
    ),
  ],
  [
    'leftover-preview',
    'icon that is not there',
    (app) => configure(app, ['site', 'icon'], 'images/other.svg'),
  ],
  [
    'leftover-contact',
    'e-mail',
    (app) =>
      configure(app, ['contacts'], [{ label: { ja: '防災課' }, value: 'bousai@city.sabae.lg.jp' }]),
  ],
  ['leftover-contact', 'README', readme('\nAsk info@town.echizen.fukui.jp.\n')],
  [
    'sample-data-left',
    'note in the config',
    (app) => configure(app, ['sample'], { ja: '見本です' }),
  ],
  [
    'sample-data-left',
    'file',
    (app) => put(app, 'data/01-サンプル.csv', '名称,緯度,経度\nあ,35.66,139.31\n'),
  ],
  [
    'placeholder-left',
    'telephone',
    (app) => configure(app, ['contacts'], [{ label: { ja: '防災課' }, value: '000-000-0000' }]),
  ],
  ['placeholder-left', 'address', (app) => configure(app, ['site', 'url'], 'https://example.com/')],
  [
    'data-outside',
    'CSV of another town',
    (app) =>
      put(
        app,
        'data/01-避難所.csv',
        '名称,緯度,経度\nあ,35.94,136.18\nい,35.95,136.19\nう,35.96,136.17\n',
      ),
  ],
  ['data-old', 'year', (app) => configure(app, ['credit', 'date'], '2022')],
  [
    'data-old',
    'layer',
    (app) =>
      configure(
        app,
        ['layers'],
        [{ name: 'a', credit: { source: { ja: 'a' }, licence: 'CC0-1.0', date: '2024-03-31' } }],
      ),
  ],
  [
    'data-licence',
    'no credit',
    (app) => {
      put(app, 'data/a.csv', '名称,緯度,経度\nあ,35.66,139.31\n');
      configure(app, ['credit'], undefined);
    },
  ],
  ['no-record', 'no copy of the template', (app) => put(app, '.yokoten/base.json', '{}')],
  [
    'undeclared-host',
    'script',
    page('</head>', '<script src="https://cdn.somewhere.net/a.js"></script>\n</head>'),
  ],
  [
    'undeclared-host',
    'icon in code',
    (app) =>
      put(app, 'src/ours.ts', "fetch('https://raw.githubusercontent.com/a/b/master/c.json');\n"),
  ],
  [
    'undeclared-host',
    'font in a style',
    (app) =>
      edit(app, 'theme.css', (text) => `@import 'https://fonts.googleapis.com/css2';\n${text}`),
  ],
  ['secret-found', 'token', (app) => put(app, '.env', `GITHUB_TOKEN=ghp_${'a'.repeat(36)}\n`)],
  [
    'secret-found',
    'key',
    (app) => put(app, 'src/ours.ts', `export const key = 'AIza${'B'.repeat(35)}';\n`),
  ],
  [
    'secret-found',
    'private key',
    (app) => put(app, 'deploy.key', '-----BEGIN OPENSSH PRIVATE KEY-----\nabc\n'),
  ],
  [
    'secret-found',
    'registry',
    (app) => put(app, '.npmrc', '//npm.somewhere.jp/:_authToken=0123456789abcdef\n'),
  ],
  [
    'policy-weakened',
    'own policy',
    page(
      '</head>',
      `<meta http-equiv="Content-Security-Policy" content="script-src 'unsafe-inline' *" />\n</head>`,
    ),
  ],
  ['policy-weakened', 'another build', (app) => put(app, 'vite.config.ts', 'export default {};\n')],
  [
    'age-not-shown',
    'no element',
    page('<disaster-map permalink></disaster-map>', '<div id="map"></div>'),
  ],
  ['action-unpinned', 'tag', deploy(/checkout@[0-9a-f]{40} # v5.0.0/, 'checkout@v4')],
  ['action-unpinned', 'branch', deploy(/deploy-pages@[0-9a-f]{40}.*/, 'deploy-pages@main')],
  ['workflow-permissions', 'none', deploy('permissions:\n  contents: read\n', '')],
  [
    'workflow-permissions',
    'all',
    deploy('permissions:\n  contents: read\n', 'permissions: write-all\n'),
  ],
  ['workflow-dangerous', 'target', deploy('  pull_request:', '  pull_request_target:')],
  [
    'workflow-dangerous',
    'title in a command',
    deploy('run: SOURCE', 'run: echo "${{ github.event.pull_request.title }}" && SOURCE'),
  ],
  ['code-licence', 'other text', (app) => put(app, 'LICENSE', 'All rights reserved.\n')],
  [
    'code-licence',
    'other licence than said',
    publiccode('license: MIT', 'license: AGPL-3.0-or-later'),
  ],
  [
    'owner-unnamed',
    'template’s words',
    (app) => {
      for (const path of ['README.md', 'README.ja.md'])
        edit(app, path, (text) => text.replace(/^# .*/, '# Map'));
      publiccode(/^name: .*/m, 'name: 防災マップ')(app);
    },
  ],
  [
    'upstream-uncredited',
    'line removed',
    (app) => {
      for (const path of ['README.md', 'README.ja.md'])
        edit(app, path, (text) => text.replaceAll('yokoten/yokoten', 'x'));
    },
  ],
  [
    'pack-notice-missing',
    'pack without its notice',
    (app) =>
      put(
        app,
        'src/rules/index.js',
        '// Compiled from the rules named below; their licence holds. See LICENSE and NOTICE beside this file.\nexport {};\n',
      ),
  ],
  [
    'publiccode-invalid',
    'status',
    publiccode('developmentStatus: beta', 'developmentStatus: nearly'),
  ],
  ['publiccode-invalid', 'no YAML', (app) => put(app, 'publiccode.yml', 'a: [\n')],
  ['publiccode-invalid', 'no contacts', publiccode('type: none', 'type: internal')],
  ['publiccode-invalid', 'no features', publiccode(/    features:\n(      - .*\n)+/, '')],
  ['publiccode-origin', 'not based on anything', publiccode(/^isBasedOn:.*\n/m, '')],
  [
    'publiccode-origin',
    'address of the upstream',
    publiccode(/^url: .*/m, 'url: https://github.com/yokoten/yokoten'),
  ],
  [
    'document-missing',
    'README renamed',
    (app) => {
      put(app, 'README.txt', readFileSync(join(app, 'README.md'), 'utf8'));
      execFileSync('rm', [join(app, 'README.md')]);
    },
  ],
];

test.concurrent.each(SEEDS)('%s: %s is found, and nothing else', async (code, _what, seed) => {
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
