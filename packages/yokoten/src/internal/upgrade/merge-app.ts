import type { Ownership } from './app-record.ts';
import { gitMerge } from './git-merge.ts';
import { mayHaveMoved, mergeByPath, type Merged, type Sides } from './merge-sides.ts';
import type { Labels } from './merge-texts.ts';
import { mergeKeys, type KeyConflict } from './merge-manifest.ts';
import { mergeLines } from './merge-lines.ts';
import type { FilledFile } from './release.ts';
import { sameBytes, sameEntry, textEntry, textOf, type Entry, type Tree } from './tree.ts';

/** What became of one file, for the report. */
export type ChangeKind =
  | 'added'
  | 'changed'
  | 'merged'
  | 'removed'
  | 'renamed'
  | 'kept-removed'
  | 'kept-edited'
  | 'kept-link'
  | 'conflict'
  | 'put-off';

/** One file that the upgrade touches, or leaves alone for a reason that is worth saying. */
export interface Change {
  readonly path: string;
  readonly kind: ChangeKind;
  /** The path it had before, where it moved. */
  readonly from?: string;
}

/** Everything a merge depends on. */
export interface MergeInput {
  /** The app's files that may be touched, and those that a renamed file could be. */
  readonly ours: Tree;
  /** The template's files as the app began with them; those whose content nobody knows are left out. */
  readonly base: ReadonlyMap<string, Uint8Array>;
  /** Files the template had in any class: a new one among the owner's is added only where it is new. */
  readonly known: ReadonlySet<string>;
  readonly theirs: ReadonlyMap<string, FilledFile>;
  readonly moved: ReadonlyMap<string, string>;
  readonly labels: Labels;
}

/** What an upgrade changes in an app. */
export interface MergedApp {
  /** New content by path; `null` removes the file. What is not named stays as it is. */
  readonly files: ReadonlyMap<string, Entry | null>;
  readonly conflicts: ReadonlyMap<string, Sides>;
  readonly keyConflicts: ReadonlyMap<string, readonly KeyConflict[]>;
  readonly changes: readonly Change[];
}

/**
 * Merges a new version of a template into an app, by who owns each file: `yours` is never touched, `merged` is put
 * together by keys or lines, `template` as Git merges, `generated` is made anew. A file the owner removed stays removed;
 * one they edited is never removed.
 */
export async function mergeApp(input: MergeInput): Promise<MergedApp> {
  const { theirs, labels } = input;
  const { ours, base, renamed } = followMoves(input);
  const files = new Map<string, Entry | null>();
  const changes: Change[] = [];
  const keyConflicts = new Map<string, readonly KeyConflict[]>();

  for (const [path, file] of theirs) {
    const isNew = !input.known.has(path) && !ours.has(path);
    if (
      (file.class === 'yours' && isNew) ||
      (file.class === 'generated' && !isSame(ours, path, file))
    )
      files.set(path, plain(file.bytes));
  }
  const managed = new Map([...theirs].filter(([, file]) => isMerged(file.class)));
  const lists = new Map([...managed].filter(([, file]) => file.class === 'merged'));
  for (const [path, file] of lists) {
    const merged = mergeList(path, base.get(path), ours.get(path), file.bytes);
    if (merged === undefined) continue;
    managed.delete(path);
    if (merged.conflicts.length > 0) keyConflicts.set(path, merged.conflicts);
    if (!sameEntry(merged.entry, ours.get(path))) files.set(path, merged.entry ?? null);
  }
  const listed = new Set([...theirs.keys()].filter((path) => !managed.has(path)));
  const templates = await mergeTemplates(
    withoutPaths(ours, listed),
    new Map([...base].filter(([path]) => !listed.has(path)).map(([path, bytes]) => [path, bytes])),
    new Map([...managed].map(([path, { bytes }]) => [path, bytes])),
    labels,
  );
  for (const [path, entry] of templates.files) files.set(path, entry);
  for (const [from, to] of renamed) {
    if (input.ours.has(from)) files.set(from, null);
    const entry = files.get(to) ?? ours.get(to);
    if (entry !== undefined && !files.has(to)) files.set(to, entry);
  }
  changes.push(...templates.changes);
  changes.push(...describe(files, input, templates, renamed));
  return { files, conflicts: templates.conflicts, keyConflicts, changes: changes.toSorted(byPath) };
}

