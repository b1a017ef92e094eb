import type { Finding } from '../problem.ts';
import type { Mapping } from '../recognise.ts';
import type { Table, TableRow } from '../table.ts';
import { cellOf, finding } from './finding.ts';
import { editionColumns } from './edition-columns.ts';

/** What the edition the file follows asks for. */
export interface Required {
  /** One for each required column that is not there. */
  readonly missing: readonly Finding[];
  /** 0-based positions of columns whose cells must not be blank. */
  readonly filled: readonly number[];
}

/** Required columns that are not there, and required cells that are blank, by the edition the file follows. */
export function required(table: Table, mapping: Mapping): Finding[] {
  const { missing, filled } = requiredColumns(table, mapping);
  return [...missing, ...table.rows.flatMap((row) => rowRequired(table, filled, row))];
}

type Head = Pick<Table, 'file' | 'header' | 'headerRow' | 'headerLine'>;

export function requiredColumns({ file, headerRow, headerLine }: Head, mapping: Mapping): Required {
  const missing: Finding[] = [];
  const filled: number[] = [];
  for (const { standard, column: known } of editionColumns(mapping)) {
    const { name, format } = known;
    if (known.required !== 'required') continue;
    const column = mapping.columns.find((one) => one.standard === standard);
    if (column === undefined) {
      const where = { row: headerRow, line: headerLine, expected: name };
      missing.push(finding('open-data/missing-label', 'warning', file, where));
      // A flag is `1` or blank, required or not.
    } else if (format !== 'flag') filled.push(column.index);
  }
  return { missing, filled };
}

/** The blank ones among those cells of one row. */
export function rowRequired(
  table: Pick<Table, 'file' | 'header'>,
  filled: readonly number[],
  row: TableRow,
): Finding[] {
  return filled
    .filter((index) => (row.cells[index] ?? '').trim() === '')
    .map((index) =>
      finding('open-data/constraint-error', 'warning', table.file, cellOf(table, row, index)),
    );
}
