import { existsSync } from 'node:fs';
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A folder of one's own with what `build` writes into it. Within one `npm test` that is made once, whichever test asks
 * first, and copied for the others; a Vitest that somebody started by hand, and that may watch, makes it each time.
 *
 * @param name the name of what is built, which is a folder's name too
 */
export async function builtOnce(
  name: string,
  build: (folder: string) => Promise<void>,
): Promise<string> {
  const own = await mkdtemp(join(tmpdir(), `${name}-`));
  const shared = process.env.YOKOTEN_BUILT;
  if (shared === undefined) {
    await build(own);
    return own;
  }
  const made = join(shared, name);
  if (!existsSync(made)) {
    const unfinished = await mkdtemp(`${made}-`);
    await build(unfinished);
    // Another worker may have been as quick; its folder is as good.
    await rename(unfinished, made).catch(() => rm(unfinished, { recursive: true }));
  }
  await cp(made, own, { recursive: true });
  return own;
}
