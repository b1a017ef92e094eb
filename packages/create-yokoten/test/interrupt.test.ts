import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { eachOf, isFull, isQuick } from '../../../apps/tools/src/tier.ts';
import { runCli, temporaryFolder } from './command-line.ts';

const SIZE = 12_000_000;
const bare = ['-m', '132012', '--yes', '--no-install', '--no-git', '--packages', 'packages'];

/** For each kind of place and signal; SIGKILL makes 300 in all in `npm run test:full`. */
const ROUNDS = isFull ? 100 : isQuick ? 4 : 12;

/** Tarballs big enough that writing takes most of the run, so that a random moment falls into it. */
function addBigPackages(folder: string): void {
  mkdirSync(join(folder, 'packages'));
  const names = ['yokoten', '@yokoten/ui', '@yokoten/disaster-map'];
  const index = names.map((name, i) => ({
    name,
    version: '0.1.0',
    file: `${i}.tgz`,
    dependencies: [],
  }));
  for (const { file } of index) writeFileSync(join(folder, 'packages', file), Buffer.alloc(SIZE));
  writeFileSync(join(folder, 'packages/packages.json'), JSON.stringify(index));
}

const OWN = {
  'README.md': '# Mine',
  '.gitignore': 'own',
  'package.json': '{ "name": "mine" }',
  'src/own.js': 'own();',
} as const;

/** The guard goes on for a moment after the process that was killed; it is done when its folder is gone. */
async function untilSettled(app: string): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    const names = existsSync(app) ? readdirSync(app) : [];
    if (!names.some((name) => name.startsWith('.create-yokoten-'))) return;
    await wait(20);
  }
}

function expectBefore(app: string, place: string): void {
  if (place === 'a new folder') expect(existsSync(app)).toBe(false);
  else {
    const before = place === 'an empty folder' ? [] : ['src', ...Object.keys(OWN)];
    expect(readdirSync(app, { recursive: true }).map(String).sort()).toEqual(before.sort());
  }
  if (place !== 'a folder with files') return;
  for (const [path, text] of Object.entries(OWN))
    expect(readFileSync(join(app, path), 'utf8')).toBe(text);
}

/** Every file that the record of an app names, by its path. */
function filesOf(app: string): Map<string, string> {
  const { files } = JSON.parse(readFileSync(join(app, 'yokoten.lock.json'), 'utf8'));
  return new Map(Object.keys(files).map((path) => [path, readFileSync(join(app, path), 'utf8')]));
}

/** @param whole the files of `my-map`, which was made in peace */
function expectComplete(app: string, whole: ReadonlyMap<string, string>): void {
  for (const [path, wanted] of whole) {
    if (existsSync(join(app, 'src/own.js')) && path in OWN) {
      const own = readFileSync(join(app, path), 'utf8');
      if (path === 'README.md') expect(own).toBe(OWN[path]);
      else
        expect(own).toContain(path === '.gitignore' ? 'own\nnode_modules/\n' : '"name": "mine",');
      continue;
    }
    expect(readFileSync(join(app, path), 'utf8'), path).toBe(
      wanted.replaceAll('my-map', basename(app)),
    );
  }
  for (const file of [0, 1, 2]) expect(statSync(join(app, `vendor/${file}.tgz`)).size).toBe(SIZE);
}

describe.skipIf(process.platform === 'win32')(
  'killed at any moment, the folder is as before or complete',
  () => {
    let usual = 0;
    let whole: ReadonlyMap<string, string> = new Map();
    beforeAll(async () => {
      using folder = temporaryFolder();
      addBigPackages(folder.path);
      const began = performance.now();
      expect((await runCli(['my-map', ...bare], { cwd: folder.path })).code).toBe(0);
      usual = performance.now() - began;
      whole = filesOf(join(folder.path, 'my-map'));
      expect(whole.size).toBeGreaterThan(10);
      expectComplete(join(folder.path, 'my-map'), whole);
    });

    eachOf(
      (['SIGKILL', 'SIGINT'] as const).flatMap((signal) =>
        (['a new folder', 'an empty folder', 'a folder with files'] as const).map(
          (place) => [place, signal] as const,
        ),
      ),
    )(
      'on the way to %s, by %s',
      async (place, signal) => {
        using folder = temporaryFolder();
        addBigPackages(folder.path);
        let absent = 0;
        for (let round = 0; round < ROUNDS; round += 1) {
          const name = `map-${round}`;
          const app = join(folder.path, name);
          if (place !== 'a new folder') mkdirSync(app);
          if (place === 'a folder with files') {
            mkdirSync(join(app, 'src'));
            for (const [path, text] of Object.entries(OWN)) writeFileSync(join(app, path), text);
          }
          // Random, and yet some early and some late.
          const moment = usual * (0.2 + 0.9 * ((round + Math.random()) / ROUNDS));
          const { code } = await runCli([name, ...bare, '--into-existing'], {
            cwd: folder.path,
            meanwhile: (child) => void wait(moment).then(() => child.kill(signal)),
          });
          await untilSettled(app);
          if (existsSync(join(app, 'yokoten.lock.json'))) expectComplete(app, whole);
          else {
            absent += 1;
            expectBefore(app, place);
          }
          if (place === 'a folder with files')
            expect(readFileSync(join(app, 'src/own.js'), 'utf8')).toBe(OWN['src/own.js']);
          // Ctrl-C before Node has started our program ends it without an exit code.
          if (signal === 'SIGINT') expect([0, 130, null]).toContain(code);
          rmSync(app, { recursive: true, force: true });
        }
        // Of few rounds none may have met the moment.
        if (!isQuick) expect(absent).toBeGreaterThan(0);
        const left = folder.list().filter((path) => path.startsWith('.create-yokoten-'));
        if (signal === 'SIGINT') expect(left).toEqual([]);
      },
      600_000,
    );

    test.each([
      ['packages are installed', 'npm', []],
      ['the first commit is made', 'git', ['--no-install']],
    ] as const)('Ctrl-C while %s leaves the app whole and says so', async (_, program, flags) => {
      using folder = temporaryFolder();
      const programs = join(folder.path, 'programs');
      mkdirSync(programs);
      const script = '#!/bin/sh\necho started > "$STARTED"\nexec sleep 20\n';
      writeFileSync(join(programs, program), script, { mode: 0o755 });
      const started = join(folder.path, 'started');
      const args = ['my-map', '-m', '132012', '--yes', '--json', ...flags];
      const { code, stdout, stderr } = await runCli(args, {
        cwd: folder.path,
        env: { PATH: `${programs}:${process.env.PATH}`, STARTED: started },
        meanwhile: async (child) => {
          while (!existsSync(started) && child.exitCode === null) await wait(20);
          child.kill('SIGINT');
        },
      });
      expect(code).toBe(130);
      expect(JSON.parse(stdout)).toMatchObject({ ok: false, code: 'create-yokoten/interrupted' });
      expect(stderr).toContain('are complete');
      expect(existsSync(join(folder.path, 'my-map/yokoten.lock.json'))).toBe(true);
      expect(existsSync(join(folder.path, 'my-map/.git'))).toBe(false);
      expect(folder.list().filter((path) => path.includes('.create-yokoten'))).toEqual([]);
    });
  },
);
