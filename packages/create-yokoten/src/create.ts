import { basename } from 'node:path';
import type { Arguments } from './arguments.ts';
import { settleChoices } from './choices.ts';
import { Failure, interruption, type Language, type Words } from './failure.ts';
import { detectPackageManager, installDependencies } from './install.ts';
import { packageNameFrom } from './package-name.ts';
import { planFiles } from './plan.ts';
import { Questions } from './questions.ts';
import { GIT_NOTES, nextCommands, type Result } from './report.ts';
import type { Terminal } from './terminal.ts';
import { stageFolder } from './write.ts';

/** What the scaffolder sees of the process around it. */
export interface Surroundings {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** The person to ask, or `undefined` where there is none. Called only when something is open. */
  readonly terminal: () => Promise<Terminal | undefined>;
  /** Writes to stdout: the answer. */
  readonly print: (text: string) => void;
  /** Writes to stderr: progress, notes, questions. */
  readonly say: (text: string) => void;
}

/**
 * Makes an app, phase by phase. Until phase 4 nothing stands at the place; from then on all of it does.
 * @throws every code that has a page under docs/errors/create-yokoten
 */
export async function create(
  given: Arguments,
  language: Language,
  around: Surroundings,
): Promise<Result> {
  const { cwd, env, signal } = around;
  const say = (words: Words): void => around.say(`${words[language]}\n`);

  // 1. Settle what the command line left open: by asking a person, else from defaults, else by refusing.
  const questions = new Questions(language, given.yes ? undefined : around.terminal, around.say);
  const { municipality, template, example, target, shortName } = await settleChoices(
    given,
    questions,
    cwd,
  ).finally(() => questions.close());

  // 2. Plan every file in memory.
  const packageName = packageNameFrom(basename(target.folder), shortName);
  const planOfApp = { template, example, municipality, packageName, packages: given.packages, cwd };
  const appFiles = planFiles(planOfApp);
  // With its packages in vendor/ an app belongs to no project around it, also not to the clone that made it.
  const manager = detectPackageManager(env, given.packages === undefined ? target : undefined);
  const isNew = target.missing.length > 0;
  // What only some runs need is a file of its own, which the others do not load.
  const locking =
    isNew && given.install && manager === 'npm' ? await import('./first-lock.ts') : undefined;
  const lock = locking?.firstLock(appFiles);
  const files = lock === undefined ? appFiles : [...appFiles, lock];
  const existing = isNew ? undefined : await import('./existing.ts');
  const addition = existing?.compareWithExisting(target.folder, files);
  const planned: Result = {
    ok: true,
    dryRun: given.dryRun,
    folder: target.folder,
    template: template.id,
    ...(example && { example: example.id }),
    version: template.version,
    municipality,
    packageName,
    files: (addition?.added ?? files).map(({ path }) => path),
    merged: addition?.merged.map(({ path }) => path) ?? [],
    kept: addition?.kept ?? [],
    packageManager: manager,
    install: 'skipped',
    git: 'skipped',
    next: nextCommands(target.folder, cwd, manager, false),
  };
  if (given.dryRun) return planned;

  // 3. Write all of it aside; 4. move it to its place in one step: a folder, or a decision that outlives this process.
  const staged =
    addition === undefined
      ? stageFolder(target, files)
      : await (await import('./write-into.ts')).stageInto(target.folder, addition);
  try {
    await letSignalsIn();
    if (signal.aborted) throw interruption();
    staged.publish();
  } finally {
    staged.discard();
  }

  // 5. Install. If that fails the app is there all the same, and it can be done again by hand.
  let install: Result['install'] = 'skipped';
  if (given.install) {
    say({ ja: `${manager} でパッケージを入れます…`, en: `Installing packages with ${manager} …` });
    const ending = await installDependencies(manager, target.folder, env, signal);
    install = ending !== 'missing' && ending.code === 0 ? 'done' : 'failed';
    if (install === 'failed' && lock !== undefined) locking?.withdrawFirstLock(target.folder, lock);
  }

  // 6. Make the first commit, unless the place is in a repository already or holds files of somebody else.
  let git: Result['git'] = 'skipped';
  if (given.git && !signal.aborted) {
    const from = example === undefined ? '' : `, example ${example.id}`;
    const message = `Start from the Yokoten template ${template.id} ${template.version}${from}`;
    const start = async (): Promise<Result['git']> =>
      (await import('./git.ts')).startRepository(target.folder, message, env, signal);
    if (target.repository !== undefined) git = 'inside-repository';
    else git = target.inhabited ? 'not-ours' : await start();
    const note = GIT_NOTES[git];
    if (note !== undefined) say(note);
  }
  if (signal.aborted) throw interruptedAfterwards(target.folder);

  // 7. Say what to type next.
  const next = nextCommands(target.folder, cwd, manager, install === 'done');
  return { ...planned, install, git, next };
}

/** A signal that came while files were written is delivered only when the event loop turns. */
function letSignalsIn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

function interruptedAfterwards(folder: string): Failure {
  const words = {
    ja: `中断しました。${folder} のファイルはそろっています。続きはパッケージを入れるところからです。`,
    en: `Interrupted. The files in ${folder} are complete; go on with installing the packages.`,
  };
  return new Failure('create-yokoten/interrupted', words, [], 130);
}
