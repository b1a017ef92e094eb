import { readdirSync, readFileSync } from 'node:fs';
import { matchesGlob } from 'node:path';
import { fileURLToPath } from 'node:url';
import { municipalities } from '@yokoten/standard/municipalities';
import { describe, expect, test } from 'vitest';

const templates = fileURLToPath(new URL('../../../templates/', import.meta.url));

interface Template {
  readonly files: Readonly<Record<string, 'yours' | 'merged' | 'template' | 'generated'>>;
  readonly sample: { readonly files: readonly string[]; readonly configKeys: readonly string[] };
}

describe.each(readdirSync(templates))('%s', (id) => {
  const folder = `${templates}${id}/`;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      `${parentPath}/${name}`.replaceAll('\\', '/').slice(folder.length),
    )
    .map((path) => path.replace(/^\//, '').normalize('NFC'))
    .filter((path) => !/^(node_modules|dist|\.turbo)\/|^template\.json$/.test(path));
  const template = JSON.parse(readFileSync(`${folder}template.json`, 'utf8')) as Template;
  const ownersOf = (path: string): string[] =>
    Object.entries(template.files).flatMap(([glob, owner]) =>
      matchesGlob(path, glob) ? [owner] : [],
    );

  test('every file has exactly one owner, and every pattern has a file', () => {
    for (const path of files) expect([path, ...ownersOf(path)]).toHaveLength(2);
    for (const glob of Object.keys(template.files)) {
      expect(files.filter((path) => matchesGlob(path, glob))).not.toEqual([]);
    }
  });

  test('a fork has at most twelve files that an upgrade may touch', () => {
    const ours = files.filter((path) => ownersOf(path).some((owner) => owner !== 'yours'));
    expect(ours.length).toBeLessThanOrEqual(12);
  });

  test('what a new town takes away is there to be taken away', () => {
    const config = readFileSync(`${folder}yokoten.config.jsonc`, 'utf8');
    for (const key of template.sample.configKeys) expect(config).toContain(`\n  "${key}":`);
    for (const glob of template.sample.files) {
      expect(files.filter((path) => matchesGlob(path, glob))).not.toEqual([]);
    }
  });

  test('no municipality stands anywhere but in config and data', () => {
    const all = municipalities();
    // Two characters (北区, 中央区 aside) are also parts of ordinary words.
    const names = ['見本市', ...all.map(({ name }) => name)].filter((name) => name.length > 2);
    const codes = all.map(({ code }) => code);
    for (const path of files) {
      if (/^(yokoten\.config\.jsonc$|data\/|schemes\/)/.test(path)) continue;
      const text = readFileSync(`${folder}${path}`, 'utf8');
      expect([path, ...names.filter((name) => text.includes(name))]).toEqual([path]);
      expect([path, ...codes.filter((code) => text.includes(code))]).toEqual([path]);
    }
  });
});
