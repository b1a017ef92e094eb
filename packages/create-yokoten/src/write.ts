import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { PlannedFile } from './plan.ts';
import { cannotWrite, type Target } from './target.ts';

/** The app, complete in a hidden folder on the same file system as its place. */
export interface Staged {
  /** Moves it to its place: a new folder in one step, into an existing empty one entry by entry. */
  publish(): void;
  /** Removes the hidden folder with what is left in it. */
  discard(): void;
}

/**
 * Writes all files aside. Until `publish` the place is as it was.
 * @throws create-yokoten/cannot-write, also from `publish`; then nothing is left behind
 */
export function stage({ folder, parent, missing }: Target, files: readonly PlannedFile[]): Staged {
  const hidden = attempt(parent, () => mkdtempSync(join(parent, '.create-yokoten-')));
  const app = join(hidden, ...(missing.length > 0 ? missing : ['app']));
  const discard = (): void => rmSync(hidden, { recursive: true, force: true });
  try {
    attempt(parent, () => writeAll(app, files));
  } catch (error) {
    discard();
    throw error;
  }
  const publish = (): void =>
    attempt(folder, () => {
      const [first] = missing;
      if (first === undefined) moveInto(folder, app);
      else renameSync(join(hidden, first), join(parent, first));
    });
  return { publish, discard };
}

function attempt<T>(folder: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw cannotWrite(folder, error);
  }
}

function writeAll(app: string, files: readonly PlannedFile[]): void {
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

/** The record moves last: a folder without it is not a finished app. */
function moveInto(folder: string, app: string): void {
  const record = 'yokoten.lock.json';
  const names = readdirSync(app).sort((a, b) => Number(a === record) - Number(b === record));
  const moved: string[] = [];
  try {
    for (const name of names) {
      renameSync(join(app, name), join(folder, name));
      moved.push(name);
    }
  } catch (error) {
    for (const name of moved) renameSync(join(folder, name), join(app, name));
    throw error;
  }
}
