import { OpenDataError } from './error.ts';
import { readContent } from './read/content.ts';
import { Budget, DEFAULT_LIMITS, type ReadLimits } from './read/limits.ts';
import { refuse } from './read/refuse.ts';
import { nameOf, type Source, toBytes } from './read/source.ts';
import type { Table } from './table.ts';

export type { Geometry, Position } from './geometry.ts';
export type { ReadLimits } from './read/limits.ts';
export type { Source } from './read/source.ts';
export type { Table, TableKind, TableRow } from './table.ts';

/** Settings of {@link read}. */
export interface ReadSettings {
  /** The path or name to mention in problems; without it that of the File, or the end of the address. */
  readonly file?: string | undefined;
  /** What a hostile file may cost; each has a default. */
  readonly limits?: Partial<ReadLimits> | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads any file with tables or places: CSV, TSV, xlsx, JSON, GeoJSON, KML and KMZ, uMap, NGSI v2 and NGSI-LD
 * entities, and zip archives of these. What a file is, its bytes say, not its name. One table for a plain file, one
 * for each sheet, folder, layer, entity type or archive entry otherwise (`Table.part`). A part that holds no table is
 * a finding of the first table.
 * @throws OpenDataError with its sentences, where there is nothing to read: the codes of `readTable`,
 * `open-data/file-too-large`, `open-data/cannot-fetch`, `open-data/old-excel`, `open-data/encrypted-file`,
 * `open-data/unsupported-workbook`, `open-data/broken-archive`, `open-data/archive-too-large`,
 * `open-data/empty-archive`, `open-data/broken-xml`; the signal's reason where it aborts
 */
export async function read(
  source: Source,
  settings: ReadSettings = {},
): Promise<readonly [Table, ...Table[]]> {
  try {
    return await readPlainly(source, settings);
  } catch (error) {
    if (!(error instanceof OpenDataError)) throw error;
    const { explainError } = await import('./messages.ts');
    throw explainError(error);
  }
}

async function readPlainly(
  source: Source,
  settings: ReadSettings,
): Promise<readonly [Table, ...Table[]]> {
  const { file = nameOf(source), signal } = settings;
  const limits = { ...DEFAULT_LIMITS, ...settings.limits };
  const bytes = await toBytes(source, { file, limits, signal });
  const context = { file, part: '', depth: 0, budget: new Budget(limits, file), signal };
  const { tables, findings } = await readContent(bytes, context);
  const [first, ...others] = tables;
  if (first === undefined) {
    const reason = findings.find(({ severity }) => severity === 'error');
    throw reason === undefined
      ? refuse('open-data/empty-archive', file)
      : new OpenDataError(reason);
  }
  if (findings.length === 0) return [first, ...others];
  return [{ ...first, problems: [...first.problems, ...findings] }, ...others];
}
