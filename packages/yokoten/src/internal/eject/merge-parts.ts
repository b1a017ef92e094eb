import type { Localized } from '@yokoten/standard';
import { YokotenError } from '../fault.ts';
import type { AppRecord, RecordedPart } from '../upgrade/app-record.ts';
import { BASE_ARCHIVE, readBaseArchive } from '../upgrade/base-archive.ts';
import { mergeApp, type Change } from '../upgrade/merge-app.ts';
import type { Sides } from '../upgrade/merge-sides.ts';
import type { Project } from '../upgrade/project.ts';
import type { ReleaseSource } from '../upgrade/release-source.ts';
import { putOffDecision, type Decision } from '../upgrade/report.ts';
import { sha256, textOf, type Entry } from '../upgrade/tree.ts';
import { fullName } from './part-names.ts';
import { packageAfter, type Written } from './package-after.ts';
import { packedParts } from './packed-parts.ts';

/** What an upgrade does with the parts that an app has ejected. */
export interface MergedParts {
  readonly files: ReadonlyMap<string, Entry>;
  readonly conflicts: ReadonlyMap<string, Sides>;
  readonly changes: readonly Change[];
  readonly decisions: readonly Decision[];
  /** What the record says afterwards, and the texts it speaks of. */
  readonly parts: ReadonlyMap<string, RecordedPart>;
  readonly archive: ReadonlyMap<string, Uint8Array>;
}

/** What a merge of parts depends on. */
export interface PartsInput {
  readonly project: Project;
  readonly record: AppRecord;
  /** What the upgrade has written so far, with `package.json` and the list of exact versions. */
  readonly written: Written;
  readonly source: ReleaseSource;
  /** Leave conflicts for another time. */
  readonly putOff: boolean;
}

/** Whether a part is of another version than its package in the app. */
export async function partsWait(project: Project, { parts }: AppRecord): Promise<boolean> {
  for (const { package: name, version } of parts?.values() ?? []) {
    const now = await packageAfter(project, new Map(), name);
    if (now !== undefined && now.version !== version) return true;
  }
  return false;
}

/** One part on its way: the new text, and the one that the copy began with, as far as they are known. */
interface Open {
  readonly path: string;
  readonly part: RecordedPart;
  readonly ours: Entry;
  readonly base: Uint8Array | undefined;
  readonly version: string;
  readonly theirs: Uint8Array;
}

/**
 * Merges new versions of parts into the copies of an app: what the owner edited and what the package changed, line by
 * line. A copy that was removed is forgotten; a part that its package has no more is the owner's alone from then on.
 *
 * @throws YokotenError `yokoten/release-archive`, `yokoten/part-index`
 */
export async function mergeParts(input: PartsInput): Promise<MergedParts> {
  const { project, record, putOff } = input;
  const recorded = record.parts ?? new Map<string, RecordedPart>();
  const kept = new Map<string, RecordedPart>();
  const archive = new Map<string, Uint8Array>();
  const decisions: Decision[] = [];
  const open: Open[] = [];
  if (recorded.size === 0)
    return { files: new Map(), conflicts: new Map(), changes: [], decisions, parts: kept, archive };

  const ours = await project.read(recorded.keys());
  const stored = (await project.read([BASE_ARCHIVE])).get(BASE_ARCHIVE);
  const bases = readBaseArchive((stored && textOf(stored)) ?? '');
  const news = newsOf(input);
  for (const [path, part] of recorded) {
    const own = ours.get(path);
    if (own === undefined) continue;
    const base = [bases.get(path), own.bytes].find(
      (bytes) => bytes !== undefined && sha256(bytes) === part.sha256,
    );
    const found = await news(part);
    if (found === 'same' || found === 'unreachable') {
      kept.set(path, part);
      if (base !== undefined) archive.set(path, base);
      if (found === 'unreachable') decisions.push({ path, message: WORDS.unreachable(part) });
    } else if (found === 'gone') decisions.push({ path, message: WORDS.gone(part) });
    else open.push({ path, part, ours: own, base: base ?? (await news.old(part)), ...found });
  }

  const merged = await mergeApp({
    ours: new Map(open.map((one) => [one.path, one.ours])),
    base: new Map(open.flatMap(({ path, base }) => (base === undefined ? [] : [[path, base]]))),
    known: new Set(open.map(({ path }) => path)),
    theirs: new Map(open.map(({ path, theirs }) => [path, { bytes: theirs, class: 'template' }])),
    moved: new Map(),
    labels: { ours: 'あなたの変更 (yours)', base: '前の部品 (part)', theirs: '新しい部品 (part)' },
  });
  const delayed = putOff ? merged.conflicts : new Map<string, Sides>();
  for (const { path, part, base, version, theirs } of open) {
    if (delayed.has(path)) {
      kept.set(path, part);
      if (base !== undefined) archive.set(path, base);
      decisions.push(putOffDecision(path, false));
      continue;
    }
    kept.set(path, { ...part, version, sha256: sha256(theirs) });
    archive.set(path, theirs);
    if (merged.conflicts.has(path)) decisions.push({ path, message: WORDS.conflict });
  }
  const files = [...merged.files].filter(
    (pair): pair is [string, Entry] => pair[1] !== null && !delayed.has(pair[0]),
  );
  return {
    files: new Map(files),
    conflicts: putOff ? new Map() : merged.conflicts,
    changes: merged.changes.map((change): Change =>
      delayed.has(change.path) ? { path: change.path, kind: 'put-off' } : change,
    ),
    decisions,
    parts: kept,
    archive,
  };
}

