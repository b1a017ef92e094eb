import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { applyEdits, modify } from 'jsonc-parser';
import { yokoten } from '../src/vite.ts';

const template = fileURLToPath(new URL('../../../templates/disaster-map/', import.meta.url));

interface MapDocument {
  readonly municipality: { readonly code?: string; readonly name: { readonly ja: string } };
  readonly layers: readonly { readonly id: string; readonly places: readonly unknown[] }[];
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

test('a new town is the template with a code and without data', async () => {
  const { html, document } = await buildCopy(async (root) => {
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
  });
  expect(document.municipality).toMatchObject({ code: '182079', name: { ja: '鯖江市' } });
  expect(document.layers).toEqual([]);
  expect(html).toContain('https://cyberjapandata.gsi.go.jp');
});
