import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { runCli, temporaryFolder } from './command-line.ts';

const SIZE = 12_000_000;
const bare = ['-m', '132012', '--yes', '--no-install', '--no-git', '--packages', 'packages'];

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

function expectComplete(app: string): void {
  const { files } = JSON.parse(readFileSync(join(app, 'yokoten.lock.json'), 'utf8'));
  for (const [path, { sha256 }] of Object.entries<{ sha256: string }>(files)) {
    expect(
      createHash('sha256')
        .update(readFileSync(join(app, path)))
        .digest('hex'),
      path,
    ).toBe(sha256);
  }
  for (const file of [0, 1, 2]) expect(statSync(join(app, `vendor/${file}.tgz`)).size).toBe(SIZE);
}

describe.skipIf(process.platform === 'win32')(
  'killed at any moment, the folder is as before or complete',
  () => {
    let usual = 0;
    beforeAll(async () => {
      using folder = temporaryFolder();
      addBigPackages(folder.path);
      const began = performance.now();
      expect((await runCli(['my-map', ...bare], { cwd: folder.path })).code).toBe(0);
      usual = performance.now() - began;
      expectComplete(join(folder.path, 'my-map'));
    });

    test.each(['SIGKILL', 'SIGINT'] as const)('by %s', async (signal) => {
      using folder = temporaryFolder();
      addBigPackages(folder.path);
      let absent = 0;
      for (let round = 0; round < 10; round += 1) {
        const name = `map-${signal}-${round}`;
        const moment = usual * (0.25 + 0.75 * Math.random());
        const { code } = await runCli([name, ...bare], {
          cwd: folder.path,
          meanwhile: (child) => void wait(moment).then(() => child.kill(signal)),
        });
        const app = join(folder.path, name);
        if (existsSync(app)) expectComplete(app);
        else absent += 1;
        // Ctrl-C before Node has started our program ends it without an exit code.
        if (signal === 'SIGINT') expect([0, 130, null]).toContain(code);
      }
      expect(absent).toBeGreaterThan(0);
      const left = folder.list().filter((path) => path.startsWith('.create-yokoten-'));
      if (signal === 'SIGINT') expect(left).toEqual([]);
    });

    test('Ctrl-C while packages are installed leaves the app and says so', async () => {
      using folder = temporaryFolder();
      mkdirSync(join(folder.path, 'programs'));
      writeFileSync(join(folder.path, 'programs/npm'), '#!/bin/sh\nexec sleep 20\n', {
        mode: 0o755,
      });
      const { code, stdout, stderr } = await runCli(['my-map', '-m', '132012', '--json'], {
        cwd: folder.path,
        env: { PATH: `${join(folder.path, 'programs')}:${process.env.PATH}` },
        meanwhile: (child) => {
          child.stderr?.once('data', () => void wait(100).then(() => child.kill('SIGINT')));
        },
      });
      expect(code).toBe(130);
      expect(JSON.parse(stdout)).toMatchObject({ ok: false, code: 'create-yokoten/interrupted' });
      expect(stderr).toContain('are complete');
      expect(existsSync(join(folder.path, 'my-map/yokoten.lock.json'))).toBe(true);
      expect(existsSync(join(folder.path, 'my-map/.git'))).toBe(false);
    });
  },
);