type News =
  | 'same'
  | 'gone'
  | 'unreachable'
  | { readonly version: string; readonly theirs: Uint8Array };

interface Newsagent {
  (part: RecordedPart): Promise<News>;
  /** The text that a copy began with, out of the version it is of. */
  old(part: RecordedPart): Promise<Uint8Array | undefined>;
}

/** Asks for each package once. */
function newsOf({ project, written, source }: PartsInput): Newsagent {
  const opened = new Map<string, Promise<ReadonlyMap<string, Uint8Array> | undefined>>();
  const partsOf = (
    name: string,
    version: string,
    tarball?: Uint8Array,
  ): Promise<ReadonlyMap<string, Uint8Array> | undefined> => {
    const key = `${name}@${version}`;
    const known = opened.get(key) ?? readParts(name, version, tarball);
    opened.set(key, known);
    return known;
  };
  const readParts = async (
    name: string,
    version: string,
    tarball: Uint8Array | undefined,
  ): Promise<ReadonlyMap<string, Uint8Array> | undefined> => {
    const bytes = tarball ?? (await source.openPackage(name, version).catch(ifUnreachable));
    return bytes && packedParts(bytes, name);
  };
  const news = async ({ package: name, part, version }: RecordedPart): Promise<News> => {
    const now = await packageAfter(project, written, name);
    if (now === undefined) return 'gone';
    if (now.version === version) return 'same';
    const parts = await partsOf(name, now.version, now.tarball);
    if (parts === undefined) return 'unreachable';
    const theirs = parts.get(part);
    return theirs === undefined ? 'gone' : { version: now.version, theirs };
  };
  return Object.assign(news, {
    async old({ package: name, part, version, sha256: hash }: RecordedPart) {
      const bytes = (await partsOf(name, version))?.get(part);
      return bytes !== undefined && sha256(bytes) === hash ? bytes : undefined;
    },
  });
}

/** Without network the rest of an upgrade still works: the part waits. */
function ifUnreachable(error: unknown): undefined {
  if (error instanceof YokotenError) return undefined;
  throw error;
}

const WORDS = {
  conflict: {
    ja: '取り出した部品の同じ行を、あなたとパッケージの両方が変えました。「<<<<<<<」から「>>>>>>>」までを見て、残す行を選んでください。',
    en: 'You and the package changed the same lines of this ejected part. Look between <<<<<<< and >>>>>>>, and choose what stays.',
  },
  gone: ({ package: name, part }: RecordedPart): Localized => ({
    ja: `新しい ${name} には、部品「${part}」がありません。このファイルは、もう使われません。要らなければ消してください。`,
    en: `The new ${name} has no part "${part}". This file is not used any more; remove it if you do not need it.`,
  }),
  unreachable: ({ package: name, part }: RecordedPart): Localized => ({
    ja: `${name} の新しい版を取得できず、部品「${fullName(name, part)}」は今の版のままです。もう一度「npx yokoten@latest upgrade」を実行してください。`,
    en: `The new version of ${name} cannot be fetched, so the part "${fullName(name, part)}" stays as it is. Run npx yokoten@latest upgrade again.`,
  }),
} as const;
