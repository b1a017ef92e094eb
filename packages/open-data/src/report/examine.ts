import { read, type ReadLimits, type Source } from '../read.ts';
import { examineTable, type TableExamination, type TableOptions } from './examine-table.ts';
import { mainTable } from './main-table.ts';

export { examineTable, type TableExamination, type TableOptions } from './examine-table.ts';

/** Steps of {@link examineFile}, in order. */
export type ExamineStep = 'read' | 'recognise' | 'repair' | 'check' | 'report';

/** Settings of {@link examineFile}. */
export interface ExamineOptions extends Omit<TableOptions, 'onStep'> {
  /** The path or name to mention; it is not opened. Without it that of the File, or the end of the address. */
  readonly file?: string | undefined;
  /** Which sheet, folder or archive entry to examine; without it the most telling one. See {@link Examination.parts}. */
  readonly part?: string | undefined;
  /** What a hostile file may cost. */
  readonly limits?: Partial<ReadLimits> | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called before each step, with the share of steps that are done, 0 to 1; and once more at the end. */
  readonly onProgress?: ((step: ExamineStep, done: number) => void) | undefined;
}

/** All that is known about one file, for whoever shows, saves or corrects it. */
export interface Examination extends TableExamination {
  /** Every part of the file that holds a table, for `ExamineOptions.part`; empty where the file is one table. */
  readonly parts: readonly string[];
}

const STEPS: readonly ExamineStep[] = ['read', 'recognise', 'repair', 'check', 'report'];

/**
 * Reads, recognises, repairs and checks a file and reports on it, in one call. Of a file with several tables it takes
 * the part that is surest to be a dataset, the one with more rows where they are even. Works in a worker: what it
 * returns is plain data but for `mapping.definition`, which holds a function.
 * @throws OpenDataError with its sentences, where there is no table to read; the codes are those of `read`,
 * and `open-data/no-such-part` where the part asked for is not there; the signal's reason where it aborts.
 */
export async function examineFile(
  source: Source,
  options: ExamineOptions = {},
): Promise<Examination> {
  const { file, part, limits, as, onProgress, signal } = options;
  const begin = (step: ExamineStep): void => {
    signal?.throwIfAborted();
    onProgress?.(step, STEPS.indexOf(step) / STEPS.length);
  };
  begin('read');
  const tables = await read(source, { file, limits, signal });
  begin('recognise');
  const { table, mapping } = await mainTable(tables, part, { as });
  const onStep = (step: ExamineStep): void => {
    if (step !== 'recognise') begin(step);
  };
  const examined = await examineTable(table, { ...options, onStep }, mapping);
  onProgress?.('report', 1);
  return { ...examined, parts: tables.flatMap((one) => one.part ?? []) };
}
