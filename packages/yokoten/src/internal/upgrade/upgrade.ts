import semver from 'semver';
import type { Localized } from '@yokoten/standard';
import { CONFIG_FILE } from '../config-text.ts';
import { mergeParts, partsWait, type MergedParts } from '../eject/merge-parts.ts';
import { fault, YokotenError } from '../fault.ts';
import { VENDOR_AGAIN } from '../vendor/keep-vendored.ts';
import { APP_RECORD, writeAppRecord, type AppRecord, type RecordedFile } from './app-record.ts';
import { BASE_ARCHIVE, writeBaseArchive } from './base-archive.ts';
import { mergeApp, type Change, type MergedApp } from './merge-app.ts';
import { CONFIG_VERSION, migrateConfig, MIGRATIONS, type Migration } from './migrations.ts';
import { valueAt } from './config-edit.ts';
import { remakeLock, type LockOutcome } from './package-lock.ts';
import type { Project } from './project.ts';
import { publish } from './publish.ts';
import { filledFiles, type FilledFile, type Template } from './release.ts';
import type { ReleaseSource } from './release-source.ts';
import * as words from './report.ts';
import type { Decision, UpgradeReport } from './report.ts';
import { readSides, type Sides } from './sides.ts';
import { findStart, type Start } from './start.ts';
import { sameEntry, sha256, textEntry, textOf, type Entry } from './tree.ts';

/** How an upgrade is to be done. */
export interface UpgradeOptions {
  readonly source: ReleaseSource;
  /** The version to go to; the newest where it is left out. */
  readonly to?: string | undefined;
  /** The version the app was made from, where it has no record and a person knows. */
  readonly from?: string | undefined;
  /** Only say whether there is a newer version. */
  readonly check?: boolean;
  /** Work everything out and write nothing. */
  readonly dryRun?: boolean;
  /** Leave conflicts and workflow files for another time: for a machine that nobody sits at. */
  readonly putOff?: boolean;
  /** Changes of the config's form; those of this release where it is left out. */
  readonly migrations?: readonly Migration[];
}

/**
 * Brings an app to a newer version of its template.
 *
 * @throws YokotenError every `yokoten/upgrade-…` code, and those of the files it reads
 */
export async function upgrade(project: Project, options: UpgradeOptions): Promise<UpgradeReport> {
  const { source, migrations = MIGRATIONS } = options;

  // 1. Where it comes from, and where it goes to.
  const to = options.to ?? (await source.latest());
  const start = await findStart(project, source, options.from);
  const { record } = start;
  const report = startReport(project, start, to);
  if (semver.gt(record.version, to)) throw backwards(record.version, to);
  const waiting = [...record.files.values()].some(({ version }) => version !== undefined);
  if (record.version === to && !waiting && !(await partsWait(project, record)))
    return { ...report, status: 'up-to-date' };
  if (options.check === true) return { ...report, status: 'available' };

  // 2. The new template, and the config in its form.
  const release = await source.open(to);
  const template = release.templates.get(record.template);
  if (template === undefined) throw noTemplate(record.template, to);
  const theirs = filledFiles(template, start.fills);
  const config = await newConfig(project, template, migrations);

  // 3. Merge.
  const sides = await readSides(project, record, start.fills, theirs, source);
  const merged = await mergeInto(project, record, sides, template, theirs, to);
  const settled: Settled =
    options.putOff === true ? putOff(merged, sides) : { merged, kept: new Map() };
  const files = new Map(settled.merged.files);
  if (config.entry !== undefined) files.set(CONFIG_FILE, config.entry);

  // 4. Exact versions of packages, the record and the archive.
  const lock = await lockFor(project, files, options.dryRun === true);
  const decidesVendor = lock.state === 'made-anew' && lock.isVendorStale;
  if (lock.state === 'made-anew') files.set(lock.path, lock.entry);
  const putOffToo = options.putOff === true;
  const parts = await mergeParts({ project, record, written: files, source, putOff: putOffToo });
  for (const [path, entry] of parts.files) files.set(path, entry);
  addRecord(files, start, theirs, to, settled.kept, parts);
  const own = await project.read([APP_RECORD, BASE_ARCHIVE]);
  for (const [path, entry] of files)
    if (entry && sameEntry(entry, own.get(path))) files.delete(path);

  // 5. Say it, and write it beside the app.
  const decisions = [
    ...decisionsOf(settled.merged, [...settled.kept.keys()].toSorted(), lock),
    ...parts.decisions,
    ...(decidesVendor ? [VENDOR_AGAIN] : []),
  ];
  const changes = [...settled.merged.changes, ...parts.changes];
  const told = { ...report, changes, decisions, lock: lock.state, migrations: config.summaries };
  if (options.dryRun === true) return { ...told, status: 'planned' };
  // What was put off once is put off again: there is nothing to write, but it is said.
  if (files.size === 0) return { ...told, status: 'up-to-date' };
  const conflicts = new Map([...settled.merged.conflicts, ...parts.conflicts]);
  const message = messageOf(template, record.version, to, told);
  const place = await publish(project, { files, conflicts, message, to });
  return { ...told, status: 'done', place, next: nextCommands(place, project) };
}

