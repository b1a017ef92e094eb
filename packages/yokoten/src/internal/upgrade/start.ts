import { municipalityByCode } from '@yokoten/standard/municipalities';
import { isRecord } from '../config-reader.ts';
import { CONFIG_FILE } from '../config-text.ts';
import { fault, YokotenError } from '../fault.ts';
import { notAnApp } from '../not-an-app.ts';
import { APP_RECORD, readAppRecord, type AppRecord, type Fills } from './app-record.ts';
import { valueAt } from './config-edit.ts';
import { inferBase, type InferredBase } from './infer-base.ts';
import type { Project } from './project.ts';
import { filledFiles } from './release.ts';
import type { ReleaseSource } from './release-source.ts';
import { sha256, textOf } from './tree.ts';

/** Where an app came from. */
export interface Start {
  readonly record: AppRecord;
  /** What the marks of its template stand for. */
  readonly fills: Fills;
  /** Present where there was no record. */
  readonly inferred?: InferredBase;
}

/**
 * Reads the record of an app; where there is none, finds out from its files which release it was made from.
 *
 * @param from the version, where a person knows it
 * @throws YokotenError `yokoten/app-record`, `yokoten/not-an-app`, `yokoten/upgrade-no-base`
 */
export async function findStart(
  project: Project,
  source: ReleaseSource,
  from: string | undefined,
): Promise<Start> {
  const tree = await project.read([APP_RECORD, CONFIG_FILE, 'package.json']);
  const [recordText, configText, manifestText] = [APP_RECORD, CONFIG_FILE, 'package.json'].map(
    (path) => {
      const entry = tree.get(path);
      return entry && entry.mode !== '120000' ? textOf(entry) : undefined;
    },
  );
  if (recordText !== undefined && from === undefined) {
    const record = readAppRecord(recordText);
    return { record, fills: record.fills ?? fillsFrom(configText, manifestText, record) };
  }
  if (configText === undefined && !dependsOnUs(manifestText)) throw notAnApp(project.root);
  const fills = fillsFrom(configText, manifestText, undefined);
  const all = await project.read(project.paths);
  const inferred = await inferBase(
    source,
    [all],
    (version) => from === undefined || version === from,
  );
  if (inferred === undefined) throw noBase();
  const { template, release } = inferred;
  const files = [...filledFiles(template, fills)].map(
    ([path, { bytes, class: owner }]) => [path, { sha256: sha256(bytes), class: owner }] as const,
  );
  const parts = recordText === undefined ? undefined : partsIn(recordText);
  const record: AppRecord = {
    schemaVersion: 1,
    template: template.id,
    version: release.version,
    municipality: fills.code,
    files: new Map(files),
    ...(parts && { parts }),
  };
  return { record, fills, inferred };
}

/** What an app has ejected stays so, whatever else of its record is not believed. */
function partsIn(recordText: string): AppRecord['parts'] {
  try {
    return readAppRecord(recordText).parts;
  } catch (error) {
    if (error instanceof YokotenError) return undefined;
    throw error;
  }
}

/** Who the app is for, as its config and its package say it. */
function fillsFrom(
  configText: string | undefined,
  manifestText: string | undefined,
  record: AppRecord | undefined,
): Fills {
  const asked = configText === undefined ? undefined : valueAt(configText, ['municipality']);
  const own = isRecord(asked) ? asked : {};
  const code =
    typeof asked === 'string' ? asked : (asText(own['code']) ?? record?.municipality ?? '');
  const known = municipalityByCode(code);
  const names = isRecord(own['name']) ? own['name'] : {};
  return {
    code: known?.code ?? code,
    name: known?.name ?? asText(names['ja']) ?? '',
    latin: known?.latin ?? asText(names['en']) ?? '',
    package: asText(manifestText === undefined ? '' : valueAt(manifestText, ['name'])) ?? 'map',
  };
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function dependsOnUs(manifestText: string | undefined): boolean {
  if (manifestText === undefined) return false;
  const value = valueAt(manifestText, ['dependencies']);
  return isRecord(value) && Object.hasOwn(value, 'yokoten');
}

function noBase(): YokotenError {
  return new YokotenError(
    fault(
      'yokoten/upgrade-no-base',
      'どの版の雛形から作ったか、分かりません。\n知っていれば「--from 0.1.0」のように書いてください。',
      'Nothing tells which version of the template the app was made from. If you know it, name it, like --from 0.1.0.',
      { file: APP_RECORD },
    ),
  );
}
