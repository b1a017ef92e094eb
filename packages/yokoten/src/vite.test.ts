import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type InlineConfig } from 'vite';
import { afterEach, expect, test, vi } from 'vitest';
import { eachOf } from '../../../apps/tools/src/tier.ts';
import { CONFIG, temporaryApp, type TemporaryApp } from '../test/temporary-app.ts';
import { yokoten } from './vite.ts';

/** What a build prints, on both ways out. */
interface Told {
  readonly warnings: string[];
  readonly printed: string[];
}

async function buildApp(app: TemporaryApp, settings: InlineConfig = {}): Promise<Told> {
  const told: Told = { warnings: [], printed: [] };
  vi.spyOn(console, 'log').mockImplementation((line: string) => void told.printed.push(line));
  vi.spyOn(console, 'warn').mockImplementation((line: string) => void told.warnings.push(line));
  await build({
    root: app.root,
    configFile: false,
    logLevel: 'warn',
    plugins: [yokoten({ lang: 'ja' })],
    ...settings,
  });
  return told;
}

async function published(app: TemporaryApp): Promise<Map<string, string>> {
  const folder = join(app.root, 'dist');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const read = files.map(async ({ parentPath, name }) => {
    const path = join(parentPath, name);
    return [path.slice(folder.length + 1), await readFile(path, 'latin1')] as const;
  });
  return new Map((await Promise.all(read)).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

async function page(app: TemporaryApp): Promise<string> {
  return readFile(join(app.root, 'dist/index.html'), 'utf8');
}

async function json(app: TemporaryApp, path: string): Promise<unknown> {
  return JSON.parse(await readFile(join(app.root, 'dist', path), 'utf8'));
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

test('config and data become a page with its document, policy, title and table', async () => {
  await using app = await temporaryApp();
  await buildApp(app);
  const html = await page(app);
  const [, documentPath = ''] =
    /<disaster-map src="\.\/(assets\/map-\w{8}\.json)">/.exec(html) ?? [];
  expect(await json(app, documentPath)).toMatchObject({
    title: CONFIG.title,
    report: { shown: 2 },
  });
  expect(html).toContain('<html lang="ja">');
  expect(html).toContain('<title>見本市の&lt;地図&gt;</title>');
  expect(html).not.toContain('to be replaced');
  expect(html).toContain('<meta name="description" content="避難所&quot;と&quot;地図">');
  expect(html).toMatch(/<meta name="generator" content="Yokoten \d+\.\d+\.\d+">/);
  expect(html).toContain('<meta name="theme-color" content="#0017c1">');
  expect(html).toMatch(/<disaster-map[^>]*>\s*<div class="yokoten-fallback">\s*<table>.*2 件/);
  expect(html).toContain(`<link rel="preload" as="fetch" href="./${documentPath}" crossorigin>`);
  expect(html).toMatch(
    /<link rel="modulepreload" href="\.\/assets\/drawing-[\w-]+\.js" crossorigin>/,
  );
  expect(html.match(/<meta charset/g)).toHaveLength(1);
});

test('the policy comes before anything it governs and has no hole in a build', async () => {
  await using app = await temporaryApp();
  await buildApp(app);
  const html = await page(app);
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html);
  expect(policy?.[1]).toContain("img-src 'self' data: https://tiles.example.jp;");
  expect(policy?.[1]).not.toMatch(/unsafe|\*|ws:|blob:/);
  expect(policy?.index).toBeLessThan(html.search(/<(script|link|style)/));
  expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/);
});

test(
  'every address is relative, so that the site works under any path',
  { tags: ['ci'] },
  async () => {
    await using app = await temporaryApp(
      { ...CONFIG, site: { icon: 'images/市 章.svg' } },
      {
        'images/市 章.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
      },
    );
    await buildApp(app);
    const html = await page(app);
    const addresses = [...html.matchAll(/\s(?:src|href)="([^"]*)"/g)].map(
      ([, address = '']) => address,
    );
    const files = await published(app);
    expect(addresses.length).toBeGreaterThanOrEqual(6);
    for (const address of addresses) {
      expect(address.startsWith('./')).toBe(true);
      const path = decodeURI(address.slice(2));
      expect([...files.keys()].map((name) => name.normalize('NFC'))).toContain(path);
    }
    for (const [path, text] of files) {
      if (/\.(js|css|html)$/.test(path)) expect(text).not.toMatch(/["'(]\/assets\//);
    }
  },
);

test(
  'with the site’s address known, previews elsewhere get absolute addresses; without it none',
  { tags: ['ci'] },
  async () => {
    const picture = { 'images/a.png': 'png' };
    await using known = await temporaryApp(
      { ...CONFIG, site: { url: 'https://example.jp/map', image: 'images/a.png' } },
      picture,
    );
    await buildApp(known);
    const html = await page(known);
    expect(html).toContain('<meta property="og:url" content="https://example.jp/map/">');
    expect(html).toContain(
      '<meta property="og:image" content="https://example.jp/map/images/a.png">',
    );
    expect(html).toContain('<link rel="canonical" href="https://example.jp/map/">');
    await using unknown = await temporaryApp(
      { ...CONFIG, site: { image: 'images/a.png' } },
      picture,
    );
    await buildApp(unknown);
    expect(await page(unknown)).not.toMatch(/og:(url|image)|canonical/);
    expect(await page(unknown)).toContain('og:title');
  },
);

test('the accent, the font of last resort and its licence are published', async () => {
  await using app = await temporaryApp({ ...CONFIG, theme: { accent: '#8B0000' } });
  await buildApp(app);
  const files = await published(app);
  const names = [...files.keys()];
  const font = names.find((name) => /^assets\/yokoten-ud-\w{8}\.woff2$/.test(name)) ?? '';
  const css = names.find((name) => /^assets\/yokoten-\w{8}\.css$/.test(name)) ?? '';
  expect(files.get(css)).toContain(font.slice('assets/'.length));
  expect(files.get(css)).toContain('font-display:swap');
  expect(files.get(css)).toContain('--yokoten-accent:#8b0000');
  expect(files.get('assets/OFL.txt')).toContain('SIL OPEN FONT LICENSE');
  expect(files.get(font)?.length).toBeLessThan(120_000);
  expect(await page(app)).toContain('<meta name="theme-color" content="#8b0000">');
});

test('a bad row is left out, printed and in the report; the rest is published', async () => {
  await using app = await temporaryApp(CONFIG, { 'data/01-避難所.csv': 'いち\n!に\nさん\n' });
  const { warnings, printed } = await buildApp(app);
  expect(warnings.join('\n')).toMatch(
    /data\/01-避難所\.csv: 1 件\n {2}B2 緯度 {2}使えない {2}緯度が/,
  );
  expect(printed.join('\n')).not.toContain('::warning');
  const [, documentPath = ''] = /src="\.\/(assets\/map-[^"]+)"/.exec(await page(app)) ?? [];
  const document = (await json(app, documentPath)) as { report: { shown: number; url: string } };
  expect(document.report.shown).toBe(2);
  expect(await json(app, document.report.url)).toMatchObject({
    schemaVersion: 1,
    problems: [{ code: 'open-data/missing-coordinate', cell: 'B2' }],
  });
});

