import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { applyEdits, modify } from 'jsonc-parser';
import { yokoten } from '../src/vite.ts';
import { serve, yokoten as run } from './run-command.ts';

const template = fileURLToPath(new URL('../../../templates/disaster-map/', import.meta.url));

interface Credited {
  readonly credit: {
    readonly source: { readonly ja: string };
    readonly licence: string | null;
    readonly processed?: { readonly ja: string };
  };
}

interface MapDocument {
  readonly municipality: { readonly code?: string; readonly name: { readonly ja: string } };
  readonly layers: readonly (Credited & {
    readonly id: string;
    readonly places: readonly unknown[];
  })[];
  readonly boundary?: Credited;
  readonly addresses?: Credited & { readonly url?: string };
  readonly report: { readonly leftOut: number; readonly url?: string };
}

const MADE: ReadonlySet<string> = new Set(['node_modules', 'dist', '.turbo']);

/** Builds a copy of the template; `change` is what a new town does to it first. */
async function buildCopy(
  change: (root: string) => Promise<void>,
): Promise<{ html: string; document: MapDocument; files: string[] }> {
  const root = await mkdtemp(join(tmpdir(), 'yokoten-template-'));
  try {
    await cp(template, root, { recursive: true, filter: (path) => !MADE.has(basename(path)) });
    await symlink(join(template, 'node_modules'), join(root, 'node_modules'), 'junction');
    await change(root);
    await build({
      root,
      configFile: false,
      logLevel: 'silent',
      plugins: [yokoten({ lang: 'en' })],
    });
    const html = await readFile(join(root, 'dist/index.html'), 'utf8');
    const [, path = ''] = /<disaster-map src="\.\/([^"]+)"/.exec(html) ?? [];
    const document = JSON.parse(await readFile(join(root, 'dist', path), 'utf8')) as MapDocument;
    return { html, document, files: await readdir(join(root, 'dist/assets')) };
  } finally {
    await rm(root, { recursive: true });
  }
}

test('the template is a site: every row shown, no host but its own', async () => {
  const { html, document, files } = await buildCopy(async () => {});
  expect(document.layers.map(({ id, places }) => [id, places.length])).toEqual([
    ['指定緊急避難場所', 8],
    ['指定避難所', 5],
  ]);
  expect(document.report).toEqual({ rows: 13, shown: 13, leftOut: 0 });
  expect(html).toContain("img-src 'self' data:;");
  expect(html).not.toContain('http://');
  expect(html).toMatch(/<link rel="modulepreload" href="\.\/assets\/[\w-]+\.js" crossorigin>/);
  expect(files.filter((name) => name.endsWith('.woff2'))).toHaveLength(1);
});

/** What the scaffolder does: no sample, the code of a town, no data. */
async function becomeTown(root: string): Promise<void> {
  const path = join(root, 'yokoten.config.jsonc');
  let config = await readFile(path, 'utf8');
  const { sample } = JSON.parse(await readFile(join(root, 'template.json'), 'utf8')) as {
    sample: { configKeys: string[] };
  };
  for (const key of sample.configKeys) {
    config = applyEdits(config, modify(config, [key], undefined, {}));
  }
  config = applyEdits(config, modify(config, ['municipality'], '182079', {}));
  await writeFile(path, config);
  await rm(join(root, 'data'), { recursive: true });
}

test('a new town is the template with a code and without data', { tags: ['ci'] }, async () => {
  const { html, document } = await buildCopy(becomeTown);
  expect(document.municipality).toMatchObject({ code: '182079', name: { ja: '鯖江市' } });
  expect(document.layers).toEqual([]);
  expect(html).toContain('https://cyberjapandata.gsi.go.jp');
});

test('a host that says what is open is in the policy, and no other', { tags: ['ci'] }, async () => {
  const { html, files } = await buildCopy(async (root) => {
    const path = join(root, 'yokoten.config.jsonc');
    const config = await readFile(path, 'utf8');
    const state = {
      url: 'https://open.example.jp/v2/entities?type=EvacuationShelter',
      staleAfterMinutes: 60,
      credit: { source: '見本市' },
    };
    await writeFile(path, applyEdits(config, modify(config, ['state'], state, {})));
  });
  expect(html).toContain("connect-src 'self' https://open.example.jp;");
  expect(files.filter((name) => name.startsWith('now-part-'))).toHaveLength(1);
});

