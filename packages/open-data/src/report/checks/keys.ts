import { cellOf, finding } from '../../internal/finding.ts';
import type { Finding } from '../../problem.ts';
import type { ColumnMapping, Mapping } from '../../recognise.ts';
import type { MappedTable } from '../../repaired.ts';
import type { Table } from '../../table.ts';

/**
 * Rows without an ID in a file whose other rows have one. Where the dataset marks the ID as required, `validate` has
 * said so already; a file without any ID is one missing column, not a finding per row.
 */
export function blankKeys(table: Table, mapping: Mapping, known: readonly Finding[]): Finding[] {
  const column = mapping.columns.find(({ standard }) => standard === 'ID');
  if (mapping.definition === undefined || column === undefined) return [];
  const blank = table.rows.filter(({ cells }) => (cells[column.index] ?? '').trim() === '');
  if (blank.length === 0 || blank.length === table.rows.length) return [];
  const said = new Set(
    known.filter(({ code }) => code === 'open-data/constraint-error').map(({ cell }) => cell),
  );
  return blank
    .map((row) =>
      finding('open-data/primary-key', 'warning', table.file, cellOf(table, row, column.index)),
    )
    .filter(({ cell }) => !said.has(cell));
}

const FACILITY = '施設_ID';

/**
 * Rows that point to a facility which the municipality's file of facilities does not have. In the split layout a file
 * names its places only by 施設_ID, and `{code}_facility.csv` holds name, address and position.
 */
export function foreignKeys({ table, mapping }: MappedTable, facilities: MappedTable): Finding[] {
  const column = mapping.columns.find((one) => nameOf(one) === FACILITY);
  const known = keysOf(facilities);
  if (column === undefined || known === undefined) return [];
  return table.rows.flatMap((row) => {
    const value = (row.cells[column.index] ?? '').trim();
    if (value === '' || known.has(value)) return [];
    return [
      finding('open-data/foreign-key', 'warning', table.file, {
        ...cellOf(table, row, column.index),
        value,
      }),
    ];
  });
}

function keysOf({ table, mapping }: MappedTable): ReadonlySet<string> | undefined {
  const column =
    mapping.columns.find((one) => nameOf(one) === FACILITY) ??
    mapping.columns.find((one) => nameOf(one) === 'ID');
  if (column === undefined) return undefined;
  return new Set(table.rows.map(({ cells }) => (cells[column.index] ?? '').trim()));
}

function nameOf({ standard, header }: ColumnMapping): string {
  return standard ?? header.trim();
}