function startReport(project: Project, { record, inferred }: Start, to: string): UpgradeReport {
  const { repository } = project;
  const notes: Localized[] = [];
  if (repository === undefined) notes.push(words.NOTES.noRepository);
  else if (repository.branch === undefined) notes.push(words.NOTES.detached);
  if (repository !== undefined && repository.uncommitted.length > 0)
    notes.push(words.NOTES.uncommitted(repository.uncommitted));
  if (inferred) notes.push(words.NOTES.inferred(record.version, inferred.matched, inferred.of));
  return {
    schemaVersion: 1,
    status: 'planned',
    template: record.template,
    from: record.version,
    to,
    base: inferred ? 'inferred' : 'recorded',
    changes: [],
    migrations: [],
    decisions: [],
    notes,
    lock: 'none',
    place: undefined,
    next: [],
  };
}

/** The version of the config's form is the one that the new template's own config has. */
async function newConfig(
  project: Project,
  template: Template,
  migrations: readonly Migration[],
): Promise<{ readonly entry: Entry | undefined; readonly summaries: readonly Localized[] }> {
  const example = template.files.get(CONFIG_FILE);
  const wanted = example && valueAt(textOf(example) ?? '', ['schemaVersion']);
  const upTo = typeof wanted === 'number' ? wanted : 1;
  if (upTo > Math.max(CONFIG_VERSION, migrations.at(-1)?.to ?? 1)) throw toolTooOld();
  const entry = (await project.read([CONFIG_FILE])).get(CONFIG_FILE);
  const text = entry && textOf(entry);
  if (entry === undefined || text === undefined) return { entry: undefined, summaries: [] };
  const migrated = migrateConfig(text, upTo, migrations);
  return {
    entry: migrated.text === text ? undefined : { ...textEntry(migrated.text), mode: entry.mode },
    summaries: migrated.applied.map(({ summary }) => summary),
  };
}

function mergeInto(
  project: Project,
  record: AppRecord,
  { base, ours }: Sides,
  template: Template,
  theirs: ReadonlyMap<string, FilledFile>,
  to: string,
): Promise<MergedApp> {
  const unknown = [...theirs.keys()].filter((path) => !ours.has(path) && project.paths.has(path));
  // A file that is there but was not read, because it is too large for a template's, is the owner's.
  const known = new Set([...record.files.keys(), ...unknown]);
  const full = new Map(base);
  for (const [path, { class: owner }] of record.files) {
    const file = theirs.get(path);
    // Nobody knows what it was, but it was removed: it stays so.
    if (owner !== 'yours' && file && !full.has(path) && !ours.has(path)) full.set(path, file.bytes);
  }
  const labels = {
    ours: 'あなたの変更 (yours)',
    base: `雛形 (template) ${record.version}`,
    theirs: `雛形 (template) ${to}`,
  };
  return mergeApp({ ours, base: full, known, theirs, moved: template.moved, labels });
}

interface Settled {
  readonly merged: MergedApp;
  /** Files that stay as they are until another time, with the template's version of them that stays the base. */
  readonly kept: ReadonlyMap<string, Uint8Array | undefined>;
}

const WORKFLOW = /^\.github\/workflows\//;

/** What is put off stays as it is: where it stands, or, of a file that moved, at its new place. */
function putOff(merged: MergedApp, { ours, base }: Sides): Settled {
  const kept = new Map<string, Uint8Array | undefined>();
  const files = new Map(merged.files);
  for (const path of merged.files.keys()) {
    if (!WORKFLOW.test(path)) continue;
    kept.set(path, base.get(path));
    files.delete(path);
  }
  for (const [path, sides] of merged.conflicts) {
    kept.set(path, sides.base?.bytes);
    if (sides.ours === undefined || ours.has(path)) files.delete(path);
    else files.set(path, sides.ours);
  }
  const changes = merged.changes.map((change): Change =>
    kept.has(change.path) ? { path: change.path, kind: 'put-off' } : change,
  );
  return { merged: { ...merged, files, changes, conflicts: new Map() }, kept };
}

