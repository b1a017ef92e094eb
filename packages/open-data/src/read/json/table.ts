import { type Records, tabulateRecords } from '../../internal/json.ts';
import type { Decoded } from '../../encoding.ts';
import { examine } from '../../internal/table-problems.ts';
import type { Table, TableKind, TableRow } from '../../table.ts';
import { type Context, marked } from '../context.ts';

/** What the records of one table come with. */
export interface RecordTable {
  readonly kind?: TableKind;
  readonly records: Records;
  readonly lines: readonly number[];
  /** Facts about the records that are none of them, one list of cells each. */
  readonly facts?: readonly (readonly string[])[];
}

/** Records as a table; facts stand above the header, as in a CSV with a preamble. */
export function recordTable(
  { kind, records, lines, facts = [] }: RecordTable,
  { encoding, bom, bytes }: Decoded,
  context: Context,
): Table {
  const { file } = context;
  const {
    kind: found,
    header,
    rows,
    problems,
  } = tabulateRecords(records, lines, bytes.length, file);
  const lower = facts.length;
  const shape = {
    file,
    header,
    headerRow: 1 + lower,
    headerLine: 1,
    rows:
      lower === 0
        ? rows
        : rows.map((row): TableRow => Object.assign(row, { row: row.row + lower })),
    preamble: [],
    blankRows: 0,
  };
  const table: Table = {
    ...shape,
    kind: kind ?? found,
    encoding,
    bom,
    newline: 'none',
    preamble: facts.map((cells, index) => ({ row: index + 1, line: 1, cells })),
    problems: [...problems, ...examine(shape)],
  };
  return marked(table, context);
}
