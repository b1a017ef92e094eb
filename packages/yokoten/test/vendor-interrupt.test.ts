import { spawn } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { isFull } from '../../../apps/tools/src/tier.ts';
import { hasIntegrity } from '../src/internal/vendor/integrity.ts';
import { readNpmLock } from '../src/internal/vendor/npm-lock.ts';
import { ownPath } from '../src/internal/vendor/plan-vendor.ts';
import { vendor } from '../src/internal/vendor/vendor.ts';
import { appWith, packageRegistry } from './package-registry.ts';
import { temporary } from './upgrade-app.ts';

const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url));
const ROUNDS = isFull ? 100 : 6;

const NAMES = Array.from({ length: 24 }, (_, i) => `part-${i}`);
const BEFORE = Object.fromEntries(NAMES.slice(0, 16).map((name) => [name, '1.0.0']));
const AFTER = Object.fromEntries(NAMES.slice(8).map((name) => [name, '1.0.0']));

function run(root: string, killAfter?: number): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [cli, 'vendor', root], {
      stdio: 'ignore',
      env: process.env,
    });
    child.on('close', () => resolve());
    if (killAfter !== undefined) void wait(killAfter).then(() => child.kill('SIGKILL'));
  });
}

/** Files that npm's list points at and that are not what it says. */
function broken(root: string): string[] {
  const { packages } = readNpmLock(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return packages.flatMap((one) => {
    const path = ownPath(one);
    if (path === undefined) return [];
    const file = join(root, path);
    return existsSync(file) && hasIntegrity(readFileSync(file), one.integrity ?? '') ? [] : [path];
  });
}

test.skipIf(process.platform === 'win32')(
  'killed at any moment, npm’s list points at nothing that is not there, and the next run ends it',
  { tags: ['ci'], timeout: 900_000 },
  async () => {
    await packageRegistry(NAMES.map((name) => ({ name })));
    const prepared = await appWith(BEFORE);
    await vendor(prepared);
    const other = await appWith(AFTER);
    for (const name of ['package.json', 'package-lock.json'])
      copyFileSync(join(other, name), join(prepared, name));
    const start = (): string => {
      const root = join(temporary(), 'app');
      cpSync(prepared, root, { recursive: true });
      return root;
    };
    const model = start();
    const began = performance.now();
    await run(model);
    const usual = performance.now() - began;
    const complete = readFileSync(join(model, 'package-lock.json'), 'utf8');
    for (let round = 0; round < ROUNDS; round += 1) {
      const root = start();
      const before = readFileSync(join(root, 'package-lock.json'), 'utf8');
      await run(root, usual * (0.4 + 0.7 * Math.random()));
      expect(broken(root)).toEqual([]);
      expect([before, complete]).toContain(readFileSync(join(root, 'package-lock.json'), 'utf8'));
      await vendor(root);
      expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).toBe(complete);
      expect((await vendor(root, { check: true })).gaps).toEqual([]);
    }
  },
);
