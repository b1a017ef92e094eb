import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { PlannedFile } from './plan.ts';
import { cannotWrite, type Target } from './target.ts';

/** Name of a hidden folder to write in, before the part that makes it a new one. */
export const HIDDEN = '.create-yokoten-';

/** The app, complete in a hidden folder on the same file system as its place. */
export interface Staged {
  /** Puts it in its place. */
  publish(): void;
  /** Removes the hidden folder with what is left in it. */
  discard(): void;
}

/**
 * Writes all files of a new folder aside; one step puts it in its place. Until then the place is as it was.
 * @throws create-yokoten/cannot-write, also from `publish`; then nothing is left behind
 */
export function stageFolder(
  { folder, parent, missing }: Target,
  files: readonly PlannedFile[],
): Staged {
  const hidden = attempt(parent, () => {
    removeLeftovers(parent);
    return mkdtempSync(join(parent, HIDDEN));
  });
  const app = join(hidden, ...missing);
  const discard = (): void => {
    try {
      // All that is left after `publish`. Loading what removes a whole tree takes longer than writing the app.
      rmdirSync(hidden);
    } catch {
      rmSync(hidden, { recursive: true, force: true });
    }
  };
  try {
    attempt(parent, () => writeAll(app, files));
  } catch (error) {
    discard();
    throw error;
  }
  const [first = ''] = missing;
  const publish = (): void =>
    attempt(folder, () => renameSync(join(hidden, first), join(parent, first)));
  return { publish, discard };
}

const AN_HOUR = 3_600_000;

/** What a run that was killed left behind an hour ago or more. */
function removeLeftovers(parent: string): void {
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(HIDDEN)) continue;
    const stats = statSync(join(parent, name), { throwIfNoEntry: false });
    if (stats !== undefined && Date.now() - stats.mtimeMs > AN_HOUR)
      rmSync(join(parent, name), { recursive: true, force: true });
  }
}

/** @throws create-yokoten/cannot-write in place of what the system says */
export function attempt<T>(folder: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw cannotWrite(folder, error);
  }
}

/** Writes files below a folder that is our own. */
export function writeAll(app: string, files: readonly PlannedFile[]): void {
  const made = new Set<string>();
  for (const planned of files) {
    const file = join(app, planned.path);
    const folder = dirname(file);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    if ('text' in planned) writeFileSync(file, planned.text);
    // Not a copy of the file: in some installations the package's files are read-only.
    else writeFileSync(file, readFileSync(planned.copyOf));
  }
}
