import { existsSync } from 'node:fs';
import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { fault, YokotenError } from '../fault.ts';
import { aside } from './aside.ts';
import { gitIn, mustGit, type Git } from './git.ts';
import { quoted } from './git-merge.ts';
import type { Sides } from './merge-sides.ts';
import type { Project, Repository } from './project.ts';
import type { Entry } from './tree.ts';
import { writeInside } from './write-inside.ts';

const ASIDE = '.yokoten-upgrade-';

/** What an upgrade writes. */
export interface Outcome {
  readonly files: ReadonlyMap<string, Entry | null>;
  readonly conflicts: ReadonlyMap<string, Sides>;
  /** First line and body of the commit. */
  readonly message: string;
  /** The version it leads to. */
  readonly to: string;
}

/** Where the result stands; the app's own folder is never written into. */
export type PublishedAt =
  | { readonly kind: 'branch'; readonly branch: string }
  | { readonly kind: 'worktree'; readonly branch: string; readonly folder: string }
  | { readonly kind: 'copy'; readonly folder: string };

/**
 * Puts the result beside the app, in one last step: a commit on a branch of its own; where something conflicts, that
 * branch checked out in a folder of its own, with the conflicts as Git has them; without a repository, a copy of the
 * folder. Ended at any moment, the app is as it was.
 *
 * @throws YokotenError `yokoten/upgrade-place-taken`, `yokoten/git-failed`, `yokoten/link-on-the-way`
 */
export async function publish(project: Project, outcome: Outcome): Promise<PublishedAt> {
  const { repository } = project;
  if (repository === undefined) return publishCopy(project, outcome);
  const branch = await freeBranch(repository, outcome.to);
  if (outcome.conflicts.size > 0) return publishWorktree(repository, outcome, branch);
  await commitOnBranch(repository, outcome, branch);
  return { kind: 'branch', branch };
}

/** The branch of an upgrade to this version, or one with a number where it exists already. */
async function freeBranch({ git }: Repository, to: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const branch = `upgrade/yokoten-${to}${number === 1 ? '' : `-${number}`}`;
    const { code } = await git(['show-ref', '--verify', '--quiet', `refs/heads/${branch}`]);
    if (code !== 0) return branch;
  }
}

/** One process writes the objects and, at its end, the branch. */
async function commitOnBranch(
  { git, head, prefix }: Repository,
  { files, message }: Outcome,
  branch: string,
): Promise<void> {
  const words = Buffer.from(message);
  const parts: (string | Uint8Array)[] = [
    `commit refs/heads/${branch}\ncommitter ${await identity(git)}\ndata ${words.length}\n`,
    words,
    `\nfrom ${head}\n`,
  ];
  for (const [path, entry] of files) {
    const name = quoted(prefix + path);
    if (entry === null) parts.push(`D ${name}\n`);
    else
      parts.push(
        `M ${entry.mode} inline ${name}\ndata ${entry.bytes.byteLength}\n`,
        entry.bytes,
        '\n',
      );
  }
  const stream = Buffer.concat(parts.map((part) => Buffer.from(part)));
  await mustGit(git, ['fast-import', '--quiet', '--date-format=raw'], stream);
}

/** Who commits, as Git knows them; a machine that knows nobody commits in the tool's name. */
async function identity(git: Git): Promise<string> {
  const { code, stdout } = await git(['var', 'GIT_COMMITTER_IDENT']);
  if (code === 0) return stdout.toString().trim();
  return `yokoten <yokoten@localhost> ${Math.floor(Date.now() / 1000)} +0000`;
}

async function publishWorktree(
  repository: Repository,
  { files, conflicts, message, to }: Outcome,
  branch: string,
): Promise<PublishedAt> {
  const { git, top, head, prefix } = repository;
  const place = freePlace(top, to);
  const hidden = await aside(dirname(top), ASIDE);
  const tree = join(hidden, 'tree');
  try {
    await mustGit(git, ['worktree', 'prune']);
    await mustGit(git, ['worktree', 'add', '--quiet', '--detach', tree, head]);
    const inside = gitIn(tree);
    for (const [path, entry] of files) await writeInside(join(tree, prefix), path, entry);
    const clean = [...files.keys()].filter((path) => !conflicts.has(path));
    const names = clean.map((path) => `:(literal)${prefix}${path}\0`).join('');
    if (clean.length > 0)
      await mustGit(
        inside,
        ['add', '--all', '--force', '--pathspec-from-file=-', '--pathspec-file-nul'],
        names,
      );
    await mustGit(
      inside,
      ['update-index', '-z', '--index-info'],
      await stages(inside, conflicts, prefix),
    );
    const messageFile = (
      await mustGit(inside, ['rev-parse', '--git-path', 'SQUASH_MSG'])
    ).toString();
    await writeFile(messageFile.trim(), message);
    await mustGit(git, ['update-ref', `refs/heads/${branch}`, head, '0'.repeat(head.length)]);
    await mustGit(inside, ['symbolic-ref', 'HEAD', `refs/heads/${branch}`]);
    await mustGit(git, ['worktree', 'move', tree, place]);
  } finally {
    await rm(hidden, { recursive: true, force: true, maxRetries: 5 });
    await git(['worktree', 'prune']);
  }
  return { kind: 'worktree', branch, folder: join(place, prefix) };
}

/** What Git writes down for a path in conflict: its three versions, none of them merged. */
async function stages(
  git: Git,
  conflicts: ReadonlyMap<string, Sides>,
  prefix: string,
): Promise<string> {
  const lines: string[] = [];
  const nothing = '0'.repeat((await mustGit(git, ['rev-parse', 'HEAD'])).toString().trim().length);
  for (const [path, sides] of conflicts) {
    const name = prefix + path;
    lines.push(`0 ${nothing}\t${name}`);
    const of: readonly (Entry | undefined)[] = [sides.base, sides.ours, sides.theirs];
    for (const [i, entry] of of.entries()) {
      if (entry === undefined) continue;
      const id = await mustGit(git, ['hash-object', '-w', '--stdin'], entry.bytes);
      lines.push(`${entry.mode} ${id.toString().trim()} ${i + 1}\t${name}`);
    }
  }
  return lines.map((line) => `${line}\0`).join('');
}

async function publishCopy({ root }: Project, { files, to }: Outcome): Promise<PublishedAt> {
  const place = freePlace(root, to);
  const hidden = await aside(dirname(root), ASIDE);
  try {
    const copy = join(hidden, 'app');
    await mkdir(copy);
    await cp(root, copy, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !/^(node_modules|dist)$/.test(relative(root, path)),
    });
    for (const [path, entry] of files) await writeInside(copy, path, entry);
    await rename(copy, place);
  } finally {
    await rm(hidden, { recursive: true, force: true, maxRetries: 5 });
  }
  return { kind: 'copy', folder: place };
}

/** A folder beside the app. @throws YokotenError `yokoten/upgrade-place-taken` */
function freePlace(folder: string, to: string): string {
  const place = join(dirname(folder), `${basename(folder)}-upgrade-${to}`);
  if (!existsSync(place)) return place;
  throw new YokotenError(
    fault(
      'yokoten/upgrade-place-taken',
      '前の更新のフォルダーが残っています。\n済んでいれば、消してからもう一度実行してください。',
      'The folder of an earlier upgrade is still there. If it is done with, remove it and run this again.',
      { file: place },
    ),
  );
}
