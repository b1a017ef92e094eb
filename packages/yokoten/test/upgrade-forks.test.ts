import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'jsonc-parser';
import { expect, test } from 'vitest';
import { setValue } from '../src/internal/upgrade/config-edit.ts';
import { mergeApp } from '../src/internal/upgrade/merge-app.ts';
import { textEntry } from '../src/internal/upgrade/tree.ts';
import { CONFIG_ONLY, MIGRATION, realTemplate, threeReleases, type Fork } from './forks.ts';
import { appFrom, releasesIn, temporary, upgradeAndMerge, type App } from './upgrade-app.ts';

const first = realTemplate('1.0.0');
const [second, third, fourth] = threeReleases(first);

/** What an official did to the app: data, pictures, and settings by the keys that the copy changed. */
function settle(app: App, { name, files, keys, images }: Fork): void {
  for (const [i, header] of files.entries()) {
    const row = header.map((column) =>
      column === 'lat' ? '35.6' : column === 'lon' ? '139.3' : `${name}${i}`,
    );
    app.write(`data/0${i + 1}-▶施設${i}.csv`, `\ufeff${header.join(',')}\r\n${row.join(',')}\r\n`);
  }
  for (let i = 0; i < images; i += 1)
    app.write(`images/legend-${i}.png`, Uint8Array.from([137, 80, i]));
  let config = app.read('yokoten.config.jsonc');
  if (keys.includes('city')) config = setValue(config, ['title'], { ja: `${name}の地図` });
  if (keys.includes('prefecture')) config = setValue(config, ['credit', 'source'], { ja: name });
  if (keys.includes('tiles')) config = setValue(config, ['hazardLayers'], ['flood-l2']);
  if (keys.includes('shikuchoson')) config = setValue(config, ['municipality'], '132012');
  app.write('yokoten.config.jsonc', `${config}// ${name}\n`);
  app.commit();
}

const own = (app: App): string =>
  app.git(
    'ls-tree',
    '-r',
    'HEAD',
    'data',
    'images',
    'theme.css',
    'README.md',
    'README.ja.md',
    'LICENSE',
    'publiccode.yml',
  );

test('the table holds the sixteen of twenty-two copies that edited no source', () => {
  expect(CONFIG_ONLY).toHaveLength(16);
});

/** Each takes some seconds: the quick run takes the three that differ most. */
const tried = ['ci', 'full'].includes(process.env.YOKOTEN_TIER ?? '')
  ? CONFIG_ONLY
  : CONFIG_ONLY.filter(({ name }) => /^(八王子市|越前市の列|東京都の複製)$/.test(name));

test.each(tried)('$name goes through three releases without a conflict', async (fork) => {
  const folder = temporary();
  const releases = await releasesIn(folder, first, second, third, fourth);
  const [stepwise, direct] = ['stepwise', 'direct'].map((name) => {
    const app = appFrom(first, folder, { name });
    settle(app, fork);
    return app;
  });
  if (stepwise === undefined || direct === undefined) throw new Error();
  const before = own(stepwise);
  const config = parse(stepwise.read('yokoten.config.jsonc')) as Record<string, unknown>;
  for (const to of ['1.1.0', '2.0.0', '2.1.0']) {
    const report = await upgradeAndMerge(stepwise, releases, { to, migrations: [MIGRATION] });
    expect(report).toMatchObject({ status: 'done', to, decisions: [] });
  }
  expect(await upgradeAndMerge(direct, releases, { migrations: [MIGRATION] })).toMatchObject({
    to: '2.1.0',
    decisions: [],
  });
  expect(direct.git('rev-parse', 'HEAD^{tree}')).toBe(stepwise.git('rev-parse', 'HEAD^{tree}'));

  expect(own(stepwise)).toBe(before);
  const text = stepwise.read('yokoten.config.jsonc');
  const { hazardLayers, ...rest } = config;
  expect(parse(text)).toEqual({ ...rest, schemaVersion: 2, rasters: hazardLayers });
  expect(text.match(/^\s*\/\/.*$/gm)).toHaveLength(read(first).match(/^\s*\/\/.*$/gm)?.length ?? 0);
  expect(existsSync(join(stepwise.root, '.gitattributes'))).toBe(false);
  expect(existsSync(join(stepwise.root, 'src/main.ts'))).toBe(false);
  expect(stepwise.read('src/page.ts')).toContain('./later');
  expect(stepwise.read('SECURITY.md')).toBe('Write to the office.\n');
  expect(stepwise.read('package.json')).toContain('"yokoten": "^2.0.0"');
});

