import type { Inspection } from '../inspect.ts';
import type { Finding } from '../problem.ts';
import { type DatasetId, recognise } from '../recognise.ts';
import type { Patch } from '../repair/index.ts';
import { type MappedTable, repaired } from '../repaired.ts';
import type { Table } from '../table.ts';
import { type MunicipalityArea, validate } from '../validate.ts';
import { inspectionOf } from './inspection.ts';
import { asRead, leftovers } from './leftovers.ts';
import type { Report } from './model.ts';
import { makeReport } from './report.ts';

/** Settings of {@link examineTable}. */
export interface TableOptions {
  /** The dataset, where a person has said it. */
  readonly as?: DatasetId | undefined;
  readonly municipality?: MunicipalityArea | undefined;
  /** The municipality's file of facilities, where the dataset names its places by 施設_ID only. */
  readonly facilities?: MappedTable | undefined;
  /** Called before each step of the work. */
  readonly onStep?: ((step: 'recognise' | 'repair' | 'check' | 'report') => void) | undefined;
}

/** All that is known about one table, for whoever shows, saves or corrects it. */
export interface TableExamination {
  readonly report: Report;
  /** The short form that `data inspect --format json` prints. */
  readonly inspection: Inspection;
  /** The table as it was read. */
  readonly published: MappedTable;
  /** The table after the repair: what the exports write. */
  readonly corrected: MappedTable;
  /** What was done, in order; each can be taken back. */
  readonly patches: readonly Patch[];
}

/**
 * Recognises, repairs and checks a table that has been read, and reports on it. Changes nothing.
 * @param known its mapping, where that has been found out already.
 */
export async function examineTable(
  table: Table,
  options: TableOptions = {},
  known?: MappedTable['mapping'],
): Promise<TableExamination> {
  const { as, municipality, facilities, onStep } = options;
  onStep?.('recognise');
  const published = { table, mapping: known ?? (await recognise(table, { as })) };
  onStep?.('repair');
  const { corrected, patches, findings } = await repaired(published, options);
  onStep?.('check');
  const before = asRead(table, findings, validated(published, municipality));
  const untouched = patches.length === 0 && findings.length === 0;
  const left = { table: corrected.table, patches, findings };
  const after = untouched ? before : leftovers(left, validated(corrected, municipality));
  onStep?.('report');
  const { report, problems } = makeReport({
    published: { ...published, problems: before },
    corrected: { ...corrected, problems: after },
    patches,
    municipality,
    facilities,
  });
  const inspection = inspectionOf(published, problems, patches);
  return { report, inspection, published, corrected, patches };
}

function validated(
  { table, mapping }: MappedTable,
  municipality: MunicipalityArea | undefined,
): Finding[] {
  return validate(table, mapping, { municipality });
}
