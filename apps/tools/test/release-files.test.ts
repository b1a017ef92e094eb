import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  fullName,
  gapsOf,
  settledBill,
  type BillOfMaterials,
  type Component,
} from '../src/release/bill-of-materials.ts';
import { releaseFiles } from '../src/release/release-files.ts';
import { newestVersion, ourPackages } from '../src/release/our-packages.ts';
import { root } from '../src/run.ts';

const whole: Component = {
  group: '@x',
  name: 'a',
  version: '1.0.0',
  purl: 'pkg:npm/%40x/a@1.0.0',
  licenses: [{ license: { id: 'MIT' } }],
  hashes: [{ alg: 'SHA-512', content: '00' }],
};
const billOf = (...components: readonly Component[]): BillOfMaterials => ({
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  metadata: { component: { name: 'app', version: '0.0.0' } },
  components,
});

test.each([
  ['version', { version: '' }],
  ['purl', { purl: 'pkg:pypi/a' }],
  ['licence', { licenses: [] }],
  ['SHA-512', { hashes: [{ alg: 'SHA-1', content: '00' }] }],
])('a part without a %s is a gap', (what, change) => {
  expect(gapsOf(billOf(whole))).toEqual([]);
  expect(gapsOf(billOf(whole, { ...whole, ...change }))).toEqual([
    expect.stringContaining(`has no ${what}`),
  ]);
});

test('where a tarball of ours lay is not told, and its hash is that of its bytes', () => {
  const local: Component = {
    name: '@x/a',
    version: '1.0.0',
    externalReferences: [{ url: 'file:/somewhere/a.tgz' }, { url: 'https://example.com/a' }],
  };
  const { components } = settledBill(billOf(local), new Map([['@x/a@1.0.0', 'ff']]), 'now');
  expect(components).toEqual([
    {
      ...local,
      externalReferences: [{ url: 'https://example.com/a' }],
      hashes: [{ alg: 'SHA-512', content: 'ff' }],
    },
  ]);
});

test('the same parts give the same bill, in whatever order they came', () => {
  const parts = fc.uniqueArray(fc.string({ unit: 'grapheme-ascii', minLength: 1 }), {
    minLength: 1,
  });
  fc.assert(
    fc.property(parts, (names) => {
      const components = names.map((name) => ({ ...whole, name, purl: `pkg:npm/${name}` }));
      const [one, other] = [components, components.toReversed()].map((each) =>
        settledBill({ ...billOf(...each), serialNumber: String(Math.random()) }, new Map(), 'now'),
      );
      expect(one).toEqual(other);
      expect(one?.serialNumber).toMatch(
        /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
      );
    }),
  );
});

describe('what a release publishes', { tags: ['ci'] }, () => {
  const folder = join(root, '.cache/release');
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const files = (end: string): string[] => readdirSync(folder).filter((name) => name.endsWith(end));
  const bill = (name: string): BillOfMaterials => JSON.parse(read(name)) as BillOfMaterials;
  let released: string[][] = [];
  beforeAll(async () => {
    await releaseFiles();
    released = read('packages.tsv')
      .trim()
      .split('\n')
      .map((line) => line.split('\t'));
  }, 180_000);

  test('every package that has the version of the release, after all it depends on', () => {
    const version = newestVersion();
    const ours = ourPackages('packages').filter((one) => one.version === version);
    const names = released.map(([name = '']) => name);
    expect([...names].sort()).toEqual(ours.map(({ name }) => name).sort());
    for (const { name, dependencies = {} } of ours)
      for (const other of Object.keys(dependencies))
        if (names.includes(other)) expect(names.indexOf(other)).toBeLessThan(names.indexOf(name));
    expect(names.at(-1)).toBe('create-yokoten');
    expect(files('.tgz').sort()).toEqual(released.map(([, , file = '']) => file).sort());
  });

  test('checksums of all that is attached', () => {
    const listed = read('SHA256SUMS')
      .trim()
      .split('\n')
      .map((line) => line.slice(66));
    expect(listed.sort()).toEqual([...files('.tgz'), ...files('.cdx.json')].sort());
    for (const line of read('SHA256SUMS').trim().split('\n')) {
      const bytes = readFileSync(join(folder, line.slice(66)));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(line.slice(0, 64));
    }
  });

  test('a bill of materials for each tarball and for an app of each template, valid by its standard', async () => {
    const apps = readdirSync(join(root, 'templates')).map(
      (id) => `app-${id}-${newestVersion()}.cdx.json`,
    );
    const packages = files('.tgz').map((name) => name.replace(/\.tgz$/, '.cdx.json'));
    expect(new Set(files('.cdx.json'))).toEqual(new Set([...apps, ...packages]));
    // The compiled schema is kept: making it takes seconds.
    const versions = [Spec.Version.v1dot5, Spec.Version.v1dot6] as const;
    const validators = new Map<string, Validation.JsonStrictValidator>(
      versions.map((version) => [version, new Validation.JsonStrictValidator(version)]),
    );
    for (const name of files('.cdx.json')) {
      const validator = validators.get(bill(name).specVersion);
      expect(validator, name).toBeDefined();
      expect(await validator?.validate(read(name)), name).toBeNull();
      expect(gapsOf(bill(name)), name).toEqual([]);
      expect(read(name)).not.toMatch(/"file:|"url": "\//);
    }
  }, 120_000);

  test('a package’s bill names what it depends on, with the hash of the very tarball where it is ours', () => {
    for (const [name = '', , file = ''] of released) {
      const { components, metadata } = bill(file.replace(/\.tgz$/, '.cdx.json'));
      const own = ourPackages('packages').find((one) => one.name === name);
      const parts = components.map(fullName);
      for (const other of Object.keys(own?.dependencies ?? {}))
        expect(parts, name).toContain(other);
      expect(fullName(metadata.component)).toBe(name);
      for (const component of [metadata.component, ...components]) {
        const [, , tarball] = released.find(([one]) => one === fullName(component)) ?? [];
        if (tarball === undefined) continue;
        const bytes = readFileSync(join(folder, tarball));
        expect(component.hashes).toEqual([
          { alg: 'SHA-512', content: createHash('sha512').update(bytes).digest('hex') },
        ]);
      }
    }
  });

  test('made once more, it is the same to the byte', async () => {
    const before = new Map(readdirSync(folder).map((name) => [name, read(name)]));
    await releaseFiles();
    for (const [name, text] of before) expect(read(name) === text, name).toBe(true);
  }, 180_000);
});