async function lockFor(
  project: Project,
  files: ReadonlyMap<string, Entry | null>,
  dryRun: boolean,
): Promise<LockOutcome> {
  const manifest = files.get('package.json');
  if (!manifest || dryRun) return { state: 'none' };
  return remakeLock(project, manifest);
}

/** The record and the archive now describe the new template; what was put off still its old one. */
function addRecord(
  files: Map<string, Entry | null>,
  { record, fills }: Start,
  theirs: ReadonlyMap<string, FilledFile>,
  to: string,
  kept: Settled['kept'],
  { parts, archive: bases }: Pick<MergedParts, 'archive' | 'parts'>,
): void {
  const recorded = new Map<string, RecordedFile>();
  const archive = new Map(bases);
  for (const [path, file] of record.files) if (file.class === 'yours') recorded.set(path, file);
  for (const [path, file] of theirs) {
    if (kept.has(path)) continue;
    if (file.class === 'yours' && recorded.has(path)) continue;
    recorded.set(path, { sha256: sha256(file.bytes), class: file.class });
    if (file.class !== 'yours') archive.set(path, file.bytes);
  }
  for (const [path, bytes] of kept) {
    if (bytes === undefined) continue;
    const { version = record.version } = record.files.get(path) ?? {};
    recorded.set(path, { sha256: sha256(bytes), class: 'template', version });
    archive.set(path, bytes);
  }
  const next: AppRecord = { ...record, version: to, fills, files: recorded, parts };
  files.set(APP_RECORD, textEntry(writeAppRecord(next)));
  files.set(BASE_ARCHIVE, textEntry(writeBaseArchive(archive)));
}

function decisionsOf(
  { conflicts, keyConflicts }: MergedApp,
  kept: readonly string[],
  lock: LockOutcome,
): Decision[] {
  return [
    ...[...conflicts].map(([path, { ours, theirs }]) =>
      words.conflictDecision(path, isText(ours) && isText(theirs)),
    ),
    ...[...keyConflicts].flatMap(([path, keys]) => keys.map((key) => words.keyDecision(path, key))),
    ...kept.map((path) => words.putOffDecision(path, WORKFLOW.test(path))),
    ...(lock.state === 'stale'
      ? [words.staleLockDecision(lock.path, lock.command, lock.reason)]
      : []),
  ];
}

function isText(side: Entry | undefined): boolean {
  return side === undefined || textOf(side) !== undefined;
}

function messageOf(
  { id }: Template,
  from: string,
  to: string,
  { changes }: Pick<UpgradeReport, 'changes'>,
): string {
  const lines = changes.map(({ path, kind }) => `- ${path}: ${words.kindWords(kind).en ?? kind}`);
  return `Upgrade the Yokoten template ${id} from ${from} to ${to}\n\n${lines.join('\n')}\n`;
}

function quote(path: string): string {
  return /^[\p{L}\p{M}\p{N}._/\\:-]+$/u.test(path) ? path : JSON.stringify(path);
}

function nextCommands(place: NonNullable<UpgradeReport['place']>, { root }: Project): string[] {
  if (place.kind === 'copy') return [`cd ${quote(place.folder)}`];
  if (place.kind === 'branch')
    return [`git diff HEAD...${place.branch}`, `git merge ${place.branch}`];
  const folder = quote(place.folder);
  return [
    `cd ${folder}`,
    'git add --all',
    'git commit',
    `cd ${quote(root)}`,
    `git merge ${place.branch}`,
    `git worktree remove ${folder}`,
  ];
}

function backwards(from: string, to: string): YokotenError {
  return new YokotenError(
    fault(
      'yokoten/upgrade-backwards',
      `このアプリの雛形は ${from} です。古い ${to} には戻せません。`,
      `The app is at version ${from} of its template. It cannot go back to ${to}.`,
    ),
  );
}

function noTemplate(id: string, to: string): YokotenError {
  return new YokotenError(
    fault(
      'yokoten/upgrade-no-template',
      `版 ${to} には、雛形「${id}」がありません。別の版を「--to」で指定してください。`,
      `Version ${to} has no template "${id}". Name another version with --to.`,
    ),
  );
}

function toolTooOld(): YokotenError {
  return new YokotenError(
    fault(
      'yokoten/upgrade-tool-too-old',
      'この版の雛形には、新しいyokotenが要ります。\n「npx yokoten@latest upgrade」を実行してください。',
      'This template needs a newer yokoten. Run: npx yokoten@latest upgrade',
    ),
  );
}
