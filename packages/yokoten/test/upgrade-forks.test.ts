import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'jsonc-parser';
import { afterAll, expect, test } from 'vitest';
import { eachOf } from '../../../apps/tools/src/tier.ts';
import { CONFIG_ONLY, FORKS, MIGRATION, realTemplate, settle, threeReleases } from './forks.ts';
import { appFrom, releasesIn, temporary, upgradeAndMerge, type App } from './upgrade-app.ts';

const first = realTemplate('1.0.0');
const [second, third, fourth] = threeReleases(first);

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

test('the table holds the copies, most of which edited no source', () => {
  expect(FORKS.length).toBeGreaterThanOrEqual(22);
  expect(new Set(FORKS.map(({ repository }) => repository)).size).toBe(FORKS.length);
  expect(CONFIG_ONLY.length / FORKS.length).toBeGreaterThan(0.7);
  for (const { base } of FORKS) expect(base).toMatch(/^[0-9a-f]{40}$/);
});

let clean = 0;
afterAll(() => console.log(`forks, config only: ${clean} of ${CONFIG_ONLY.length} clean`));

eachOf(CONFIG_ONLY)(
  '$repository goes through three releases without a conflict',
  async (fork) => {
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
    expect(text.match(/^\s*\/\/.*$/gm)).toHaveLength(
      read(first).match(/^\s*\/\/.*$/gm)?.length ?? 0,
    );
    expect(existsSync(join(stepwise.root, '.gitattributes'))).toBe(false);
    expect(existsSync(join(stepwise.root, 'src/main.ts'))).toBe(false);
    expect(stepwise.read('src/page.ts')).toContain('./later');
    expect(stepwise.read('SECURITY.md')).toBe('Write to the office.\n');
    expect(stepwise.read('package.json')).toContain('"yokoten": "^2.0.0"');
    expect(await upgradeAndMerge(stepwise, releases, { migrations: [MIGRATION] })).toMatchObject({
      status: 'up-to-date',
    });
    clean += 1;
  },
  60_000,
);

function read({ files }: typeof first): string {
  return `${String(files['yokoten.config.jsonc']?.[1])}// \n`;
}
