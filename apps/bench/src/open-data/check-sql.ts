import type { Column } from '@yokoten/standard/datasets';
import { placeColumnsSql, quoted, type SqlRule, sqlRules } from './rules-sql.ts';

/** A query over a CSV file, and the rules in the order of its answer. */
export interface CheckQuery {
  readonly sql: string;
  readonly rules: readonly SqlRule[];
}

/**
 * One query that reads a CSV file once and answers in one row: `rows`, `missing` (per column), `counts` (per rule) and
 * `first`: the first `limit` rows that break a rule, each with its number, the bits of the rules and the cells they are
 * about.
 */
export function checkQuery(file: string, columns: readonly Column[], limit: number): CheckQuery {
  const rules = sqlRules(columns);
  const bits = rules.map(
    ({ condition }, bit) =>
      `CASE WHEN ${condition} THEN ${2n ** BigInt(bit)}::UBIGINT ELSE 0::UBIGINT END`,
  );
  const cells = [...new Set(rules.map(({ column }) => column))].map(
    (column) => `'${column.replaceAll("'", "''")}': ${quoted(column)}`,
  );
  const found = `{ 'row': _row, 'broken': _broken, 'cells': { ${cells.join(', ')} } }`;
  const sql = `
WITH _file AS (
  SELECT row_number() OVER () + 1 AS _row, *
  FROM read_csv('${file.replaceAll("'", "''")}', header = true, all_varchar = true, delim = ',', quote = '"', escape = '"')
),
_places AS (${placeColumnsSql('_file')}),
_marked AS (SELECT *, ${bits.join('\n  | ')} AS _broken FROM _places)
SELECT
  count(*) AS rows,
  [${columns.map(({ name }) => `count(*) - count(${quoted(name)})`).join(', ')}] AS missing,
  [${rules.map((_, bit) => `count_if(_broken & ${2n ** BigInt(bit)}::UBIGINT <> 0)`).join(', ')}] AS counts,
  arg_min(CASE WHEN _broken <> 0 THEN ${found} END, _row, ${limit}) FILTER (_broken <> 0) AS first
FROM _marked`;
  return { sql, rules };
}
