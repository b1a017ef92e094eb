import { parseLocalGovernmentCode } from '@yokoten/standard';
import type { Finding } from '../problem.ts';
import type { Mapping } from '../recognise.ts';
import type { Table } from '../table.ts';
import { cellOf, located, finding } from './finding.ts';

/** Positions are read, and reported in more detail, by `readPlaces`; required cells are checked per edition. */
const ELSEWHERE: ReadonlySet<PropertyKey> = new Set(['緯度', '経度']);
const REQUIRED = 'standard/required-missing';

/** Cells that break a rule of the recognised dataset: its validator's findings with the cell's address. */
export function formats(table: Table, { definition, columns }: Mapping): Finding[] {
  if (definition === undefined) return [];
  const { validate } = definition['~standard'];
  const mapped = new Map<PropertyKey, number>();
  for (const { standard, index } of columns)
    if (standard !== undefined) mapped.set(standard, index);
  const problems: Finding[] = [];
  for (const row of table.rows) {
    const values = Array.from(mapped, ([name, index]) => [name, row.cells[index]?.trim() ?? '']);
    for (const { code, path, text } of validate(Object.fromEntries(values)).issues ?? []) {
      const name = path?.[0] ?? '';
      const index = mapped.get(name);
      if (index === undefined || code === REQUIRED || ELSEWHERE.has(name)) continue;
      problems.push(located(code, 'warning', table.file, cellOf(table, row, index), text));
    }
  }
  return problems;
}

/** Rows that say they belong to another municipality, once for each code. A prefecture may publish for its towns. */
export function foreignCodes(table: Table, { columns }: Mapping, own: string): Finding[] {
  const column = columns.find(({ standard }) => standard === '全国地方公共団体コード');
  if (column === undefined) return [];
  const known = new Set([own]);
  const prefecture = `${own.slice(0, 2)}000`;
  const problems: Finding[] = [];
  for (const row of table.rows) {
    const code = parseLocalGovernmentCode(row.cells[column.index] ?? '');
    if (code === undefined || known.has(code) || code.startsWith(prefecture)) continue;
    known.add(code);
    const where = { ...cellOf(table, row, column.index), value: code, expected: own };
    problems.push(finding('open-data/other-municipality', 'warning', table.file, where));
  }
  return problems;
}
