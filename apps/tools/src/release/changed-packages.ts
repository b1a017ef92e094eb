import { spawnSync } from 'node:child_process';
import { relative } from 'node:path';
import { ourPackages } from './our-packages.ts';

/** What a tarball is made from, without tests. */
const MADE_FROM = ['src', 'scripts', 'schema', 'demo'];

/**
 * Names of packages that are made from something else now than when their version was released, by the tag of that
 * release. Before the first release there is none.
 *
 * @param repository folder of a clone with its tags
 */
export function changedSinceRelease(repository: string): string[] {
  const git = (...args: readonly string[]): number | null =>
    spawnSync('git', args, { cwd: repository }).status;
  return ourPackages('packages', repository)
    .filter(({ version, folder }) => {
      const tag = `refs/tags/v${version}`;
      if (git('rev-parse', '--verify', '--quiet', tag) !== 0) return false;
      const at = relative(repository, folder).replaceAll('\\', '/');
      const paths = MADE_FROM.map((name) => `${at}/${name}`);
      return git('diff', '--quiet', tag, '--', ...paths, ':(exclude)*.test.ts') !== 0;
    })
    .map(({ name }) => name);
}
