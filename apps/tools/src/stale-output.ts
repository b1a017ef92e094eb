import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Removes what an earlier build left in `dist`: modules whose source is gone and that the manifest does not name. The
 * compiler never takes back what it once wrote, and a tarball would carry it, from this machine alone.
 *
 * @param folder of a package that is built file by file from `src`
 * @returns the modules removed, by their path in `dist` without ending
 */
export function removeStaleOutput(folder: string): readonly string[] {
  const dist = join(folder, 'dist');
  if (!existsSync(dist)) return [];
  const entries = readFileSync(join(folder, 'package.json'), 'utf8');
  const modules = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.d.ts'))
    .map((path) => path.slice(0, -'.d.ts'.length));
  const stale = modules.filter(
    (path) =>
      !existsSync(join(folder, 'src', `${path}.ts`)) && !entries.includes(`"./dist/${path}.d.ts"`),
  );
  for (const path of stale)
    for (const ending of ['.d.ts', '.js']) rmSync(join(dist, path + ending), { force: true });
  return stale;
}
