import { examine } from '../internal/table-problems.ts';
import type { Table, TableRow } from '../table.ts';
import { headerRowsAround } from './header-rows.ts';
import { partFinding } from './refuse.ts';

/** How many records next to the header may belong to it. */
const NEAR = 4;
/** What is said about rows that are no longer what they were taken for. */
const ABOUT_LAYOUT: ReadonlySet<string> = new Set([
  'open-data/rows-above-header',
  'open-data/blank-label',
  'open-data/duplicate-label',
  'open-data/no-rows',
]);

/** A CSV whose header takes several rows, with their names joined; any other table as it is. */
export function flattenHeader(table: Table): Table {
  const { kind, preamble, rows, header, headerRow, headerLine, file } = table;
  if (kind !== 'csv' && kind !== 'tsv') return table;
  const above = preamble.filter(({ row }) => row < headerRow);
  const named: TableRow = { row: headerRow, line: headerLine, cells: header };
  const records = [...above, named, ...rows.slice(0, NEAR)];
  const { first, last, labels } = headerRowsAround(records, above.length, []);
  if (first === last) return table;
  const top = records[first] ?? named;
  const shape = {
    ...table,
    header: labels,
    headerRow: top.row,
    headerLine: top.line,
    rows: rows.slice(last - above.length),
    preamble: [...records.slice(0, first), ...records.slice(first + 1, last + 1)],
  };
  const several = partFinding(
    'open-data/several-header-rows',
    'info',
    { file },
    {
      count: last - first + 1,
    },
  );
  const again = examine(shape).filter(({ code }) => ABOUT_LAYOUT.has(code));
  const kept = table.problems.filter(({ code }) => !ABOUT_LAYOUT.has(code));
  return { ...shape, problems: [several, ...again, ...kept] };
}