function read({ files }: typeof first): string {
  return `${String(files['yokoten.config.jsonc']?.[1])}// \n`;
}

type Edit = readonly [what: string, path: string, edit: (text: string) => string];

const DEPLOY = '.github/workflows/deploy.yml';

/**
 * Every kind of edit of sources that was found in the copies: layers shown from the start (6 of 8), the page's title, a
 * typo the author mended too, versions of actions and of Node, the call of a stranger's server taken out of the build,
 * `CI: false`, packages raised, an own script and style, analytics, a workflow that no longer runs on pull requests.
 */
const EDITS: readonly Edit[] = [
  [
    'layers shown from the start',
    'index.html',
    (text) => text.replace('<disaster-map', '<disaster-map\n      layers="all"\n     '),
  ],
  [
    'the page’s title',
    'index.html',
    (text) =>
      text.replace('<meta charset="utf-8" />', '<meta charset="utf-8" />\n    <title>地図</title>'),
  ],
  [
    'analytics',
    'index.html',
    (text) => text.replace('  </head>', '    <script src="./a.js"></script>\n  </head>'),
  ],
  ['language of the page', 'index.html', (text) => text.replace('<html>', '<html lang="ja">')],
  [
    'a typo the author mended too',
    DEPLOY,
    (text) => text.replace('node-version: 24', 'node-version: 26'),
  ],
  ['versions of an action', DEPLOY, (text) => text.replace(/checkout@.*/, 'checkout@v6')],
  [
    'CI: false',
    DEPLOY,
    (text) => text.replace('    steps:\n', '    env:\n      CI: false\n    steps:\n'),
  ],
  ['no build of pull requests', DEPLOY, (text) => text.replace('  pull_request:\n', '')],
  [
    'a step before the build',
    DEPLOY,
    (text) =>
      text.replace('      - run: SOURCE', '      - run: npm run fetch\n      - run: SOURCE'),
  ],
  ['an own module', 'src/main.ts', (text) => `import './ours';\n${text}`],
  [
    'an own style',
    'src/main.ts',
    (text) =>
      text.replace("import '../theme.css';\n", "import '../theme.css';\nimport './ours.css';\n"),
  ],
  ['a package raised', 'package.json', (text) => text.replace('"8.3.8"', '"8.3.9"')],
  [
    'a package added',
    'package.json',
    (text) => text.replace('"dependencies": {', '"dependencies": {\n    "own": "1.0.0",'),
  ],
  [
    'a script added',
    'package.json',
    (text) => text.replace('"scripts": {', '"scripts": {\n    "fetch": "node fetch.js",'),
  ],
  ['files kept out of Git', '.gitignore', (text) => `*.xlsx\n${text}`],
  ['a base path', 'vite.config.ts', (text) => text.replace('{ plugins', "{ base: './', plugins")],
];

test('nine of ten kinds of source edits are put together without anybody, and no line of them is lost', async () => {
  const conflicts: string[] = [];
  const files = Object.entries(fourth.files);
  for (const [what, path, edit] of EDITS) {
    const before = String(first.files[path]?.[1]);
    const ours = edit(before);
    expect(ours, what).not.toBe(before);
    const base = new Map(
      Object.entries(first.files)
        .filter(([, [owner]]) => owner !== 'yours')
        .map(([name, [, text]]) => [name, textEntry(String(text)).bytes]),
    );
    const began = performance.now();
    const merged = await mergeApp({
      ours: new Map(
        [...base].map(([name, bytes]) => [
          name,
          name === path ? textEntry(ours) : { bytes, mode: '100644' as const },
        ]),
      ),
      base,
      known: new Set(Object.keys(first.files)),
      theirs: new Map(
        files.map(([name, [owner, text]]) => [
          name,
          { class: owner, bytes: textEntry(String(text)).bytes },
        ]),
      ),
      moved: new Map(Object.entries(fourth.moved ?? {})),
      labels: { ours: 'ours', base: 'base', theirs: 'theirs' },
    });
    expect(performance.now() - began, what).toBeLessThan(1000);
    if (merged.conflicts.size + merged.keyConflicts.size > 0) conflicts.push(what);
    const at = fourth.moved?.[path] ?? path;
    const entry = merged.files.get(at);
    const result = entry ? new TextDecoder().decode(entry.bytes) : ours;
    const added = ours.split('\n').filter((line) => !before.split('\n').includes(line));
    if (!path.endsWith('.json'))
      for (const line of added) expect(result, what).toContain(line.trim());
  }
  expect(conflicts.length / EDITS.length).toBeLessThanOrEqual(0.1);
});
