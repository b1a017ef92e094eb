import type { Finding } from '../problem.ts';
import { type DatasetId, type Mapping, recognise } from '../recognise.ts';
import { type Patch, undoSome } from '../repair/index.ts';
import { repaired } from '../repaired.ts';
import { publishedAddresses } from '../report/addresses.ts';
import { leftovers } from '../report/leftovers.ts';
import type { Table } from '../table.ts';
import type { MunicipalityArea } from '../validate.ts';
import { type RecordOptions, readRecords, type Records } from './read-records.ts';

/** Settings of {@link readMendedRecords}. */
export interface MendedOptions extends RecordOptions {
  /** The dataset, where a person has said it. */
  readonly as?: DatasetId | undefined;
  /** Evidence for repairs that are ambiguous without. */
  readonly municipality?: MunicipalityArea | undefined;
  /** What is not repaired: cells by their address (`C12`), rows by that of their first cell, columns by header; or all. */
  readonly asWritten?: 'all' | readonly string[] | undefined;
}

/** Records of a table whose certain faults are mended. */
export interface MendedRecords extends Records {
  readonly mapping: Mapping;
  /** Every repair in the order it was made; the addresses are those of the file. */
  readonly patches: readonly Patch[];
  /** What is left for a person, by the addresses of the file. */
  readonly problems: readonly Finding[];
  /** Members of `asWritten` that are neither an address nor a header of the table. */
  readonly unknown: readonly string[];
}

/**
 * Reads a table as {@link readRecords} does, after what is certain is mended: every repair is in `patches` with before and after.
 * Rows that are no records (blank ones, notes, totals, the header once more) are taken out, as patches too.
 */
export async function readMendedRecords(
  table: Table,
  { as, municipality, bbox, asWritten = [] }: MendedOptions = {},
): Promise<MendedRecords> {
  const mapping = await recognise(table, { as });
  if (asWritten === 'all') {
    const read = readRecords(table, mapping, { bbox });
    const problems = [...table.problems, ...read.problems];
    return { ...read, problems, mapping, patches: [], unknown: [] };
  }
  const made = await repaired({ table, mapping }, { as, municipality });
  const kept = new Set(asWritten);
  const undone = made.patches.filter(
    ({ cell, column }) => kept.has(cell) || kept.has(column.trim()),
  );
  const mended =
    undone.length === 0
      ? { ...made.corrected, patches: made.patches }
      : await without(undone, made.corrected.table, made.patches, as);
  const { patches } = mended;
  const read = readRecords(mended.table, mended.mapping, { bbox });
  const left = { table: mended.table, patches, findings: made.findings };
  const headers = new Set([...table.header, ...made.corrected.table.header].map(trimmed));
  return {
    ...read,
    mapping: mended.mapping,
    patches,
    problems: publishedAddresses(leftovers(left, read.problems), patches),
    unknown: asWritten.filter((one) => !ADDRESS.test(one) && !headers.has(one)),
  };
}

const ADDRESS = /^[A-Z]{1,3}[1-9]\d{0,6}$/;

function trimmed(header: string): string {
  return header.trim();
}

async function without(
  undone: readonly Patch[],
  corrected: Table,
  patches: readonly Patch[],
  as: DatasetId | undefined,
): Promise<{ table: Table; mapping: Mapping; patches: readonly Patch[] }> {
  const { table, patches: left } = undoSome(corrected, patches, undone);
  return { table, mapping: await recognise(table, { as }), patches: left };
}
