import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Rollup } from 'vite';
import { beforeAll, expect, test } from 'vitest';

const source = (path: string): string => fileURLToPath(new URL(`../src/${path}`, import.meta.url));

const LIBRARIES = /leaflet\/src|leaflet\/dist|supercluster|kdbush|maplibre-gl\/|pmtiles/;
const GL = /node_modules\/maplibre-gl\//;

let output: readonly (Rollup.OutputChunk | Rollup.OutputAsset)[] = [];

beforeAll(async () => {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    root: source('.'),
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: {
        input: [source('document-renderer.ts'), source('clusterer.ts')],
        preserveEntrySignatures: 'strict',
      },
    },
  });
  output = 'output' in result ? result.output : [];
});

test('the first bytes hold neither a map library nor the clustering code', () => {
  const entries = output.filter((file) => file.type === 'chunk' && file.isEntry);
  expect(entries).toHaveLength(2);
  const modules = closureOf(entries.map((file) => file.fileName)).flatMap((file) => file.moduleIds);
  expect(modules.length).toBeGreaterThan(0);
  expect(modules.filter((id) => LIBRARIES.test(id))).toEqual([]);
});

test('the map drawn by Leaflet costs 30 KB compressed, Leaflet included', () => {
  const part = lazyPart('drawing');
  expect(kilobytes(part)).toBeLessThan(30);
  expect(part.flatMap(({ moduleIds }) => moduleIds).filter((id) => GL.test(id))).toEqual([]);
});

test('the map drawn by MapLibre costs 305 KB compressed, and no Leaflet; tile archives come on demand', () => {
  const part = lazyPart('gl-drawing');
  expect(kilobytes(part)).toBeLessThan(305);
  const modules = part.flatMap(({ moduleIds }) => moduleIds);
  expect(modules.filter((id) => /node_modules\/(leaflet|pmtiles)\//.test(id))).toEqual([]);
  const archive = lazyPart('archive').filter((file) => !part.includes(file));
  expect(kilobytes(archive)).toBeLessThan(10);
});

test('MapLibre’s worker is a file of its own beside the page’s', () => {
  const worker = output.find(({ fileName }) => fileName.includes('maplibre-gl-worker-'));
  expect(worker?.type).toBe('asset');
  const starts = lazyPart('gl-drawing').filter(({ code }) =>
    code.includes(worker?.fileName ?? '?'),
  );
  expect(starts).toHaveLength(1);
});

test('the worker costs 5 KB compressed', () => {
  const worker = output.find(({ fileName }) => fileName.includes('cluster-worker-'));
  expect(gzipSync(worker?.type === 'asset' ? worker.source : '').length / 1024).toBeLessThan(5);
  expect(worker?.type).toBe('asset');
});

test('no part of Leaflet that writes HTML is in it, but for its look at what SVG can do', () => {
  const code = lazyPart('drawing')
    .map((file) => file.code)
    .join('\n');
  expect(code.match(/\.innerHTML\s*=/g)).toHaveLength(2);
  expect(code).toMatch(/innerHTML\s*=\s*["'`]<svg\/>/);
  expect(code).toMatch(/innerHTML\s*=\s*["'`]<v:shape adj="1"\/>/);
});

/** The part of the program that `import()` of a module of this name brings, without what is there before. */
function lazyPart(name: string): Rollup.OutputChunk[] {
  const chunks = output.filter((file) => file.type === 'chunk');
  const start = chunks.find((file) => file.isDynamicEntry && file.name === name);
  if (start === undefined) throw new Error(`the build has no part ${name}`);
  const before = closureOf(chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName));
  return closureOf([start.fileName]).filter((file) => !before.includes(file));
}

function closureOf(
  names: readonly string[],
  found: Rollup.OutputChunk[] = [],
): Rollup.OutputChunk[] {
  for (const file of output) {
    if (file.type !== 'chunk' || !names.includes(file.fileName) || found.includes(file)) continue;
    found.push(file);
    closureOf(file.imports, found);
  }
  return found;
}

function kilobytes(files: readonly Rollup.OutputChunk[]): number {
  return files.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length / 1024, 0);
}
