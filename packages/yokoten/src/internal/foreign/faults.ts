import { fault, YokotenError, type Fault } from '../fault.ts';
import { printable } from '../terminal-text.ts';

/** An address that is not a plain https one. */
export function badAddress(source: string, ja: string, en: string): YokotenError {
  return stop(
    'yokoten/foreign-address',
    `この場所からは読みません。${ja}\nhttps:// で始まる、公開のGitの場所を書きます。`,
    `This place is not read: ${en} Write the https:// address of a public Git repository, or a folder.`,
    printable(source).slice(0, 200),
  );
}

/** A folder that is not there. */
export function noFolder(source: string): YokotenError {
  return stop(
    'yokoten/no-such-file',
    'このフォルダーがありません。名前と、今いるフォルダーを確かめてください。',
    'There is no such folder. Check the name, and the folder you are in.',
    source,
  );
}

/** No Git, or one that is too old to be told to leave settings alone. */
export function needsGit(version: string): YokotenError {
  return stop(
    'yokoten/foreign-needs-git',
    `Git 2.32以上が要ります（今: ${version}）。\nGitを入れるか、フォルダーを指定してください。`,
    `Git 2.32 or later is needed (found: ${version}). Install it, or name a folder instead.`,
  );
}

/** A server that did not give its repository, in Git's words. */
export function unreachable(url: string, words: string): YokotenError {
  const said = printable(words).slice(0, 300);
  return stop(
    'yokoten/foreign-unreachable',
    `リポジトリを取得できません（${said}）。\n場所、公開されているか、通信を確かめてください。`,
    `The repository cannot be fetched (${said}). Check the address, that it is public, and the network.`,
    url,
  );
}

/** More bytes than are taken in. */
export function tooLarge(source: string, got: number, allowed: number): YokotenError {
  return stop(
    'yokoten/foreign-too-large',
    `大きすぎます（${megabytes(got)}以上。上限は${megabytes(allowed)}）。\n要るフォルダーだけを手元に写して指定します。`,
    `This is too large: ${megabytes(got)} or more, ${megabytes(allowed)} are allowed. Copy what is needed into a folder and name that.`,
    source,
  );
}

/** More files than are taken in. */
export function tooMany(source: string, allowed: number): YokotenError {
  return stop(
    'yokoten/foreign-too-many-files',
    `ファイルが多すぎます（上限は${allowed}）。\n要るフォルダーだけを手元に写して指定します。`,
    `There are more than ${allowed} files. Copy what is needed into a folder and name that.`,
    source,
  );
}

/** A server or disk that takes more time than is given. */
export function tooSlow(source: string, milliseconds: number): YokotenError {
  const seconds = Math.round(milliseconds / 1000);
  return stop(
    'yokoten/foreign-too-slow',
    `${seconds}秒で終わりませんでした。\nあとでやり直すか、手元に写して指定します。`,
    `This did not end within ${seconds} seconds. Try again later, or copy it into a folder and name that.`,
    source,
  );
}

/** A repository without a commit. */
export function noCommit(source: string): YokotenError {
  return stop(
    'yokoten/foreign-empty',
    'このリポジトリにはコミットがありません。',
    'This repository has no commit.',
    source,
  );
}

/** Objects that are missing or are not what their hash says. */
export function damaged(source: string, words = ''): YokotenError {
  const said = words.trim() === '' ? '' : `（${printable(words).slice(0, 200)}）`;
  return stop(
    'yokoten/foreign-damaged',
    `リポジトリがこわれていて読めません${said}。\n取り直すか、フォルダーとして指定します。`,
    `The repository is damaged and cannot be read ${said}. Fetch it again, or name a plain folder.`,
    source,
  );
}

/** A file that is another one than when it was listed. */
export function changed(file: string): YokotenError {
  return stop(
    'yokoten/foreign-changed',
    'このファイルは読む間に変わりました。もう一度実行してください。',
    'This file changed while it was read. Run the command again.',
    file,
  );
}

const LEFT_OUT = {
  link: [
    'yokoten/foreign-link',
    'リンクです。リンクの先は読みません。要るならファイルに替えます。',
    'This is a link, which is not followed. Replace it by the file if it is needed.',
  ],
  submodule: [
    'yokoten/foreign-submodule',
    'ほかのリポジトリへの参照です。取得しません。要るなら別に取り込みます。',
    'This points to another repository, which is not fetched. Take that in by itself if it is needed.',
  ],
  pointer: [
    'yokoten/foreign-lfs',
    'Git LFSの控えだけで、中身がありません。中身のファイルに替えてください。',
    'This is a pointer of Git LFS without the content. Replace it by the file itself.',
  ],
  path: [
    'yokoten/foreign-path',
    'この名前は使えません（外を指す、予約語、長い、深い、など）。名前を変えてください。',
    'This name cannot be used: it leads elsewhere, is reserved, too long or too deep. Give another name.',
  ],
  same: [
    'yokoten/foreign-same-name',
    '大文字と小文字だけが違う名前が複数あります。どれも読みません。名前を変えてください。',
    'Several names differ by case alone, and none of them is read. Give them other names.',
  ],
  large: [
    'yokoten/foreign-file-too-large',
    'このファイルは大きすぎるので読みません。分けるか、小さくしてください。',
    'This file is too large and is not read. Split it, or make it smaller.',
  ],
  missing: [
    'yokoten/foreign-damaged',
    'このファイルの中身がリポジトリにありません。取り直してください。',
    'The content of this file is not in the repository. Fetch it again.',
  ],
  installed: [
    'yokoten/foreign-installed',
    'このフォルダーの中は読みません（入れたパッケージ、または別のリポジトリ）。',
    'This folder is not read: it holds installed packages, or a repository of its own.',
  ],
  other: [
    'yokoten/foreign-not-a-file',
    'ふつうのファイルではありません（機器、ソケット、読めないもの）。',
    'This is no plain file: a device, a socket, or something that may not be read.',
  ],
  history: [
    'yokoten/foreign-history',
    'Gitの履歴は読みません（ふつうの形でないか、こわれています）。ファイルは読みます。',
    'The history of Git is not read: it is not in the usual form, or damaged. The files are read.',
  ],
} as const;

/** Why something stays out. */
export type Reason = keyof typeof LEFT_OUT;

/** Something that stays out, with its place. */
export function leftOut(file: string, reason: Reason): Fault {
  const [code, ja, en] = LEFT_OUT[reason];
  return fault(code, ja, en, { file: printable(file) });
}

function stop(code: `yokoten/${string}`, ja: string, en: string, file?: string): YokotenError {
  return new YokotenError(fault(code, ja, en, file === undefined ? undefined : { file }));
}

function megabytes(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1000)} kB` : `${Math.round(bytes / 1e6)} MB`;
}
