import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fault, YokotenError } from '../fault.ts';
import type { RecordedPart } from '../upgrade/app-record.ts';
import { sha256 } from '../upgrade/tree.ts';
import { readRecordedApp, recordSteps, writeSteps } from './app-files.ts';
import { choosePart, noParts } from './choose-part.ts';
import { installedParts, textOfPart } from './installed-parts.ts';
import type { PartEntry } from './part-index.ts';
import { fullName, pathOfPart } from './part-names.ts';

/** A part, and whether the app has it in its own hands. */
export interface ListedPart extends Pick<PartEntry, 'title' | 'description' | 'exports'> {
  /** Like `disaster-map/detail`. */
  readonly name: string;
  /** Where its copy stands, or would stand. */
  readonly path: string;
  readonly state: 'in-package' | 'ejected' | 'edited';
}

/** What `yokoten eject` did. `--json` prints it. */
export interface EjectReport {
  readonly schemaVersion: 1;
  readonly status: 'ejected' | 'undone' | 'already';
  readonly part: string;
  readonly path: string;
  readonly package: string;
  readonly version: string;
  readonly exports: readonly string[];
}

/**
 * Every part of the app's packages.
 *
 * @throws YokotenError `yokoten/no-parts`, `yokoten/part-index`, `yokoten/app-record`
 */
export async function listParts(root: string): Promise<ListedPart[]> {
  const packages = installedParts(root);
  if (packages.length === 0) throw noParts();
  const { record } = await readRecordedApp(root);
  return Promise.all(
    packages.flatMap(({ name, parts }) =>
      parts.map(async ({ id, title, description, exports }): Promise<ListedPart> => {
        const path = pathOfPart(name, id);
        const state = await stateOf(root, path, record.parts?.get(path));
        return { name: fullName(name, id), title, description, exports, path, state };
      }),
    ),
  );
}

/**
 * Copies a part of a package into the app. From then on the build takes the copy, and an upgrade merges new versions of
 * the part into it.
 *
 * @throws YokotenError `yokoten/unknown-part`, `yokoten/no-parts`, `yokoten/part-exists`, `yokoten/no-record`,
 * `yokoten/link-on-the-way`
 */
export async function eject(root: string, asked: string): Promise<EjectReport> {
  const { from, part } = choosePart(installedParts(root), asked);
  const { record, archive } = await readRecordedApp(root);
  const path = pathOfPart(from.name, part.id);
  const report = {
    schemaVersion: 1,
    part: fullName(from.name, part.id),
    path,
    package: from.name,
    version: from.version,
    exports: part.exports,
  } as const;
  const there = await readFile(join(root, path), 'utf8').catch(() => undefined);
  if (record.parts?.has(path) === true && there !== undefined)
    return { ...report, status: 'already' };
  const text = textOfPart(from, part);
  // What a run that was ended left behind is the part itself.
  if (there !== undefined && there !== text) throw alreadyThere(path);
  const entry = {
    package: from.name,
    part: part.id,
    version: from.version,
    sha256: sha256(Buffer.from(text)),
  };
  const steps = recordSteps({
    record: { ...record, parts: new Map([...(record.parts ?? []), [path, entry]]) },
    archive: new Map([...archive, [path, Buffer.from(text)]]),
  });
  // The record last: without it the copy is a file like any other.
  await writeSteps(root, [[path, text], steps.archive, steps.record]);
  return { ...report, status: 'ejected' };
}

/**
 * Gives a part back to its package, where its copy was not edited.
 *
 * @throws YokotenError `yokoten/part-not-ejected`, `yokoten/part-edited`, `yokoten/no-record`, `yokoten/link-on-the-way`
 */
export async function undoEject(root: string, asked: string): Promise<EjectReport> {
  const { record, archive } = await readRecordedApp(root);
  const found = [...(record.parts ?? [])].find(
    ([, { package: name, part }]) => asked === part || asked === fullName(name, part),
  );
  if (found === undefined) throw notEjected(asked);
  const [path, part] = found;
  if ((await stateOf(root, path, part)) === 'edited') throw edited(path);
  const without = <T>(map: ReadonlyMap<string, T>): Map<string, T> =>
    new Map([...map].filter(([key]) => key !== path));
  const steps = recordSteps({
    record: { ...record, parts: without(record.parts ?? new Map()) },
    archive: without(archive),
  });
  await writeSteps(root, [steps.record, steps.archive, [path, undefined]]);
  return {
    schemaVersion: 1,
    status: 'undone',
    part: fullName(part.package, part.part),
    path,
    package: part.package,
    version: part.version,
    exports: [],
  };
}

async function stateOf(
  root: string,
  path: string,
  part: RecordedPart | undefined,
): Promise<ListedPart['state']> {
  if (part === undefined) return 'in-package';
  const bytes = await readFile(join(root, path)).catch(() => undefined);
  if (bytes === undefined) return 'in-package';
  const text = new TextDecoder().decode(bytes).replaceAll('\r\n', '\n');
  return [bytes, Buffer.from(text)].some((one) => sha256(one) === part.sha256)
    ? 'ejected'
    : 'edited';
}

function alreadyThere(file: string): YokotenError {
  return new YokotenError(
    fault(
      'yokoten/part-exists',
      'この場所に、別のファイルがもうあります。\n名前を変えるか、消してから実行してください。',
      'Another file stands at this place. Rename or remove it, and run this again.',
      { file },
    ),
  );
}

function notEjected(asked: string): YokotenError {
  return new YokotenError(
    fault(
      'yokoten/part-not-ejected',
      `「${asked}」は、取り出していません。「yokoten eject --list」で確かめてください。`,
      `"${asked}" was not ejected. See yokoten eject --list.`,
    ),
  );
}

function edited(file: string): YokotenError {
  return new YokotenError(
    fault(
      'yokoten/part-edited',
      'この部品には、あなたの変更があります。\n要らなければ、ファイルを消してからもう一度実行してください。',
      'This part holds your edits. If they are not wanted, remove the file and run this again.',
      { file },
    ),
  );
}
