import { hash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** One step of putting staged files into a folder that exists. */
export interface Step {
  /** Below the folder, with `/`. */
  readonly path: string;
  /** Of the file that is replaced, as it was when it was read; absent where a file is added. */
  readonly before?: string | undefined;
}

/** Name of the list of steps in the hidden folder. Once it stands there, the steps are carried out to the end. */
const JOURNAL = 'steps.json';

/** Where a staged file stands in the hidden folder. */
export function stagedAt(hidden: string, path: string): string {
  return join(hidden, 'files', path);
}

/**
 * Decides that all of it is done. From here on whoever sees the hidden folder first finishes it: this process, or the
 * guard when this process was killed.
 */
export function commitSteps(hidden: string, steps: readonly Step[]): void {
  const aside = join(hidden, `${JOURNAL}.aside`);
  writeFileSync(aside, JSON.stringify(steps));
  renameSync(aside, join(hidden, JOURNAL));
}

/** The steps that were decided, or `undefined` where it did not come to that. */
export function committedSteps(hidden: string): readonly Step[] | undefined {
  const file = join(hidden, JOURNAL);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as readonly Step[]) : undefined;
}

/** Makes it undecided again. */
export function withdrawSteps(hidden: string): void {
  rmSync(join(hidden, JOURNAL), { force: true });
}

/**
 * Carries out the steps in order; those already done are passed over, so that another process can go on where one was
 * killed. Nothing is ever overwritten but the file that was read.
 *
 * @param onTaken what to do about a file that somebody else wrote meanwhile
 * @returns what undoes it all, last step first
 */
export function carryOut(
  folder: string,
  hidden: string,
  steps: readonly Step[],
  onTaken: (path: string) => void,
): (() => void)[] {
  const undo: (() => void)[] = [];
  try {
    for (const step of steps) {
      makeFolders(folder, dirname(step.path), undo);
      const place = join(folder, step.path);
      const staged = stagedAt(hidden, step.path);
      const done = step.before === undefined ? add(staged, place) : replace(step, staged, place);
      if (done === 'taken') onTaken(step.path);
      else if (done !== 'before') undo.unshift(done);
    }
  } catch (error) {
    for (const act of undo) act();
    throw error;
  }
  return undo;
}

/** How to undo a step; `before` when it was done in an earlier run, `taken` when somebody else's file is in the way. */
type Done = (() => void) | 'before' | 'taken';

function makeFolders(folder: string, path: string, undo: (() => void)[]): void {
  if (path === '.' || existsSync(join(folder, path))) return;
  makeFolders(folder, dirname(path), undo);
  mkdirSync(join(folder, path));
  undo.unshift(() => rmdirSync(join(folder, path)));
}

/** A link fails where something stands, unlike a move. The staged name stays and shows whose file it is. */
function add(staged: string, place: string): Done {
  try {
    linkSync(staged, place);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return sameBytes(staged, place) ? 'before' : 'taken';
    if (code === 'ENOENT' && !existsSync(staged)) return 'before';
    if (!WITHOUT_LINKS.has(code ?? '')) throw error;
    if (existsSync(place)) return 'taken';
    renameSync(staged, place);
  }
  return () => rmSync(place);
}

/** What systems say that know no second name for a file. */
const WITHOUT_LINKS: ReadonlySet<string> = new Set([
  'EPERM',
  'ENOSYS',
  'ENOTSUP',
  'EOPNOTSUPP',
  'EMLINK',
]);

function replace({ before }: Step, staged: string, place: string): Done {
  if (!existsSync(staged)) return 'before';
  if (!existsSync(place) || hash('sha256', readFileSync(place)) !== before) return 'taken';
  const old = `${staged}.old`;
  copyFileSync(place, old);
  renameSync(staged, place);
  return () => renameSync(old, place);
}

function sameBytes(one: string, other: string): boolean {
  return readFileSync(one).equals(readFileSync(other));
}
