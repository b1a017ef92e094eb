import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { setValue } from '../src/internal/upgrade/config-edit.ts';
import { temporary } from './upgrade-app.ts';

export const repository = fileURLToPath(new URL('../../..', import.meta.url));
const scaffolder = join(repository, 'packages/create-yokoten/dist/cli.js');
const clean = new Map<string, ReadonlyMap<string, string>>();

/** A clean scaffold, copied from memory after the first time. */
export function scaffold(code: string, template = 'disaster-map'): string {
  const folder = temporary();
  const app = join(folder, 'app');
  const files = clean.get(`${template} ${code}`);
  if (files === undefined) {
    execFileSync(
      process.execPath,
      [scaffolder, 'app', '-t', template, '-m', code, '--yes', '--no-install', '--no-git'],
      { cwd: folder, stdio: 'ignore' },
    );
    const { files: recorded } = JSON.parse(
      readFileSync(join(app, 'yokoten.lock.json'), 'utf8'),
    ) as { files: Record<string, unknown> };
    const paths = [...Object.keys(recorded), 'yokoten.lock.json', '.yokoten/base.json'];
    clean.set(
      `${template} ${code}`,
      new Map(paths.map((path) => [path, readFileSync(join(app, path), 'utf8')])),
    );
    return app;
  }
  for (const [path, text] of files) put(app, path, text);
  return app;
}

export function put(app: string, path: string, text: string): void {
  mkdirSync(dirname(join(app, path)), { recursive: true });
  writeFileSync(join(app, path), text);
}

export function edit(app: string, path: string, change: (text: string) => string): void {
  const text = readFileSync(join(app, path), 'utf8');
  const changed = change(text);
  expect(changed, path).not.toBe(text);
  put(app, path, changed);
}

export const configure = (app: string, path: readonly string[], value: unknown): void =>
  edit(app, 'yokoten.config.jsonc', (text) => setValue(text, path, value));
