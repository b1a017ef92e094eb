import { OpenDataError } from '../error.ts';
import { finding, inPart } from '../internal/finding.ts';
import { explainError } from '../messages.ts';
import { recognise, type RecogniseOptions } from '../recognise.ts';
import type { Table } from '../table.ts';
import type { MappedTable } from '../repaired.ts';

/** Parts that are compared before one is chosen. */
const MOST_PARTS = 20;

/**
 * Of a file's tables the one called `part`; without a name the one that is surest to be a dataset, of even ones that
 * with more rows. That there are others is said among its problems.
 * @throws OpenDataError `open-data/no-such-part`, with its sentences
 */
export async function mainTable(
  tables: readonly Table[],
  part: string | undefined,
  options: RecogniseOptions,
): Promise<MappedTable> {
  const asked = part === undefined ? tables : tables.filter((table) => table.part === part);
  if (asked.length === 0) throw noSuchPart(tables, part);
  const looked = asked.slice(0, MOST_PARTS);
  const mapped = await Promise.all(
    looked.map(async (table) => ({ table, mapping: await recognise(table, options) })),
  );
  const main = mapped.reduce((one, other) => (isMoreTelling(other, one) ? other : one));
  if (part !== undefined || tables.length === 1) return main;
  const { table, mapping } = main;
  const detail = { count: tables.length, value: table.part ?? '' };
  const note = finding('open-data/several-tables', 'info', table.file, detail);
  return { table: { ...table, problems: [...inPart(table, [note]), ...table.problems] }, mapping };
}

function isMoreTelling(one: MappedTable, other: MappedTable): boolean {
  const surer = one.mapping.confidence - other.mapping.confidence;
  return surer === 0 ? one.table.rows.length > other.table.rows.length : surer > 0;
}

function noSuchPart(tables: readonly Table[], part = ''): OpenDataError {
  const file = tables[0]?.file ?? '';
  const expected = tables.find((table) => table.part !== undefined)?.part ?? file;
  const detail = { value: part, expected };
  return explainError(new OpenDataError(finding('open-data/no-such-part', 'error', file, detail)));
}
