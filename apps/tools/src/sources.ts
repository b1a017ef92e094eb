import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.ts';

/** Every file of the repository that is tracked or would be: what git does not ignore. Paths with `/`. */
export function repositoryFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '-coz', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return listed.split('\0').filter((path) => path !== '' && existsSync(join(root, path)));
}

export function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** The text without `/* … *\/` and without lines that are only a comment: what a reader of the program, not of the source, meets. */
export function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
}

/** Code a person wrote: no tests, no generated tables. */
export function isSource(path: string): boolean {
  return (
    /\.(ts|mjs|js|css)$/.test(path) &&
    !/(^|\/)(generated|golden|test|fixtures)\//.test(path) &&
    !/\.test\.ts$|\.d\.ts$/.test(path)
  );
}
