import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placePackages } from '../scripts/locked-packages.ts';
import { firstLock, placeOf, type LockedPackages } from '../src/first-lock.ts';
import { planFiles, type PlannedFile } from '../src/plan.ts';
import { readTemplate, templateIds } from '../src/template.ts';
import { runCli, temporaryFolder } from './command-line.ts';
import { addPackages, knownPackages } from './packed-packages.ts';

function plan(id: string, packages?: string, cwd = '.'): PlannedFile[] {
  const template = readTemplate(id);
  const municipality = {
    code: '132012',
    name: '八王子市',
    prefecture: '東京都',
    latin: 'Hachioji City',
  };
  return planFiles({ template, municipality, packageName: 'my-map', packages, cwd });
}

function lockOf(files: readonly PlannedFile[]): LockedPackages {
  return JSON.parse(firstLock(files).text).packages;
}

describe.each(templateIds())('%s', (id) => {
  test('every package but ours is there with version and hash, and all it needs', () => {
    const packages = lockOf(plan(id));
    const places = Object.keys(packages).filter((place) => place !== '');
    expect(places.length).toBeGreaterThan(30);
    expect(places).not.toContain('node_modules/yokoten');
    for (const [place, entry] of Object.entries(packages)) {
      if (place === '') continue;
      const { version, integrity, dependencies = {}, optionalDependencies = {} } = entry;
      expect(version, place).toMatch(/^\d+\.\d+\.\d+/);
      expect(integrity, place).toMatch(/^sha512-[\w+/]{86}==$/);
      for (const name of Object.keys({ ...dependencies, ...optionalDependencies }))
        expect(placeOf(packages, place, name), `${name} for ${place}`).toBeDefined();
    }
  });

  test('with its tarballs it is complete: npm adds nothing, asks nobody, and finds it in step with package.json', async () => {
    using folder = temporaryFolder();
    addPackages(folder.path);
    const files = plan(id, 'packages', folder.path);
    const lock = firstLock(files);
    for (const file of [...files, lock]) {
      mkdirSync(dirname(join(folder.path, 'app', file.path)), { recursive: true });
      const content = 'text' in file ? file.text : readFileSync(file.copyOf);
      writeFileSync(join(folder.path, 'app', file.path), content);
    }
    const args = ['install', '--package-lock-only', '--offline', '--ignore-scripts', '--no-audit'];
    execFileSync('npm', [...args, '--cache', join(folder.path, 'cache')], {
      cwd: join(folder.path, 'app'),
      shell: process.platform === 'win32',
    });
    const after = readFileSync(join(folder.path, 'app/package-lock.json'), 'utf8');
    expect(JSON.parse(after)).toEqual(JSON.parse(lock.text));
    const { resolved, integrity } = JSON.parse(after).packages['node_modules/yokoten'];
    const tarball = readFileSync(join(folder.path, 'app', resolved.replace('file:', '')));
    expect(integrity).toBe(`sha512-${createHash('sha512').update(tarball).digest('base64')}`);
  });
});

test('tarballs of another version than ours are left to npm', () => {
  using folder = temporaryFolder();
  addPackages(folder.path, '9.9.9');
  const packages = lockOf(plan('disaster-map', 'packages', folder.path));
  expect(Object.keys(packages).filter((place) => place.endsWith('/yokoten'))).toEqual([]);
  expect(packages).toHaveProperty('node_modules/vite');
});

test.skipIf(process.platform === 'win32')(
  'npm gets it, and only npm; where npm fails it is gone',
  async () => {
    using folder = temporaryFolder();
    const programs = join(folder.path, 'programs');
    mkdirSync(programs);
    const program = (name: string, script: string): void =>
      writeFileSync(join(programs, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    program('npm', 'cp package-lock.json seen.json && [ "$FAILS" = "" ]');
    program('pnpm', 'exit 0');
    const make = async (
      name: string,
      env: Readonly<Record<string, string>> = {},
    ): Promise<string> => {
      const PATH = `${programs}${delimiter}${process.env.PATH}`;
      const args = [name, '-m', '132012', '--yes', '--no-git'];
      await runCli([...args, '--into-existing'], { cwd: folder.path, env: { PATH, ...env } });
      return join(folder.path, name);
    };
    const done = await make('done');
    const text = readFileSync(join(done, 'package-lock.json'), 'utf8');
    expect(readFileSync(join(done, 'seen.json'), 'utf8')).toBe(text);
    expect(JSON.parse(text)).toMatchObject({ name: 'done', lockfileVersion: 3 });
    const failed = await make('failed', { FAILS: 'yes' });
    expect(existsSync(join(failed, 'seen.json'))).toBe(true);
    expect(existsSync(join(failed, 'package-lock.json'))).toBe(false);
    const other = await make('other', { npm_config_user_agent: 'pnpm/12.0.0' });
    expect(existsSync(join(other, 'yokoten.lock.json'))).toBe(true);
    expect(existsSync(join(other, 'package-lock.json'))).toBe(false);
    mkdirSync(join(folder.path, 'mine'));
    writeFileSync(join(folder.path, 'mine/package.json'), '{ "dependencies": { "own": "1" } }');
    const mine = await make('mine');
    expect(existsSync(join(mine, 'package-lock.json'))).toBe(false);
  },
);

test('each package finds the version it was given, however versions differ', () => {
  const version = fc.integer({ min: 1, max: 3 });
  const names = ['a', 'b', 'c', 'd'] as const;
  const needs = fc.dictionary(fc.constantFrom(...names), version, { maxKeys: 3 });
  const ids = names.flatMap((name) => [1, 2, 3].map((one) => `${name}@${one}`));
  const graphs = fc.record({
    roots: needs,
    of: fc
      .tuple(...ids.map((id) => needs.map((one) => [id, one] as const)))
      .map((all) => new Map(all)),
  });
  fc.assert(
    fc.property(graphs, ({ roots, of }) => {
      // As long as nothing needs what needs it, in whatever version: such rings npm breaks otherwise.
      const targets = (id: string): [string, string][] =>
        Object.entries(of.get(id) ?? {})
          .filter(([name]) => id.charAt(0) < name)
          .map(([name, one]) => [name, `${name}@${one}`]);
      const places = placePackages({
        roots: Object.entries(roots).map(([name, one]) => [name, `${name}@${one}`]),
        read: (id) => ({
          entry: { version: id.slice(2), dependencies: Object.fromEntries(targets(id)) },
          targets: new Map(targets(id)),
        }),
      });
      for (const [name, one] of Object.entries(roots))
        expect(places[`node_modules/${name}`]?.version).toBe(String(one));
      for (const [place, { dependencies = {} }] of Object.entries(places))
        for (const [name, id] of Object.entries(dependencies))
          expect(places[placeOf(places, place, name) ?? '']?.version).toBe(id.slice(2));
    }),
  );
});

test('what only another system needs is marked, what every system needs is not', () => {
  const optional = Object.entries(knownPackages).filter(([, one]) => one.optional === true);
  expect(optional.length).toBeGreaterThan(10);
  expect(optional.filter(([, { os, cpu }]) => os ?? cpu).length).toBeGreaterThan(10);
  for (const [place, { os, cpu, optional: isOptional }] of Object.entries(knownPackages))
    if ((os ?? cpu) !== undefined) expect(isOptional, place).toBe(true);
  for (const name of ['vite', 'rolldown', 'lit', 'yokoten'])
    expect(knownPackages[`node_modules/${name}`]?.optional, name).toBeUndefined();
});
