import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const AN_HOUR = 3_600_000;

/**
 * A hidden folder to work in. What a run that was killed left behind an hour ago or more is taken away.
 *
 * @param prefix what its name begins with, and those of earlier runs
 */
export async function aside(parent: string, prefix: string): Promise<string> {
  for (const name of await readdir(parent)) {
    if (!name.startsWith(prefix)) continue;
    const found = await stat(join(parent, name)).catch(() => undefined);
    if (found !== undefined && Date.now() - found.mtimeMs > AN_HOUR)
      await rm(join(parent, name), { recursive: true, force: true, maxRetries: 5 });
  }
  return mkdtemp(join(parent, prefix));
}
