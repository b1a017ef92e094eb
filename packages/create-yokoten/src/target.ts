import { accessSync, constants, existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, parse, relative, resolve, sep } from 'node:path';
import { Failure, type Words } from './failure.ts';

/** The file that makes a folder an app. */
export const RECORD = 'yokoten.lock.json';

/** Where the app will stand, checked before anything is written. */
export interface Target {
  /** Absolute, without symbolic links in the part that exists. */
  readonly folder: string;
  /** Nearest folder above that exists already. */
  readonly parent: string;
  /** Folders below `parent` that are still to be made, the app's own last. Empty when the folder exists. */
  readonly missing: readonly string[];
  /** Whether the folder holds anything but Git's own. */
  readonly inhabited: boolean;
  /** Folder of the repository around it, if there is one; also of a bare one. */
  readonly repository?: string;
}

/**
 * Looks where the app will stand; writes nothing.
 * @throws create-yokoten/folder-name, create-yokoten/folder-not-empty, create-yokoten/not-a-folder,
 * create-yokoten/already-an-app, create-yokoten/cannot-write
 */
export function inspectTarget(
  asked: string,
  cwd: string,
  { intoExisting }: { readonly intoExisting: boolean },
): Target {
  checkName(asked);
  const absolute = resolve(cwd, asked);
  const parent = nearestExisting(absolute);
  if (!statSync(parent).isDirectory()) throw notAFolder(parent);
  checkWritable(parent);
  const real = realpathSync(parent);
  const missing = relative(parent, absolute)
    .split(sep)
    .filter((part) => part !== '');
  const entries = missing.length === 0 ? readdirSync(real) : [];
  const others = entries.filter((name) => name !== '.git' && name !== '.DS_Store');
  if (others.includes(RECORD)) throw alreadyAnApp(asked);
  if (others.length > 0 && !intoExisting) throw notEmpty(asked, others);
  const repository = findRepository(real);
  return {
    folder: join(real, ...missing),
    parent: real,
    missing,
    inhabited: others.length > 0,
    ...(repository === undefined ? {} : { repository }),
  };
}

function checkName(asked: string): void {
  const windowsRefuses = process.platform === 'win32' && /[<>"|?*]/.test(asked);
  if (asked.trim() !== '' && !/\p{Cc}/u.test(asked) && !windowsRefuses) return;
  throw new Failure('create-yokoten/folder-name', {
    ja: `「${JSON.stringify(asked).slice(1, -1)}」はフォルダー名に使えません。別の名前を指定してください。`,
    en: `${JSON.stringify(asked)} cannot be a folder's name. Give another name.`,
  });
}

/** `existsSync` follows links, so a link that leads nowhere counts as missing here and fails when written. */
function nearestExisting(path: string): string {
  let current = path;
  while (!existsSync(current) && current !== parse(current).root) current = dirname(current);
  return current;
}

function checkWritable(folder: string): void {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw cannotWrite(folder, error);
  }
}

function findRepository(folder: string): string | undefined {
  let current = folder;
  for (;;) {
    if (existsSync(join(current, '.git')) || isBare(current)) return current;
    const above = dirname(current);
    if (above === current) return undefined;
    current = above;
  }
}

/** A repository without work tree, or the inside of `.git`: Git itself looks for these three. */
function isBare(folder: string): boolean {
  return ['HEAD', 'objects', 'refs'].every((name) => existsSync(join(folder, name)));
}

function notAFolder(path: string): Failure {
  return new Failure('create-yokoten/not-a-folder', {
    ja: `${path} はファイルです。別のフォルダー名を指定してください。`,
    en: `${path} is a file. Give another folder name.`,
  });
}

function notEmpty(asked: string, entries: readonly string[]): Failure {
  const shown = entries.slice(0, 5).join(', ') + (entries.length > 5 ? ' …' : '');
  return new Failure('create-yokoten/folder-not-empty', {
    ja: `フォルダー「${asked}」は空ではありません（${shown}）。別の名前を指定するか、中に加えるなら --into-existing を付けてください。`,
    en: `Folder "${asked}" is not empty (${shown}). Give another name, or add --into-existing to add the app to what is there.`,
  });
}

function alreadyAnApp(asked: string): Failure {
  return new Failure('create-yokoten/already-an-app', {
    ja: `フォルダー「${asked}」は、もうアプリです。新しい版にするには、その中で npx yokoten upgrade を実行してください。`,
    en: `Folder "${asked}" is an app already. To bring it up to date, run npx yokoten upgrade in it.`,
  });
}

/** The system refused to write: full, read-only or not allowed. */
export function cannotWrite(folder: string, error: unknown): Failure {
  const reason = error instanceof Error ? error.message : String(error);
  const words: Words = {
    ja: `${folder} に書き込めません（${reason}）。書き込める場所を指定してください。`,
    en: `Cannot write to ${folder} (${reason}). Choose a place you may write to.`,
  };
  return new Failure('create-yokoten/cannot-write', words);
}
