import { lstat, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fault, YokotenError } from '../fault.ts';
import {
  APP_RECORD,
  readAppRecord,
  writeAppRecord,
  type AppRecord,
} from '../upgrade/app-record.ts';
import { linkOnTheWay } from '../link-on-the-way.ts';
import { BASE_ARCHIVE, readBaseArchive, writeBaseArchive } from '../upgrade/base-archive.ts';

/** The record of an app and its archive, as they stand in its folder. */
export interface RecordedApp {
  readonly record: AppRecord;
  readonly archive: ReadonlyMap<string, Uint8Array>;
}

/**
 * Reads the record of an app and its archive.
 *
 * @throws YokotenError `yokoten/no-record`, `yokoten/app-record`
 */
export async function readRecordedApp(root: string): Promise<RecordedApp> {
  const text = await readFile(join(root, APP_RECORD), 'utf8').catch(() => undefined);
  if (text === undefined) throw noRecord();
  const archive = await readFile(join(root, BASE_ARCHIVE), 'utf8').catch(() => '');
  return { record: readAppRecord(text), archive: readBaseArchive(archive) };
}

/** One text to write into an app; `undefined` removes the file. */
export type Step = readonly [path: string, text: string | undefined];

/** The steps that write an archive and a record. */
export function recordSteps({ record, archive }: RecordedApp): { archive: Step; record: Step } {
  return {
    archive: [BASE_ARCHIVE, writeBaseArchive(archive)],
    record: [APP_RECORD, writeAppRecord(record)],
  };
}

/**
 * Writes files one after the other, each in one moment. The caller orders them so that after any of them the app builds.
 *
 * @throws YokotenError `yokoten/link-on-the-way`
 */
export async function writeSteps(root: string, steps: readonly Step[]): Promise<void> {
  for (const [path] of steps) await checkWay(root, path);
  for (const [path, text] of steps) {
    const file = join(root, path);
    if (text === undefined) {
      await rm(file, { force: true });
      continue;
    }
    await mkdir(dirname(file), { recursive: true });
    const aside = `${file}.${process.pid}.new`;
    try {
      await writeFile(aside, text);
      await rename(aside, file);
    } finally {
      await rm(aside, { force: true });
    }
  }
}

/** A folder on the way that is a link would lead elsewhere. */
async function checkWay(root: string, path: string): Promise<void> {
  const parts = path.split('/');
  for (let length = 1; length <= parts.length; length += 1) {
    const way = parts.slice(0, length).join('/');
    const there = await lstat(join(root, way)).catch(() => undefined);
    const isLink = there?.isSymbolicLink() === true;
    if (isLink || (length < parts.length && there?.isDirectory() === false))
      throw linkOnTheWay(way);
  }
}

function noRecord(): YokotenError {
  return new YokotenError(
    fault(
      'yokoten/no-record',
      'アプリの記録（yokoten.lock.json）がありません。\n「npx yokoten@latest upgrade」が、ファイルから作り直します。',
      'There is no record of the app (yokoten.lock.json). npx yokoten@latest upgrade makes it anew from the files.',
      { file: APP_RECORD },
    ),
  );
}
