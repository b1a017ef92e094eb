import { withoutGuards } from '../export/unguard.ts';
import { explain, explainError } from '../messages.ts';
import { OpenDataError } from '../error.ts';
import type { InspectedColumn, Inspection } from '../inspect.ts';
import { type DatasetId, recognise } from '../recognise.ts';
import type { Patch } from '../repair/index.ts';
import { readTable } from '../table.ts';
import { type MunicipalityArea, validate } from '../validate.ts';
import type { MappedTable } from './checks/keys.ts';
import type { Report } from './model.ts';
import { makeReport } from './report.ts';

/** Steps of {@link examineFile}, in order. */
export type ExamineStep = 'read' | 'recognise' | 'repair' | 'check' | 'report';

/** Settings of {@link examineFile}. */
export interface ExamineOptions {
  /** The path or name to mention; it is not opened. */
  readonly file: string;
  /** The dataset, where a person has said it. */
  readonly as?: DatasetId | undefined;
  readonly municipality?: MunicipalityArea | undefined;
  /** The municipality's file of facilities, where the dataset names its places by 施設_ID only. */
  readonly facilities?: MappedTable | undefined;
  /** Called before each step, with the share of steps that are done, 0 to 1. */
  readonly onProgress?: ((step: ExamineStep, done: number) => void) | undefined;
}

/** All that is known about one file, for whoever shows, saves or corrects it. */
export interface Examination {
  readonly report: Report;
  /** The short form that `data inspect --format json` prints. */
  readonly inspection: Inspection;
  /** The file as it was read. */
  readonly published: MappedTable;
  /** The file after the repair: what the exports write. */
  readonly corrected: MappedTable;
  /** What was done, in order; each can be taken back. */
  readonly patches: readonly Patch[];
}

const STEPS: readonly ExamineStep[] = ['read', 'recognise', 'repair', 'check', 'report'];

/**
 * Reads, recognises, repairs and checks a file and reports on it, in one call. Works in a worker: what it returns is
 * plain data but for `mapping.definition`, which holds a function.
 * @throws OpenDataError where there is no table to read, with its sentences; the codes are those of `readTable`.
 */
export async function examineFile(
  bytes: Uint8Array,
  options: ExamineOptions,
): Promise<Examination> {
  const { file, as, municipality, facilities, onProgress } = options;
  const begin = (step: ExamineStep): void => onProgress?.(step, STEPS.indexOf(step) / STEPS.length);
  begin('read');
  const read = readExplained(bytes, file);
  begin('recognise');
  const published = { table: read, mapping: await recognise(read, { as }) };
  begin('repair');
  const { table, patches } = withoutGuards(read);
  const corrected = { table, mapping: published.mapping };
  begin('check');
  const before = [...read.problems, ...validate(read, published.mapping, { municipality })];
  const after =
    patches.length === 0
      ? before
      : [...table.problems, ...validate(table, corrected.mapping, { municipality })];
  begin('report');
  const { report, problems } = makeReport({
    published: { ...published, problems: before },
    corrected: { ...corrected, problems: after },
    patches,
    municipality,
    facilities,
  });
  const inspection: Inspection = {
    file,
    kind: read.kind,
    encoding: read.encoding,
    dataset: published.mapping.dataset ?? null,
    generation: published.mapping.generation,
    confidence: published.mapping.confidence,
    rows: read.rows.length,
    columns: inspectedColumns(published),
    problems: explain(problems),
    repaired:
      patches.length +
      problems.filter((p) => p.severity === 'info' && p.after !== undefined).length,
    unresolved: problems.filter(({ severity }) => severity !== 'info').length,
  };
  onProgress?.('report', 1);
  return { report, inspection, published, corrected, patches };
}

function readExplained(bytes: Uint8Array, file: string): MappedTable['table'] {
  try {
    return readTable(bytes, { file });
  } catch (error) {
    throw error instanceof OpenDataError ? explainError(error) : error;
  }
}

function inspectedColumns({ table: { rows }, mapping }: MappedTable): InspectedColumn[] {
  return mapping.columns.map(({ index, header, standard, confidence }) => {
    const missing = rows.filter(({ cells }) => (cells[index] ?? '').trim() === '').length;
    return { header, standard: standard ?? null, confidence, missing };
  });
}
