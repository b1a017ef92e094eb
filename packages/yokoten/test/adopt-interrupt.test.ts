import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { isFull, isQuick } from '../../../apps/tools/src/tier.ts';
import { oldMap, realReleases } from './adopt-app.ts';
import { temporary } from './upgrade-app.ts';

const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url));

/** 300 in all over the two kinds of place, in `npm run test:full`. */
const ROUNDS = isFull ? 150 : 12;

function contents(folder: string): string {
  const hash = createHash('sha256');
  for (const path of readdirSync(folder, { recursive: true }).map(String).toSorted()) {
    if (!statSync(join(folder, path)).isFile()) continue;
    hash.update(`\0${path}\0`);
    // The report holds the path of the app, which is another one each time.
    if (path !== join('adopted', 'report.md')) hash.update(readFileSync(join(folder, path)));
  }
  return hash.digest('hex');
}

function run(old: string, out: string, releases: string, killAfter?: number): Promise<void> {
  return new Promise((resolve) => {
    const args = [cli, 'adopt', old, '--out', out, '--releases', releases];
    const child = spawn(process.execPath, args, { stdio: 'ignore' });
    child.on('close', () => resolve());
    if (killAfter !== undefined) void wait(killAfter).then(() => child.kill('SIGKILL'));
  });
}

test.skipIf(process.platform === 'win32')(
  'Ctrl-C at any moment leaves nothing of what was begun, beside the app or elsewhere',
  async () => {
    const old = oldMap({
      'hazardmap-config.jsonc': '{ "prefecture": "東京都", "city": "八王子市", "tiles": [] }',
      'csv/01-役所.csv': 'name,lat,lon\n市役所,35.666,139.316\n',
    });
    const folder = temporary();
    const releases = await realReleases(folder);
    const [out, place] = [join(folder, 'maps'), join(folder, 'tmp')];
    for (const one of [out, place]) mkdirSync(one);
    const codes = new Set<number | null>();
    for (let round = 0; round < (isQuick ? 2 : ROUNDS); round += 1) {
      const app = join(out, `round-${round}`);
      const args = [cli, 'adopt', old, '--out', app, '--releases', releases];
      const env = { ...process.env, TMPDIR: place };
      const child = spawn(process.execPath, args, { stdio: 'ignore', env });
      const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
      // From when it began to work, which on a busy machine is late.
      while (readdirSync(place).length === 0 && child.exitCode === null) await wait(5);
      await wait(40 * round);
      child.kill('SIGINT');
      const code = await ended;
      codes.add(code);
      expect(readdirSync(place)).toEqual([]);
      expect(readdirSync(out).filter((name) => name.startsWith('.'))).toEqual([]);
      expect(existsSync(app)).toBe(code === 0 || code === 1);
    }
    expect([...codes]).toContain(130);
  },
  600_000,
);

describe.skipIf(process.platform === 'win32')('killed at any moment', () => {
  test.each(['an empty one', 'a new folder'] as const)(
    'on the way to %s, it is as before or complete, and the older map untouched',
    { tags: ['ci'], timeout: 600_000 },
    async (kind) => {
      const old = oldMap({
        'hazardmap-config.jsonc': '{ "prefecture": "東京都", "city": "八王子市", "tiles": [] }',
        ...Object.fromEntries(
          Array.from({ length: 60 }, (_, index) => [
            `csv/${index}-施設${index}.csv`,
            `name,lat,lon\n${'市役所,35.666,139.316\n'.repeat(50)}`,
          ]),
        ),
      });
      const folder = temporary();
      const releases = await realReleases(folder);
      const before = contents(old);
      const place = (name: string): string => {
        const out = join(folder, name, 'my-map');
        mkdirSync(kind === 'a new folder' ? join(folder, name) : out, { recursive: true });
        return out;
      };
      const model = place('model');
      const began = performance.now();
      await run(old, model, releases);
      const usual = performance.now() - began;
      const complete = contents(model);

      for (let round = 0; round < ROUNDS; round += 1) {
        const out = place(`round-${round}`);
        await run(old, out, releases, usual * (0.3 + 0.8 * Math.random()));
        expect(contents(old)).toBe(before);
        if (existsSync(out) && readdirSync(out).length > 0) expect(contents(out)).toBe(complete);
        else expect(existsSync(out)).toBe(kind === 'an empty one');
      }
      // What was left behind does not hinder the next run.
      const last = place('last');
      await run(old, last, releases, usual * 0.7);
      if (!existsSync(join(last, 'yokoten.lock.json'))) await run(old, last, releases);
      expect(contents(last)).toBe(complete);
    },
  );
});