function isMerged(owner: Ownership): boolean {
  return owner === 'template' || owner === 'merged';
}

function isSame(ours: Tree, path: string, file: FilledFile): boolean {
  const entry = ours.get(path);
  return entry !== undefined && sameBytes(entry.bytes, file.bytes);
}

function plain(bytes: Uint8Array): Entry {
  return { bytes, mode: '100644' };
}

interface Moved {
  readonly ours: Tree;
  readonly base: ReadonlyMap<string, Uint8Array>;
  /** Old path to new path, of files that the app has. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** A rename that the template declares is certain, however much of the file changed with it. */
function followMoves({ ours, base, theirs, moved }: MergeInput): Moved {
  const newOurs = new Map(ours);
  const newBase = new Map(base);
  const renamed = new Map<string, string>();
  for (const from of base.keys()) {
    const to = destination(from, moved, theirs);
    if (to === undefined || newBase.has(to) || newOurs.has(to)) continue;
    const [content, entry] = [newBase.get(from), newOurs.get(from)];
    if (content !== undefined) newBase.set(to, content);
    newBase.delete(from);
    if (entry === undefined) continue;
    newOurs.set(to, entry);
    newOurs.delete(from);
    renamed.set(from, to);
  }
  return { ours: newOurs, base: newBase, renamed };
}

function destination(
  from: string,
  moved: ReadonlyMap<string, string>,
  theirs: ReadonlyMap<string, FilledFile>,
): string | undefined {
  const seen = new Set([from]);
  let path = moved.get(from);
  while (path !== undefined && !theirs.has(path) && !seen.has(path)) {
    seen.add(path);
    path = moved.get(path);
  }
  return path !== undefined && theirs.has(path) && !theirs.has(from) ? path : undefined;
}

interface MergedList {
  readonly entry: Entry | undefined;
  readonly conflicts: readonly KeyConflict[];
}

/** `undefined` where it can only be merged as a text is. */
function mergeList(
  path: string,
  base: Uint8Array | undefined,
  ours: Entry | undefined,
  theirs: Uint8Array,
): MergedList | undefined {
  if (ours === undefined)
    return { entry: base === undefined ? plain(theirs) : undefined, conflicts: [] };
  const before = base === undefined ? '' : textOf({ bytes: base });
  const [own, other] = [textOf(ours), textOf({ bytes: theirs })];
  if (before === undefined || own === undefined || other === undefined || ours.mode === '120000')
    return undefined;
  if (/\.jsonc?$/.test(path)) {
    const merged = mergeKeys(before === '' ? '{}' : before, own, other);
    if (merged === undefined) return undefined;
    const entry = { ...textEntry(merged.text), mode: ours.mode };
    return { entry: merged.text === own ? ours : entry, conflicts: merged.conflicts };
  }
  if (!/(^|\/)\.\w*ignore$/.test(path)) return undefined;
  const text = mergeLines(before, own, other);
  return { entry: text === own ? ours : { ...textEntry(text), mode: ours.mode }, conflicts: [] };
}

function withoutPaths(tree: Tree, paths: ReadonlySet<string>): Tree {
  return new Map([...tree].filter(([path]) => !paths.has(path)));
}

interface MergedTemplates {
  readonly files: ReadonlyMap<string, Entry | null>;
  readonly conflicts: ReadonlyMap<string, Sides>;
  readonly changes: readonly Change[];
}

async function mergeTemplates(
  ours: Tree,
  baseBytes: ReadonlyMap<string, Uint8Array>,
  theirBytes: ReadonlyMap<string, Uint8Array>,
  labels: Labels,
): Promise<MergedTemplates> {
  const changes: Change[] = [];
  const links = [...ours].filter(([, { mode }]) => mode === '120000').map(([path]) => path);
  for (const path of links) if (theirBytes.has(path)) changes.push({ path, kind: 'kept-link' });
  const hidden = new Set(links);
  const { own, lineEnds, base, theirs } = alike(
    withoutPaths(ours, hidden),
    baseBytes,
    theirBytes,
    hidden,
  );
  const merged = await mergeTrees(base, own, theirs, labels);

  const files = new Map<string, Entry | null>();
  const conflicts = new Map<string, Sides>();
  const put = (path: string, entry: Entry | null): void => {
    const ended = entry !== null && lineEnds.has(path) ? withCarriageReturns(entry) : entry;
    if (!sameEntry(ended ?? undefined, ours.get(path))) files.set(path, ended);
  };
  for (const path of own.keys()) if (!merged.files.has(path)) put(path, null);
  for (const [path, entry] of merged.files) put(path, entry);
  for (const [path, sides] of merged.conflicts) {
    if (sides.ours !== undefined && sides.theirs !== undefined) {
      conflicts.set(path, sides);
      changes.push({ path, kind: 'conflict' });
    } else if (sides.ours !== undefined) {
      put(path, sides.ours);
      changes.push({ path, kind: 'kept-edited' });
    } else if (sides.base !== undefined) {
      if (ours.has(path)) files.set(path, null);
      else files.delete(path);
      if (sides.theirs !== undefined) changes.push({ path, kind: 'kept-removed' });
    } else if (sides.theirs !== undefined) {
      conflicts.set(path, sides);
      changes.push({ path, kind: 'conflict' });
    }
  }
  return { files, conflicts, changes };
}

/** Git is asked only where a file may have moved: most forks have moved none. */
async function mergeTrees(base: Tree, ours: Tree, theirs: Tree, labels: Labels): Promise<Merged> {
  const merged = mergeByPath(base, ours, theirs, labels);
  if (!mayHaveMoved(merged)) return merged;
  return (await gitMerge({ base, ours, theirs }, labels)) ?? merged;
}

/**
 * The three sides made comparable: the template's files have the owner's file mode, and an owner's file with the line
 * ends of Windows is compared without them.
 */
function alike(
  ours: Tree,
  baseBytes: ReadonlyMap<string, Uint8Array>,
  theirBytes: ReadonlyMap<string, Uint8Array>,
  hidden: ReadonlySet<string>,
): { own: Tree; lineEnds: ReadonlySet<string>; base: Tree; theirs: Tree } {
  const lineEnds = new Set<string>();
  const own = new Map<string, Entry>();
  for (const [path, entry] of ours) {
    const text = textOf(entry);
    const template = baseBytes.get(path) ?? theirBytes.get(path);
    const differs = text?.includes('\r\n') === true && template?.includes(13) === false;
    if (differs && !/(^|[^\r])\n/.test(text)) {
      lineEnds.add(path);
      own.set(path, { ...textEntry(text.replaceAll('\r\n', '\n')), mode: entry.mode });
    } else own.set(path, entry);
  }
  const asTree = (files: ReadonlyMap<string, Uint8Array>): Tree =>
    new Map(
      [...files]
        .filter(([path]) => !hidden.has(path))
        .map(([path, bytes]) => [path, { bytes, mode: own.get(path)?.mode ?? '100644' }]),
    );
  return { own, lineEnds, base: asTree(baseBytes), theirs: asTree(theirBytes) };
}

function withCarriageReturns(entry: Entry): Entry {
  const text = textOf(entry);
  return text === undefined
    ? entry
    : { ...textEntry(text.replaceAll(/\r?\n/g, '\r\n')), mode: entry.mode };
}

/** What every change is, for a person: a file that is new at one place and gone at another was renamed. */
function describe(
  files: ReadonlyMap<string, Entry | null>,
  { ours, base, theirs }: MergeInput,
  templates: MergedTemplates,
  renamed: ReadonlyMap<string, string>,
): Change[] {
  const said = new Set(templates.changes.map(({ path }) => path));
  const origins = new Map([...renamed].map(([from, to]) => [to, from]));
  return [...files].flatMap(([path, entry]): Change[] => {
    if (said.has(path)) return [];
    if (entry === null) return renamed.has(path) ? [] : [{ path, kind: 'removed' }];
    const from = origins.get(path);
    if (from !== undefined) return [{ path, kind: 'renamed', from }];
    const before = ours.get(path);
    if (before === undefined) return [{ path, kind: 'added' }];
    const template = base.get(path);
    const untouched = template !== undefined && sameBytes(before.bytes, template);
    return [{ path, kind: untouched || !theirs.has(path) ? 'changed' : 'merged' }];
  });
}

function byPath(a: Change, b: Change): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