test('without problems there is no report to load', { tags: ['ci'] }, async () => {
  await using app = await temporaryApp();
  await buildApp(app);
  expect([...(await published(app)).keys()].join()).not.toContain('report');
});

test('on GitHub Actions the row is noted at its line, and in the job’s summary', async () => {
  await using app = await temporaryApp(CONFIG, { 'data/01-避難所.csv': '!に\n' });
  const summary = join(app.root, 'summary.md');
  vi.stubEnv('GITHUB_ACTIONS', 'true');
  vi.stubEnv('GITHUB_WORKSPACE', app.root);
  vi.stubEnv('GITHUB_STEP_SUMMARY', summary);
  const { printed } = await buildApp(app);
  expect(printed.filter((line) => line.startsWith('::'))).toEqual([
    '::warning file=data/01-避難所.csv,line=1,title=B1 open-data/missing-coordinate::緯度がありません。%0A「!に」を直してください。',
  ]);
  expect(await readFile(summary, 'utf8')).toContain('| data/01&#45;避難所&#46;csv | 1 | 緯度 |');
});

test('a fault of the config stops the build, in words and at its place, and leaves the old site', async () => {
  await using app = await temporaryApp();
  await buildApp(app);
  const before = await published(app);
  await app.write('yokoten.config.jsonc', JSON.stringify({ ...CONFIG, fault: 1 }, undefined, 2));
  vi.stubEnv('GITHUB_ACTIONS', 'true');
  vi.stubEnv('GITHUB_WORKSPACE', app.root);
  vi.stubEnv('GITHUB_STEP_SUMMARY', '');
  const error: unknown = await buildApp(app).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Error);
  expect(String((error as Error).stack)).toBe(
    'yokoten.config.jsonc:24:12\n層がありません。\n(disaster-map/unknown-layer)',
  );
  expect(console.log).toHaveBeenCalledWith(
    '::error file=yokoten.config.jsonc,line=24,col=12,title=disaster-map/unknown-layer::層がありません。',
  );
  expect(await published(app)).toEqual(before);
});

