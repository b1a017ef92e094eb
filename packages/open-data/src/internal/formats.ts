import { parseLocalGovernmentCode } from '@yokoten/standard';
import type { Dataset } from '@yokoten/standard/datasets';
import type { Finding } from '../problem.ts';
import type { Mapping } from '../recognise.ts';
import type { Table, TableRow } from '../table.ts';
import { cellOf, located, finding } from './finding.ts';

/** Positions are read, and reported in more detail, by `readPlaces`; required cells are checked per edition. */
const ELSEWHERE: ReadonlySet<PropertyKey> = new Set(['緯度', '経度']);
const REQUIRED = 'standard/required-missing';

/** Standard column → 0-based position in the file. */
export type Positions = ReadonlyMap<PropertyKey, number>;

/** The columns whose cells the dataset's validator is asked about: those that keep a format. */
export function checkedColumns({ definition, columns }: Mapping): Positions {
  const [current] = definition?.generations ?? [];
  const free = new Set<PropertyKey>(ELSEWHERE);
  for (const { name, format } of current?.columns ?? []) if (format === 'string') free.add(name);
  const mapped = new Map<PropertyKey, number>();
  for (const { standard, index } of columns) {
    if (standard !== undefined && !free.has(standard)) mapped.set(standard, index);
  }
  return mapped;
}

/** Cells that break a rule of the recognised dataset: its validator's findings with the cell's address. */
export function formats(table: Table, mapping: Mapping): Finding[] {
  const { definition } = mapping;
  if (definition === undefined) return [];
  const mapped = checkedColumns(mapping);
  return table.rows.flatMap((row) => rowFormats(table, definition, mapped, row));
}

/** The same for those columns of one row. */
export function rowFormats(
  table: Pick<Table, 'file' | 'header'>,
  definition: Dataset,
  mapped: Positions,
  row: TableRow,
): Finding[] {
  const filled: [PropertyKey, string][] = [];
  for (const [name, index] of mapped) {
    const value = row.cells[index]?.trim() ?? '';
    if (value !== '') filled.push([name, value]);
  }
  if (filled.length === 0) return [];
  const { issues } = definition['~standard'].validate(Object.fromEntries(filled));
  return (issues ?? []).flatMap(({ code, path, text }) => {
    const index = mapped.get(path?.[0] ?? '');
    if (index === undefined || code === REQUIRED) return [];
    return [located(code, 'warning', table.file, cellOf(table, row, index), text)];
  });
}

/** Rows that say they belong to another municipality, once for each code. A prefecture may publish for its towns. */
export function foreignCodes(table: Table, mapping: Mapping, own: string): Finding[] {
  const rowForeignCode = foreignCodeFinder(table, mapping, own);
  return table.rows.flatMap((row) => rowForeignCode?.(row) ?? []);
}

/** The same row by row, in the file's order; `undefined` where the file has no such column. */
export function foreignCodeFinder(
  table: Pick<Table, 'file' | 'header'>,
  { columns }: Mapping,
  own: string,
): ((row: TableRow) => Finding[]) | undefined {
  const column = columns.find(({ standard }) => standard === '全国地方公共団体コード');
  if (column === undefined) return undefined;
  const known = new Set([own]);
  const prefecture = `${own.slice(0, 2)}000`;
  return (row) => {
    const code = parseLocalGovernmentCode(row.cells[column.index] ?? '');
    if (code === undefined || known.has(code) || code.startsWith(prefecture)) return [];
    known.add(code);
    const where = { ...cellOf(table, row, column.index), value: code, expected: own };
    return [finding('open-data/other-municipality', 'warning', table.file, where)];
  };
}
