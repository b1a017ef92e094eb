import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect } from 'vitest';
import { eachOf, isFull, isQuick } from '../../../apps/tools/src/tier.ts';
import { appFrom, FIRST, next, openApp, releasesIn, temporary, type App } from './upgrade-app.ts';

const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url));

/** 300 in all over the three kinds of place, in `npm run test:full`. */
const ROUNDS = isFull ? 100 : isQuick ? 2 : 12;

/** Every file of a folder, but for what Git keeps of its own. */
function contents(folder: string): string {
  const hash = createHash('sha256');
  for (const path of readdirSync(folder, { recursive: true }).map(String).sort()) {
    if (/^\.git(\/|$)/.test(path) || !statSync(join(folder, path)).isFile()) continue;
    hash.update(`\0${path}\0`).update(readFileSync(join(folder, path)));
  }
  return hash.digest('hex');
}

function run(app: App, releases: string, killAfter?: number): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [cli, 'upgrade', app.root, '--releases', releases], {
      stdio: 'ignore',
    });
    child.on('close', () => resolve());
    if (killAfter !== undefined) void wait(killAfter).then(() => child.kill('SIGKILL'));
  });
}

function place(app: App): string {
  return `${app.root}-upgrade-1.1.0`;
}

const line = (text: string): string =>
  FIRST.files['index.html']?.[1].toString().replace('<disaster-map>', text) ?? '';
const SECOND = next(FIRST, '1.1.0', {
  'index.html': ['template', line('<disaster-map permalink>')],
  'SECURITY.md': ['template', 'x\n'],
  ...Object.fromEntries(
    Array.from({ length: 40 }, (_, i) => [
      `src/new-${i}.ts`,
      ['template', `${i}\n`.repeat(500)] as const,
    ]),
  ),
});

const kinds = ['a work tree with conflicts', 'a branch', 'a copy'] as const;
describe.skipIf(process.platform === 'win32')('killed at any moment', () => {
  eachOf(kinds, 1)(
    'on the way to %s, the app is as before and the result absent or complete',
    async (kind) => {
      const folder = temporary();
      const releases = await releasesIn(folder, FIRST, SECOND);
      const start = (name: string): App => {
        const app = appFrom(FIRST, folder, { name, git: kind !== 'a copy' });
        if (kind !== 'a work tree with conflicts') return app;
        app.write('index.html', line('<disaster-map print>'));
        app.commit();
        return app;
      };
      const model = start('model');
      const began = performance.now();
      await run(model, releases);
      const usual = performance.now() - began;
      const branch = 'refs/heads/upgrade/yokoten-1.1.0';
      const tree = (app: App): string =>
        kind === 'a branch' ? app.git('rev-parse', `${branch}^{tree}`) : contents(place(app));
      const complete = tree(model);

      for (let round = 0; round < ROUNDS; round += 1) {
        const app = start(`app-${round}`);
        const before = contents(app.root);
        await run(app, releases, usual * (0.3 + 0.8 * Math.random()));
        expect(contents(app.root)).toBe(before);
        if (kind !== 'a copy') expect(app.git('status', '--porcelain')).toBe('');
        if (kind !== 'a branch' && existsSync(place(app))) expect(tree(app)).toBe(complete);
        if (kind === 'a branch' && app.git('for-each-ref', branch) !== '')
          expect(tree(app)).toBe(complete);
        if (kind !== 'a copy') app.git('fsck', '--no-dangling', '--connectivity-only');
      }
      // What was left behind does not hinder the next run.
      const last = start('app-last');
      await run(last, releases, usual * 0.7);
      if (!existsSync(place(last))) await run(last, releases);
      expect(openApp(last.root).read('index.html')).not.toContain('permalink');
    },
    600_000,
  );
});
