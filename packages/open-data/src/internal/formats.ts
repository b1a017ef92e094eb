import { parseLocalGovernmentCode } from '@yokoten/standard';
import type { Problem } from '../problem.ts';
import type { Mapping } from '../recognise.ts';
import type { Table } from '../table.ts';
import { located, problem } from './finding.ts';

/** Positions are read, and reported in more detail, by `readPlaces`; required cells are checked per edition. */
const ELSEWHERE: ReadonlySet<PropertyKey | undefined> = new Set(['緯度', '経度']);
const REQUIRED = 'standard/required-missing';

/** Cells that break a rule of the recognised dataset: its validator's findings with the cell's address. */
export function formats({ file, rows }: Table, { definition, columns }: Mapping): Problem[] {
  if (definition === undefined) return [];
  const { validate } = definition['~standard'];
  const mapped = new Map<PropertyKey, (typeof columns)[number]>();
  for (const column of columns)
    if (column.standard !== undefined) mapped.set(column.standard, column);
  const problems: Problem[] = [];
  for (const { row, line, cells } of rows) {
    const values = Array.from(mapped, ([name, { index }]) => [name, cells[index]?.trim() ?? '']);
    for (const { code, path, text } of validate(Object.fromEntries(values)).issues ?? []) {
      const column = mapped.get(path?.[0] ?? '');
      if (column === undefined || code === REQUIRED || ELSEWHERE.has(column.standard)) continue;
      const { index, header } = column;
      const where = { row, line, index, column: header, before: cells[index] ?? '' };
      problems.push(located(code, 'warning', file, where, text));
    }
  }
  return problems;
}

/** Rows that say they belong to another municipality, once for each code. A prefecture may publish for its towns. */
export function foreignCodes({ file, rows }: Table, { columns }: Mapping, own: string): Problem[] {
  const column = columns.find(({ standard }) => standard === '全国地方公共団体コード');
  if (column === undefined) return [];
  const { index, header } = column;
  const prefecture = own.slice(0, 2);
  const seen = new Set<string>();
  const problems: Problem[] = [];
  for (const { row, line, cells } of rows) {
    const code = parseLocalGovernmentCode(cells[index] ?? '');
    if (code === undefined || code === own || seen.has(code)) continue;
    if (code.startsWith(`${prefecture}000`)) continue;
    seen.add(code);
    const where = { row, line, index, column: header, before: code, value: code, expected: own };
    problems.push(problem('open-data/other-municipality', 'warning', file, where));
  }
  return problems;
}
