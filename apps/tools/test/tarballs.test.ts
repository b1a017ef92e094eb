import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { municipalities } from '@yokoten/standard/municipalities';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packAll, type PackedPackage } from '../src/pack.ts';
import { ourPackages } from '../src/release/our-packages.ts';
import { root } from '../src/run.ts';
import { withoutComments } from '../src/sources.ts';
import { outerEnvironment } from './registry-server.ts';

/** What each tarball holds beside its manifest, its licence and its README. Another folder is a decision. */
const HOLDS: Readonly<Record<string, readonly string[]>> = {
  '@yokoten/standard': ['dist'],
  '@yokoten/ui': ['dist'],
  '@yokoten/open-data': ['dist'],
  '@yokoten/rules': ['dist'],
  '@yokoten/open-data-app': ['dist'],
  '@yokoten/openfisca': ['dist'],
  '@yokoten/disaster-map': ['dist'],
  '@yokoten/benefits': ['data', 'demo', 'dist', 'schema'],
  yokoten: ['dist', 'schema'],
  'create-yokoten': ['data', 'dist', 'examples', 'templates'],
};

/** Where names of municipalities are the very content. */
const TOWNS_ALLOWED = [
  /^@yokoten\/standard dist\/generated\//,
  /^create-yokoten (data|examples)\//,
  /^@yokoten\/benefits data\//,
];

interface Manifest {
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly bin?: Readonly<Record<string, string>>;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly [key: string]: unknown;
}

describe('tarballs', { tags: ['ci'] }, () => {
  const names = ourPackages('packages').map(({ name }) => name);
  let folder = '';
  let packed: readonly PackedPackage[] = [];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'yokoten-tarballs-'));
    packed = await packAll();
    for (const { name, file } of packed) {
      const place = join(folder, name.replace('/', '+'));
      mkdirSync(place);
      execFileSync('tar', ['xzf', file, '-C', place]);
    }
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));

  const at = (name: string): string => join(folder, name.replace('/', '+'), 'package');
  const filesOf = (name: string): string[] => {
    const file = packed.find((one) => one.name === name)?.file ?? '';
    const listed = execFileSync('tar', ['tzf', file], { encoding: 'utf8' }).trim().split('\n');
    return listed.map((path) => path.replace(/^package\//, ''));
  };
  const manifestOf = (name: string): Manifest =>
    JSON.parse(readFileSync(join(at(name), 'package.json'), 'utf8')) as Manifest;

  test('there is one for every package', () => {
    expect(packed.map(({ name }) => name).sort()).toEqual([...names].sort());
    expect(Object.keys(HOLDS).sort()).toEqual([...names].sort());
  });

  describe.each(names)('%s', (name) => {
    test('holds its folders, manifest, licence and README, and nothing else', () => {
      const top = new Set(filesOf(name).map((path) => path.split('/')[0] ?? ''));
      top.delete('CHANGELOG.md');
      const expected = ['LICENSE', 'README.md', 'package.json', ...(HOLDS[name] ?? [])];
      expect(top).toEqual(new Set(expected));
      const stray = filesOf(name).filter(
        (path) =>
          /\.test\.|(^|\/)(test|tests|fixtures|golden|node_modules|\.turbo)\/|\.(map|tsbuildinfo|tgz|log)$/.test(
            path,
          ) && !/^dist\/tests\/.*\.(js|d\.ts)$/.test(path),
      );
      expect(stray).toEqual([]);
      // Dot files stand in templates alone.
      expect(
        filesOf(name).filter((path) => /(^|\/)\./.test(path) && !path.startsWith('templates/')),
      ).toEqual([]);
    });

    test('holds whatever its manifest points at, with types for every module', () => {
      const files = filesOf(name);
      const { exports = {}, bin = {} } = manifestOf(name);
      const inside = (target: string): boolean => {
        const [start = '', end] = target.replace(/^\.\//, '').split('*');
        return files.some((path) =>
          end === undefined ? path === start : path.startsWith(start) && path.endsWith(end),
        );
      };
      for (const target of Object.values(bin)) expect(inside(target), target).toBe(true);
      for (const [entry, target] of Object.entries(exports)) {
        const targets = typeof target === 'string' ? [target] : Object.values(target);
        for (const one of targets) expect(inside(one), `${entry} ${one}`).toBe(true);
        if (targets.some((one) => one.endsWith('.js')))
          expect(Object.keys(target), entry).toEqual(['types', 'default']);
      }
    });

    test('names versions a registry knows, and runs nothing when it is installed', () => {
      const manifest = manifestOf(name);
      expect(JSON.stringify(manifest)).not.toMatch(/"(workspace|catalog|file|link):/);
      for (const script of ['preinstall', 'install', 'postinstall', 'prepare'])
        expect(manifest.scripts ?? {}).not.toHaveProperty(script);
    });

    test('says nothing of the machine it was made on, and points at no map of sources', () => {
      const guilty = filesOf(name).filter((path) => {
        const text = readFileSync(join(at(name), path), 'utf8');
        const ofMachine = [root, folder, `${homedir()}/`].some((one) => text.includes(one));
        return ofMachine || /^\/\/[#@] sourceMappingURL=(?!data:)/m.test(text);
      });
      expect(guilty).toEqual([]);
    });
  });

  test('names of municipalities are in data alone', () => {
    const towns = [...new Set(municipalities().map(({ name }) => name))].filter(
      (town) => town.length >= 3,
    );
    const any = new RegExp(towns.join('|'), 'u');
    const guilty = names.flatMap((name) =>
      filesOf(name)
        .filter((path) => /\.(js|ts|json|txt|css|yaml)$/.test(path))
        .map((path) => `${name} ${path}`)
        .filter((place) => !TOWNS_ALLOWED.some((pattern) => pattern.test(place)))
        .flatMap((place) => {
          const text = readFileSync(join(at(name), place.slice(name.length + 1)), 'utf8');
          const found = any.exec(withoutComments(text));
          return found === null ? [] : [`${place}: ${found[0]}`];
        }),
    );
    expect(guilty).toEqual([]);
  });

  test('packed once more, each has the same bytes', async () => {
    const again = join(folder, 'again');
    mkdirSync(again);
    for (const { folder: at } of ourPackages('packages'))
      execFileSync('pnpm', ['pack', '--pack-destination', again], {
        cwd: at,
        stdio: 'pipe',
        env: outerEnvironment(),
      });
    for (const { file } of packed)
      expect(readFileSync(join(again, basename(file))).equals(readFileSync(file)), file).toBe(true);
  }, 120_000);
});