eachOf([
  ['yokoten/config-missing', undefined, { 'yokoten.config.jsonc': undefined }],
  ['yokoten/config-syntax', '{ "a": ', {}],
  ['yokoten/unknown-municipality', { ...CONFIG, municipality: '999999' }, {}],
  [
    'yokoten/missing-image',
    { ...CONFIG, site: { icon: 'images/icno.svg' } },
    { 'images/icon.svg': '' },
  ],
  ['yokoten/missing-element', CONFIG, { 'index.html': '<html><head></head><body></body></html>' }],
  [
    'yokoten/app-too-old',
    CONFIG,
    { 'node_modules/@yokoten/disaster-map/package.json': '{ "exports": {} }' },
  ],
  [
    'yokoten/app-too-old',
    CONFIG,
    { 'node_modules/@yokoten/disaster-map/build.js': 'export const disasterMap = 1;' },
  ],
])('%s stops the build', async (code, config, files) => {
  await using app = await temporaryApp(config, files);
  await expect(buildApp(app)).rejects.toThrow(`(${code})`);
});

test('the same files give the same bytes', { tags: ['ci'] }, async () => {
  const files = { 'data/01-避難所.csv': 'いち\n!に\n', 'images/icon.svg': '<svg/>' };
  await using first = await temporaryApp(CONFIG, files);
  await using second = await temporaryApp(CONFIG, files);
  await buildApp(first);
  await buildApp(second);
  expect(await published(first)).toEqual(await published(second));
});

test(
  'yokoten.json tells other sites what this is; a date only where one was given',
  { tags: ['ci'] },
  async () => {
    await using app = await temporaryApp(
      { ...CONFIG, municipality: '132012' },
      {
        'yokoten.lock.json': '{ "template": "disaster-map", "version": "0.1.0", "files": {} }',
      },
    );
    await buildApp(app);
    const description = await json(app, 'yokoten.json');
    expect(description).toEqual({
      schemaVersion: 1,
      generator: 'yokoten',
      version: expect.stringMatching(/^\d+\.\d+\.\d+/) as string,
      template: { id: 'disaster-map', version: '0.1.0' },
      app: 'disaster-map',
      municipality: '132012',
      title: CONFIG.title,
      languages: ['ja', 'en'],
      layers: [{ id: 'a', title: { ja: 'あ' }, rows: 2, licence: 'CC0-1.0', date: '2022' }],
    });
    vi.stubEnv('SOURCE_DATE_EPOCH', '1795312800');
    await buildApp(app);
    expect(await json(app, 'yokoten.json')).toMatchObject({ builtAt: '2026-11-22T02:00:00.000Z' });
  },
);

test('an app without a data folder is a page too', { tags: ['ci'] }, async () => {
  await using app = await temporaryApp(CONFIG, { 'data/01-避難所.csv': undefined });
  await buildApp(app);
  expect(await page(app)).toContain('0 件');
});
