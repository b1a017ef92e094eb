import { relative } from 'node:path';
import type { Language, Words } from './failure.ts';
import type { GitResult } from './git.ts';
import type { PackageManager } from './install.ts';
import { fullName, type Municipality } from './municipality.ts';

/** What a run did, or with `dryRun` would do. `--json` prints it. */
export interface Result {
  readonly ok: true;
  readonly dryRun: boolean;
  /** Absolute path. */
  readonly folder: string;
  readonly template: string;
  readonly example?: string;
  readonly version: string;
  readonly municipality: Municipality;
  readonly packageName: string;
  /** Paths in the folder, in the order written. */
  readonly files: readonly string[];
  /** Files of a folder that existed, to which lines or keys were added. */
  readonly merged: readonly string[];
  /** Files of a folder that existed, which stay although the template has others. */
  readonly kept: readonly string[];
  readonly packageManager: PackageManager;
  readonly install: 'done' | 'skipped' | 'failed';
  readonly git: GitResult | 'skipped' | 'inside-repository' | 'not-ours';
  /** Commands to type next, in this order. */
  readonly next: readonly string[];
}

/** The result as text for a person. The last lines say what to type next. */
export function describeResult(result: Result, language: Language): string {
  const { folder, municipality, files, dryRun, template, example } = result;
  const full = fullName(municipality);
  const place = example === undefined ? full : `見本「${full}」`;
  const forWhom = `${example === undefined ? 'for' : 'that shows the example'} ${municipality.latin} (${full})`;
  const done: Words = {
    ja: `${place}のアプリ（${template}）を作りました。\n場所：${folder}`,
    en: `Made the app (${template}) ${forWhom}.\nPlace: ${folder}`,
  };
  const planned: Words = {
    ja: `${place}のアプリ（${template}）を作る予定です。まだ何も書いていません。\n場所：${folder}`,
    en: `Would make the app (${template}) ${forWhom}. Nothing was written.\nPlace: ${folder}`,
  };
  const next: Words = { ja: '次に、これを打ってください。', en: 'Type next:' };
  const merged: Words = { ja: '書き足したファイル：', en: 'Added to: ' };
  const kept: Words = { ja: 'そのまま残したファイル：', en: 'Left as yours: ' };
  const beside = [[merged, result.merged] as const, [kept, result.kept] as const].flatMap(
    ([words, paths]) =>
      paths.length === 0 ? [] : [words[language] + paths.join(language === 'ja' ? '、' : ', ')],
  );
  const lines = dryRun
    ? [planned[language], ...beside, ...files.map((path) => `  ${path}`)]
    : [done[language], ...beside, '', next[language], ...result.next.map((line) => `  ${line}`)];
  return `${lines.join('\n')}\n`;
}

/** What to type to see the app: go into the folder, install unless done, start. */
export function nextCommands(
  folder: string,
  cwd: string,
  manager: PackageManager,
  installed: boolean,
): string[] {
  const near = relative(cwd, folder);
  const path = near.length < folder.length ? near : folder;
  // The second one, which knows all scripts, takes long to set up.
  const plain = /^[\w./\\:-]+$/.test(path) || /^[\p{L}\p{M}\p{N}._/\\:-]+$/u.test(path);
  return [
    ...(path === '' ? [] : [`cd ${plain ? path : JSON.stringify(path)}`]),
    ...(installed ? [] : [`${manager} install`]),
    `${manager} start`,
  ];
}

/** One line about the repository, where there is something to say. */
export const GIT_NOTES: Readonly<Partial<Record<Result['git'], Words>>> = {
  'inside-repository': {
    ja: 'すでに Git のリポジトリーの中なので、新しくは作りませんでした。',
    en: 'This is inside a Git repository already, so no new one was made.',
  },
  'not-ours': {
    ja: 'もとからファイルがあるので、Git のリポジトリーは作りませんでした。',
    en: 'Files of yours are here, so no Git repository was made.',
  },
  'no-git': {
    ja: 'Git がないか動かないので、リポジトリーは作りませんでした。',
    en: 'Git is missing or does not work, so no repository was made.',
  },
  'no-commit': {
    ja: 'Git の名前とメールの設定がなく、最初のコミットはまだです。',
    en: 'Git could not commit (are user.name and user.email set?): the first commit is yours to make.',
  },
};
