import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A release of the scaffolder that nobody made yet. */
export interface NextRelease {
  /** Folder with both tarballs, as `yokoten upgrade --releases` takes it. */
  readonly releases: string;
  /** Tarball of the later one. */
  readonly tarball: string;
  readonly version: string;
}

const VERSION = '99.0.0';

/**
 * The scaffolder's tarball once more under a later version, with two files of the template changed.
 *
 * @param pack folder of packed packages
 * @param folder where to work and leave the result
 */
export function nextRelease(pack: string, folder: string): NextRelease {
  const name = readdirSync(pack).find((file) => /^create-yokoten-.*\.tgz$/.test(file)) ?? '';
  const [releases, aside] = [join(folder, 'releases'), join(folder, 'aside')];
  mkdirSync(releases);
  mkdirSync(aside);
  cpSync(join(pack, name), join(releases, name));
  execFileSync('tar', ['xzf', join(pack, name), '-C', aside]);
  const edit = (path: string, change: (text: string) => string): void =>
    writeFileSync(join(aside, path), change(readFileSync(join(aside, path), 'utf8')));
  const template = 'package/templates/disaster-map';
  edit('package/package.json', (text) =>
    text.replace(/"version": "[^"]+"/, `"version": "${VERSION}"`),
  );
  edit(`${template}/files/package.json`, (text) =>
    text.replace('"private": true,', '"private": true,\n  "description": "Later",'),
  );
  edit(`${template}/files/index.html`, (text) => text.replace('permalink', 'permalink print'));
  const page = readFileSync(join(aside, template, 'files/index.html'));
  const sha256 = createHash('sha256').update(page).digest('hex');
  edit(`${template}/template.json`, (text) => {
    const manifest = JSON.parse(text) as { files: Record<string, object> };
    const files = Object.entries(manifest.files).map(([path, file]) => [
      path,
      path === 'index.html' ? { ...file, sha256 } : file,
    ]);
    return JSON.stringify({ ...manifest, files: Object.fromEntries(files) as object });
  });
  const tarball = join(releases, `create-yokoten-${VERSION}.tgz`);
  execFileSync('tar', ['czf', tarball, '-C', aside, 'package']);
  return { releases, tarball, version: VERSION };
}
