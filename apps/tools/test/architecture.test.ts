import { describe, expect, test } from 'vitest';
import { findViolations, importsOf, type Manifest } from '../src/architecture.ts';
import { isSource, repositoryFiles, textOf } from '../src/sources.ts';

const files = repositoryFiles();
const manifests = files
  .filter((path) => /^packages\/[^/]+\/package\.json$/.test(path))
  .map((path) => JSON.parse(textOf(path)) as Manifest & Record<string, unknown>);
const folderOf = new Map(
  files
    .filter((path) => /^packages\/[^/]+\/package\.json$/.test(path))
    .map((path) => [
      (JSON.parse(textOf(path)) as Manifest).name,
      path.replace('/package.json', ''),
    ]),
);
const sources = [...folderOf].flatMap(([name, folder]) =>
  files
    .filter((path) => path.startsWith(`${folder}/src/`) && isSource(path) && path.endsWith('.ts'))
    .map((path) => ({ package: name, path: path.slice(folder.length + 1), text: textOf(path) })),
);

describe('imports point down only', () => {
  test('in every manifest and every source file', () => {
    expect(sources.length).toBeGreaterThan(20);
    expect(findViolations(manifests, sources)).toEqual([]);
  });

  test('the checker sees what it must', () => {
    const standard: Manifest = {
      name: '@yokoten/standard',
      exports: { '.': {} },
      dependencies: { '@yokoten/ui': '1' },
    };
    const ui: Manifest = { name: '@yokoten/ui', exports: { '.': {} } };
    const found = findViolations(
      [standard, ui, { name: '@yokoten/new-thing' }],
      [
        {
          package: '@yokoten/ui',
          path: 'src/a.ts',
          text: "import { x } from '@yokoten/standard';",
        },
        {
          package: '@yokoten/ui',
          path: 'src/b.ts',
          text: "const y = await import('@yokoten/standard/dist/y.js');",
        },
        {
          package: '@yokoten/ui',
          path: 'src/c.ts',
          text: "export * from '../../../packages/standard/src/units.ts';",
        },
      ],
    );
    expect(found).toHaveLength(5);
  });

  test('finds every form of import', () => {
    const text =
      "import 'a';\nimport type { B } from 'b';\nexport { c } from 'c';\nimport {\n  d,\n} from 'd';\nawait import('e');";
    expect(importsOf(text).map(({ specifier }) => specifier)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
});

describe.each(manifests)('manifest of $name', (manifest) => {
  test('is complete', () => {
    expect(manifest).toMatchObject({
      license: 'MIT',
      type: 'module',
      engines: { node: '>=20.19' },
    });
    expect(manifest).toHaveProperty('sideEffects');
    // The compiler's own notes are large and of no use to whoever installs the package.
    if (manifest.name !== 'create-yokoten')
      expect(manifest['files']).toContain('!dist/.tsbuildinfo');
    expect(files).toContain(`${folderOf.get(manifest.name)}/README.md`);
    expect(files).toContain(`${folderOf.get(manifest.name)}/LICENSE`);
  });

  test('has types first in every code entry', () => {
    for (const [entry, target] of Object.entries(manifest.exports ?? {})) {
      if (typeof target === 'string') expect(target, entry).toMatch(/\.(json|css)$/);
      else expect(Object.keys(target as object), entry).toEqual(['types', 'default']);
    }
  });

  test('pins what is not ours through the catalog', () => {
    const all = {
      ...manifest.dependencies,
      ...(manifest.devDependencies as Record<string, string> | undefined),
    };
    for (const [name, range] of Object.entries(all))
      expect(range, name).toMatch(/^(catalog:|workspace:\^)$/);
  });
});

test('apps and templates import packages by their published names', () => {
  const reaching = files
    .filter((path) => /^(apps|templates)\//.test(path) && isSource(path))
    .filter((path) =>
      importsOf(textOf(path)).some(({ specifier }) => /^\.\.\/.*packages\//.test(specifier)),
    );
  expect(reaching).toEqual([]);
});
