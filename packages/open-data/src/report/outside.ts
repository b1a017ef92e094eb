import { finding } from '../internal/finding.ts';
import type { Finding } from '../problem.ts';
import type { Table } from '../table.ts';

const OUTSIDE = 'open-data/outside-area';

/** Findings after {@link askOnce}, and the rows that lie outside. */
export interface Asked {
  readonly problems: readonly Finding[];
  readonly outside: ReadonlySet<number>;
}

/**
 * Whether a place outside the municipality is meant to be there is a question. Where most rows are outside it is one
 * question about the file, which may be another municipality's; else one for each row.
 */
export function askOnce(table: Table, problems: readonly Finding[]): Asked {
  const found = problems.filter(({ code, row }) => code === OUTSIDE && row !== undefined);
  const outside = new Set(found.map(({ row = 0 }) => row));
  if (outside.size < 2 || outside.size * 2 <= table.rows.length) return { problems, outside };
  const detail = { count: outside.size, many: true };
  const asked = new Set(found);
  const rest = problems.filter((problem) => !asked.has(problem));
  return { problems: [finding(OUTSIDE, 'info', table.file, detail), ...rest], outside };
}
