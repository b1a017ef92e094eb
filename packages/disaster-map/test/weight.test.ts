import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Rollup } from 'vite';
import { beforeAll, expect, test } from 'vitest';

const source = (path: string): string => fileURLToPath(new URL(`../src/${path}`, import.meta.url));

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
        input: [source('leaflet-renderer.ts'), source('clusterer.ts')],
        preserveEntrySignatures: 'strict',
      },
    },
  });
  output = 'output' in result ? result.output : [];
});

test('the first bytes hold neither Leaflet nor the clustering code', () => {
  const entries = output.filter((file) => file.type === 'chunk' && file.isEntry);
  expect(entries).toHaveLength(2);
  const modules = withImports(entries.map((file) => file.fileName));
  expect(modules.length).toBeGreaterThan(0);
  expect(modules.filter((id) => /leaflet\/src|leaflet\/dist|supercluster|kdbush/.test(id))).toEqual(
    [],
  );
});

test('the drawn map costs 34 KB compressed, Leaflet included', () => {
  expect(kilobytes('drawing')).toBeLessThan(34);
});

test('the worker costs 5 KB compressed', () => {
  expect(kilobytes('cluster-worker')).toBeLessThan(5);
});

test('no part of Leaflet that writes HTML is in it, but for its look at what SVG can do', () => {
  const code = textOf('drawing');
  expect(code.match(/\.innerHTML\s*=/g)).toHaveLength(2);
  expect(code).toMatch(/innerHTML\s*=\s*["'`]<svg\/>/);
  expect(code).toMatch(/innerHTML\s*=\s*["'`]<v:shape adj="1"\/>/);
});

function withImports(names: readonly string[]): string[] {
  return output.flatMap((file) =>
    file.type === 'chunk' && names.includes(file.fileName)
      ? [...file.moduleIds, ...withImports(file.imports)]
      : [],
  );
}

function textOf(name: string): string {
  const file = output.find(({ fileName }) => fileName.includes(`${name}-`));
  if (file === undefined) throw new Error(`the build has no file ${name}`);
  return file.type === 'chunk' ? file.code : String(file.source);
}

function kilobytes(name: string): number {
  return gzipSync(textOf(name), { level: 9 }).length / 1024;
}
