import { APP_RECORD, type AppRecord, type Fills } from './app-record.ts';
import { BASE_ARCHIVE, readBaseArchive } from './base-archive.ts';
import { baseFiles } from './base-files.ts';
import type { Project } from './project.ts';
import type { FilledFile, Release } from './release.ts';
import type { ReleaseSource } from './release-source.ts';
import { textOf, type Tree } from './tree.ts';

/** The app's side of a merge, and what it grew from. */
export interface Sides {
  readonly ours: Tree;
  readonly base: ReadonlyMap<string, Uint8Array>;
}

/** More files than a person edits; beyond, renames are not looked for. */
const MOST_CANDIDATES = 300;

/** Reads the app's files that a merge has to look at, and the template's files as the app began with them. */
export async function readSides(
  project: Project,
  record: AppRecord,
  fills: Fills,
  theirs: ReadonlyMap<string, FilledFile>,
  source: ReleaseSource,
): Promise<Sides> {
  const managed = [...record.files].filter(([, { class: owner }]) => owner !== 'yours');
  const paths = new Set([...managed.map(([path]) => path), ...theirs.keys()]);
  const missing = managed.some(([path]) => !project.paths.has(path));
  const candidates = missing ? renameCandidates(project, record, paths) : [];
  const ours = await project.read([...paths, ...candidates]);
  const archive = (await project.read([BASE_ARCHIVE])).get(BASE_ARCHIVE);
  const open = (version: string): Promise<Release | undefined> =>
    // Without the release a file that was edited meets the new one as two files of the same name: nothing is lost.
    source.open(version).catch(() => undefined);
  const base = await baseFiles({
    record,
    fills,
    ours,
    archive: readBaseArchive((archive && textOf(archive)) ?? ''),
    open,
  });
  return { ours, base };
}

/** Where a template's file that is gone may have moved to; data and pictures are the owner's and never that. */
function renameCandidates(
  { paths }: Project,
  { files }: AppRecord,
  managed: ReadonlySet<string>,
): string[] {
  const own = [...paths].filter(
    (path) =>
      !managed.has(path) &&
      files.get(path) === undefined &&
      !/^(data|images|vendor|src\/parts|\.yokoten)\//.test(path) &&
      !/^(package-lock\.json|pnpm-lock\.yaml|yarn\.lock|bun\.lock)$/.test(path) &&
      path !== APP_RECORD,
  );
  return own.length > MOST_CANDIDATES ? [] : own;
}