const SQUARE = [
  [136.1, 35.9],
  [136.3, 35.9],
  [136.3, 36],
  [136.1, 35.9],
];
const collection = (geometry: object, properties: object): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: [{ type: 'Feature', geometry, properties }],
  });

/** A new town fetches its first data from a server on this machine; `change` is what it does then. */
async function startedTown(root: string, change?: (root: string) => Promise<void>): Promise<void> {
  await becomeTown(root);
  const host = await serve({
    'boundary.json': collection({ type: 'Polygon', coordinates: [SQUARE] }, { N03_007: '18207' }),
    'sites.json': collection(
      { type: 'Point', coordinates: [136.2, 35.95] },
      { 共通ID: 'E1', '施設・場所名': '見本公園', 住所: '見本町1', 洪水: '1' },
    ),
    'towns.json': JSON.stringify([{ town: '見本町一丁目', koaza: '', lat: 35.95, lng: 136.2 }]),
  });
  const sources = Object.fromEntries(
    ['boundary', 'sites', 'towns'].map((part) => [part, { url: `${host}${part}.json` }]),
  );
  await writeFile(join(root, 'sources.json'), JSON.stringify(sources));
  const args = ['--folder', root, '--sources', join(root, 'sources.json'), '--allow-private'];
  const pulled = await run('data', 'pull', 'starter', '--municipality', '182079', ...args);
  expect(pulled).toMatchObject({ code: 0, err: '' });
  await change?.(root);
}

test('what `yokoten data pull starter` fetched is built as it is, with the credit that it recorded', async () => {
  const { document } = await buildCopy(startedTown);
  expect(document.layers.map(({ id, credit }) => [id, credit.source.ja, credit.licence])).toEqual([
    ['指定緊急避難場所', '国土地理院 指定緊急避難場所データ', '国土地理院コンテンツ利用規約'],
  ]);
  expect(document.layers[0]?.credit).not.toHaveProperty('processed');
  expect(document.boundary?.credit).toMatchObject({
    source: { ja: expect.stringContaining('国土数値情報') },
    licence: '国土数値情報ダウンロードサイト利用約款',
    processed: { ja: expect.stringContaining('取り出しています') },
  });
  expect(document.addresses).toMatchObject({
    url: expect.stringMatching(/^assets\/addresses-/),
    credit: { source: { ja: 'Geolonia 住所データ' }, licence: 'CC-BY-4.0' },
  });
});

test(
  'the config states a source, and that counts; what was changed since is said to be',
  { tags: ['ci'] },
  async () => {
    const { document } = await buildCopy((root) =>
      startedTown(root, async () => {
        const path = join(root, 'yokoten.config.jsonc');
        const address = { credit: { source: { ja: '自分の町' }, licence: 'CC0-1.0' } };
        const config = await readFile(path, 'utf8');
        const credit = { source: { ja: 'ほかのもの' } };
        const edited = applyEdits(config, modify(config, ['address'], address, {}));
        await writeFile(path, applyEdits(edited, modify(edited, ['credit'], credit, {})));
        const sites = join(root, 'data/01-指定緊急避難場所.geojson');
        await writeFile(sites, (await readFile(sites, 'utf8')).replace('見本公園', '見本広場'));
      }),
    );
    expect(document.addresses?.credit.source.ja).toBe('自分の町');
    expect(document.layers[0]?.credit).toMatchObject({
      source: { ja: '国土地理院 指定緊急避難場所データ' },
      processed: { ja: '取得したあとに、このページのために直しています。' },
    });
  },
);

test('a record of fetched files that cannot be read stops the build, at that file', async () => {
  const broken = buildCopy(async (root) => {
    await writeFile(join(root, 'yokoten.data.lock.json'), '{ "lockfileVersion": 2 }');
  });
  await expect(broken).rejects.toThrow(/yokoten\.data\.lock\.json[\s\S]*open-data\/broken-lock/);
});
