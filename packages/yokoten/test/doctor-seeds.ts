import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configure, edit, put } from './doctor-app.ts';
import { installParts, PARTS } from './parts-package.ts';

type Seed = readonly [code: string, what: string, seed: (app: string) => void];

const page =
  (from: string, to: string) =>
  (app: string): void =>
    edit(app, 'index.html', (text) => text.replace(from, to));
export const deploy =
  (from: string | RegExp, to: string) =>
  (app: string): void =>
    edit(app, '.github/workflows/deploy.yml', (text) => text.replace(from, to));
export const publiccode =
  (from: string | RegExp, to: string) =>
  (app: string): void =>
    edit(app, 'publiccode.yml', (text) => text.replace(from, to));
const readme =
  (text: string) =>
  (app: string): void =>
    edit(app, 'README.md', (before) => before + text);

/** Leftovers and faults of every kind, put into a clean scaffold one at a time. */
export const SEEDS: readonly Seed[] = [
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
    'sample-data-left',
    'schemes',
    (app) => put(app, 'schemes/見本の翻訳-en.yaml', 'language: en\n'),
  ],
  [
    'placeholder-left',
    'telephone of the benefits',
    (app) => configure(app, ['benefits'], { contacts: [{ phone: '000-000-0000' }] }),
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
  [
    'vendor-stale',
    'stored packages without their list',
    (app) => put(app, 'vendor/vendor.json', '{ "schemaVersion": 1, "platforms": ["linux-x64"] }'),
  ],
  [
    'vendor-stale',
    'a package that is not stored',
    (app) => {
      put(app, 'vendor/vendor.json', '{ "schemaVersion": 1, "platforms": ["linux-x64"] }');
      const packages = { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } };
      put(app, 'package-lock.json', JSON.stringify({ lockfileVersion: 3, packages }));
    },
  ],
  [
    'part-behind',
    'a copy of an older part',
    (app) => {
      installParts(app, PARTS);
      put(app, 'src/parts/disaster-map/detail.ts', '');
      const part = { package: '@yokoten/disaster-map', part: 'detail', version: '0.1.0' };
      const parts = {
        'src/parts/disaster-map/detail.ts': { ...part, sha256: '0'.repeat(64) },
      };
      edit(app, 'yokoten.lock.json', (text) =>
        JSON.stringify({ ...(JSON.parse(text) as object), parts }),
      );
    },
  ],
];
