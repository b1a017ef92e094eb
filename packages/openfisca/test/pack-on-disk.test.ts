import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TestResult } from '../src/index.ts';
import { compilePackage, describePackage, packageFolder, testPack } from '../src/node.ts';
import { MIHON } from './compile-fixture.ts';

/** Beside this package's modules, so that the pack finds its kernel as an installed one does. */
const base = fileURLToPath(new URL('../node_modules/.cache/', import.meta.url));

let out: string;
beforeEach(() => {
  mkdirSync(base, { recursive: true });
  out = mkdtempSync(join(base, 'pack-'));
});
afterEach(() => rmSync(out, { recursive: true }));

test('a pack is written, tested from where it lies, and written again', async () => {
  for (const again of [false, true]) {
    const { files, errors } = compilePackage(MIHON, out);
    expect([again, errors]).toEqual([again, []]);
    expect([...files.keys()].filter((path) => !existsSync(join(out, path)))).toEqual([]);
  }
  const results: TestResult[] = [];
  for await (const some of testPack(out, [join(MIHON, 'tests')])) results.push(...some);
  expect(results.filter(({ passed }) => !passed)).toEqual([]);
  expect(results.length).toBeGreaterThan(10);
});

test('a folder with other files is left alone', () => {
  writeFileSync(join(out, 'package.json'), '{}');
  const inUse = expect.objectContaining({ code: 'openfisca/folder-in-use' }) as Error;
  expect(() => compilePackage(MIHON, out)).toThrow(inUse);
  expect(readFileSync(join(out, 'package.json'), 'utf8')).toBe('{}');
});

test('what is no package or no pack is an error', async () => {
  const cannotRead = expect.objectContaining({ code: 'openfisca/cannot-read' }) as Error;
  expect(() => compilePackage(join(MIHON, 'variables'), join(out, 'x'))).toThrow(cannotRead);
  await expect(testPack(out, [MIHON]).next()).rejects.toThrow(cannotRead);
});

test('links that lead out of the package are not followed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'yokoten-link-'));
  try {
    writeFileSync(join(folder, '__init__.py'), '');
    symlinkSync('/etc/hosts', join(folder, 'data.csv'));
    const files = packageFolder(folder);
    expect(files.read('data.csv')).toBeUndefined();
    expect(files.read('../other')).toBeUndefined();
    expect(files.list('')).toEqual(['__init__.py']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a package is described as pip installs it', () => {
  const info = join(out, 'some_rules-2.1.dist-info');
  mkdirSync(join(info, 'licenses'), { recursive: true });
  mkdirSync(join(out, 'some_rules'));
  const metadata = [
    'Metadata-Version: 2.4',
    'Name: Some-Rules',
    'Version: 2.1',
    'Project-URL: Repository, https://example.org/rules',
    'Classifier: License :: OSI Approved :: GNU Affero General Public License v3',
    '',
    'Name: not this one',
  ];
  writeFileSync(join(info, 'METADATA'), metadata.join('\n'));
  writeFileSync(join(info, 'licenses/LICENSE'), 'the licence');
  expect(describePackage(join(out, 'some_rules'))).toEqual({
    origin: {
      name: 'Some-Rules',
      version: '2.1',
      licence: 'GNU Affero General Public License v3',
      source: 'https://example.org/rules',
    },
    licence: 'the licence',
  });
});
