import { withoutGuards } from '../export/unguard.ts';
import { OpenDataError } from '../error.ts';
import type { Inspection } from '../inspect.ts';
import { finding, inPart } from '../internal/finding.ts';
import { explainError } from '../messages.ts';
import { type DatasetId, recognise } from '../recognise.ts';
import type { Patch } from '../repair/index.ts';
import { read, type ReadLimits, type Source } from '../read.ts';
import type { Table } from '../table.ts';
import { type MunicipalityArea, validate } from '../validate.ts';
import type { MappedTable } from './checks/keys.ts';
import { inspectionOf } from './inspection.ts';
import type { Report } from './model.ts';
import { makeReport } from './report.ts';

/** Steps of {@link examineFile}, in order. */
export type ExamineStep = 'read' | 'recognise' | 'repair' | 'check' | 'report';

/** Settings of {@link examineFile}. */
export interface ExamineOptions {
  /** The path or name to mention; it is not opened. Without it that of the File, or the end of the address. */
  readonly file?: string | undefined;
  /** The dataset, where a person has said it. */
  readonly as?: DatasetId | undefined;
  /** Which sheet, folder or archive entry to examine; without it the most telling one. See {@link Examination.parts}. */
  readonly part?: string | undefined;
  readonly municipality?: MunicipalityArea | undefined;
  /** The municipality's file of facilities, where the dataset names its places by 施設_ID only. */
  readonly facilities?: MappedTable | undefined;
  /** What a hostile file may cost. */
  readonly limits?: Partial<ReadLimits> | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called before each step, with the share of steps that are done, 0 to 1. */
  readonly onProgress?: ((step: ExamineStep, done: number) => void) | undefined;
}

/** All that is known about one file, for whoever shows, saves or corrects it. */
export interface Examination {
  readonly report: Report;
  /** The short form that `data inspect --format json` prints. */
  readonly inspection: Inspection;
  /** The table as it was read. */
  readonly published: MappedTable;
  /** The table after the repair: what the exports write. */
  readonly corrected: MappedTable;
  /** What was done, in order; each can be taken back. */
  readonly patches: readonly Patch[];
  /** Every part of the file that holds a table, for `ExamineOptions.part`; empty where the file is one table. */
  readonly parts: readonly string[];
}

const STEPS: readonly ExamineStep[] = ['read', 'recognise', 'repair', 'check', 'report'];
/** Parts that are compared before one is chosen. */
const MOST_PARTS = 20;

/**
 * Reads, recognises, repairs and checks a file and reports on it, in one call. Of a file with several tables it takes
 * the part that is surest to be a dataset, the one with more rows where they are even. Works in a worker: what it
 * returns is plain data but for `mapping.definition`, which holds a function.
 * @throws OpenDataError with its sentences, where there is no table to read; the codes are those of `read`,
 * and `open-data/no-such-part` where the part asked for is not there.
 */
export async function examineFile(
  source: Source,
  options: ExamineOptions = {},
): Promise<Examination> {
  const { file, limits, municipality, facilities, onProgress, signal } = options;
  const begin = (step: ExamineStep): void => {
    signal?.throwIfAborted();
    onProgress?.(step, STEPS.indexOf(step) / STEPS.length);
  };
  begin('read');
  const tables = await read(source, { file, limits, signal });
  begin('recognise');
  const published = await mainTable(tables, options);
  begin('repair');
  const { corrected, patches } = repaired(published);
  begin('check');
  const before = check(published, municipality);
  const after = patches.length === 0 ? before : check(corrected, municipality);
  begin('report');
  const { report, problems } = makeReport({
    published: { ...published, problems: before },
    corrected: { ...corrected, problems: after },
    patches,
    municipality,
    facilities,
  });
  const inspection = inspectionOf(published, problems, patches);
  const parts = tables.flatMap(({ part }) => part ?? []);
  onProgress?.('report', 1);
  return { report, inspection, published, corrected, patches, parts };
}

async function mainTable(
  tables: readonly Table[],
  { as, part }: ExamineOptions,
): Promise<MappedTable> {
  const asked = part === undefined ? tables : tables.filter((table) => table.part === part);
  if (asked.length === 0) throw noSuchPart(tables, part);
  const looked = asked.slice(0, MOST_PARTS);
  const mapped = await Promise.all(
    looked.map(async (table) => ({ table, mapping: await recognise(table, { as }) })),
  );
  const main = mapped.reduce((one, other) => (isMoreTelling(other, one) ? other : one));
  if (part !== undefined || tables.length === 1) return main;
  const { table } = main;
  const detail = { count: tables.length, value: table.part ?? '' };
  const [note] = inPart(table, [finding('open-data/other-parts', 'info', table.file, detail)]);
  const problems = note === undefined ? table.problems : [...table.problems, note];
  return { ...main, table: { ...table, problems } };
}

function noSuchPart(tables: readonly Table[], part = ''): OpenDataError {
  const file = tables[0]?.file ?? '';
  const expected = tables.find((table) => table.part !== undefined)?.part ?? file;
  const detail = { value: part, expected };
  return explainError(new OpenDataError(finding('open-data/no-such-part', 'error', file, detail)));
}

function isMoreTelling(one: MappedTable, other: MappedTable): boolean {
  const surer = one.mapping.confidence - other.mapping.confidence;
  return surer === 0 ? one.table.rows.length > other.table.rows.length : surer > 0;
}

function repaired({ table: read, mapping }: MappedTable): {
  corrected: MappedTable;
  patches: readonly Patch[];
} {
  const { table, patches } = withoutGuards(read);
  return { corrected: { table, mapping }, patches };
}

function check(
  { table, mapping }: MappedTable,
  municipality: MunicipalityArea | undefined,
): MappedProblems {
  return [...table.problems, ...validate(table, mapping, { municipality })];
}

type MappedProblems = ReturnType<typeof validate>;
