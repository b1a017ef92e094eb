import { hash } from 'node:crypto';
import { lstatSync, readFileSync, type Stats } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure, type Candidate, type Words } from './failure.ts';
import { mergeLines } from './merge-lines.ts';
import { mergeManifest } from './merge-manifest.ts';
import type { PlannedFile } from './plan.ts';

/** A file of the folder's owner to which something is added. */
interface MergedFile {
  readonly path: string;
  readonly text: string;
  /** Of the file as it was read; another one is not replaced. */
  readonly before: string;
  /** Permissions it has and keeps. */
  readonly mode: number;
}

/** What adding an app to a folder comes to. */
export interface Addition {
  readonly added: readonly PlannedFile[];
  readonly merged: readonly MergedFile[];
  /** Files that stay as their owner has them, though the template has others. */
  readonly kept: readonly string[];
}

/** Lists of lines that add up, whoever writes them. */
const LINES = new Set(['.gitignore', '.gitattributes']);

/** The owner's by class, but an app cannot stand on somebody else's. */
const NEEDED = new Set(['yokoten.config.jsonc']);

/**
 * What of the planned files is new in a folder; reads only. A file with the same bytes is left. Of the files that
 * belong to the owner of an app, the one that is there stays; `package.json` and lists of lines are added to.
 * @throws create-yokoten/would-overwrite with all files that are there with other content
 */
export function compareWithExisting(folder: string, files: readonly PlannedFile[]): Addition {
  const added: PlannedFile[] = [];
  const merged: MergedFile[] = [];
  const kept: string[] = [];
  const conflicts: Candidate[] = [];
  for (const file of files) {
    const { path } = file;
    const found = look(folder, path);
    if (found === 'absent') added.push(file);
    else if ('obstacle' in found) conflicts.push({ value: path, label: found.obstacle });
    else {
      const wanted = bytesOf(file);
      if (wanted.equals(found.bytes)) continue;
      const mergedText = merge(path, found.bytes.toString(), wanted.toString());
      if (mergedText === undefined) {
        if (file.class === 'yours' && !NEEDED.has(path)) kept.push(path);
        else conflicts.push({ value: path, label: OTHER_CONTENT });
      } else if (typeof mergedText !== 'string') {
        conflicts.push({ value: path, label: bothSay(mergedText.conflicts) });
      } else if (mergedText !== found.bytes.toString()) {
        merged.push({
          path,
          text: mergedText,
          before: hash('sha256', found.bytes),
          mode: found.stats.mode & 0o7777,
        });
      }
    }
  }
  if (conflicts.length > 0) throw wouldOverwrite(conflicts);
  return { added, merged, kept };
}

/** The merged text, what conflicts, or `undefined` for a file that cannot be merged. */
function merge(
  path: string,
  theirs: string,
  ours: string,
): string | { readonly conflicts: readonly string[] } | undefined {
  if (LINES.has(path)) return mergeLines(theirs, ours);
  if (path !== 'package.json') return undefined;
  const result = mergeManifest(theirs, ours);
  return 'text' in result ? result.text : result;
}

type Found =
  | 'absent'
  | { readonly obstacle: Words }
  | { readonly bytes: Buffer; readonly stats: Stats };

/** What stands at a path; a link may lead out of the folder, so nothing is written through one. */
function look(folder: string, path: string): Found {
  const parents: string[] = [];
  for (let at = dirname(path); at !== '.'; at = dirname(at)) parents.unshift(at);
  for (const parent of parents) {
    const stats = lstatSync(join(folder, parent), { throwIfNoEntry: false });
    if (stats === undefined) return 'absent';
    if (!stats.isDirectory()) return { obstacle: inTheWay(parent) };
  }
  const stats = lstatSync(join(folder, path), { throwIfNoEntry: false });
  if (stats === undefined) return 'absent';
  if (!stats.isFile()) return { obstacle: NO_FILE };
  return { bytes: readFileSync(join(folder, path)), stats };
}

function bytesOf(file: PlannedFile): Buffer {
  return 'text' in file ? Buffer.from(file.text) : readFileSync(file.copyOf);
}

const OTHER_CONTENT: Words = { ja: '内容が違います', en: 'is there with other content' };
const NO_FILE: Words = {
  ja: 'フォルダーかリンクがあります',
  en: 'a folder or a link stands there',
};

function inTheWay(parent: string): Words {
  return {
    ja: `${parent} がフォルダーではありません`,
    en: `${parent} is no folder`,
  };
}

function bothSay(conflicts: readonly string[]): Words {
  const list = conflicts.join(', ');
  return { ja: `値が違います（${list}）`, en: `says otherwise (${list})` };
}

function wouldOverwrite(conflicts: readonly Candidate[]): Failure {
  return new Failure(
    'create-yokoten/would-overwrite',
    {
      ja: `同じ名前で内容の違うファイルがあるため、何も書いていません。移すか直すか、別のフォルダーを指定してください。`,
      en: `Files of the same name are there with other content, so nothing was written. Move or mend them, or give another folder.`,
    },
    conflicts,
  );
}
