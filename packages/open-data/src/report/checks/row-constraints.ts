import { cellOf, finding } from '../../internal/finding.ts';
import type { Finding, Severity } from '../../problem.ts';
import type { ColumnMapping, Mapping } from '../../recognise.ts';
import type { Table, TableRow } from '../../table.ts';
import { definitionOf } from '../dictionary.ts';

/** A rule over two or more cells of one row; `broken` names the cell to look at, and what it does not agree with. */
interface Constraint {
  readonly severity: Severity;
  readonly index: number;
  readonly against: string;
  readonly broken: (cells: readonly string[]) => boolean;
}

/**
 * Cells of one row that cannot all be right: an end before its beginning, parts that add up to more than their total.
 * The pairs are found by the standard's own way of naming (開始… and 終了…, …総数 and …数（…）).
 */
export function rowConstraints(table: Table, mapping: Mapping): Finding[] {
  const constraints = [...periods(mapping), ...totals(mapping)];
  if (constraints.length === 0) return [];
  return table.rows.flatMap((row) =>
    constraints
      .filter(({ broken }) => broken(row.cells))
      .map((rule) => findingOf(table, row, rule)),
  );
}

function findingOf(table: Table, row: TableRow, { severity, index, against }: Constraint): Finding {
  const value = row.cells[index]?.trim() ?? '';
  const where = { ...cellOf(table, row, index), value, expected: against };
  return finding('open-data/row-constraint', severity, table.file, where);
}

/** ISO dates and `hh:mm` compare as text. Hours past midnight are not wrong for certain, so times are asked about. */
function periods(mapping: Mapping): Constraint[] {
  return mapping.columns.flatMap(({ index, standard }) => {
    if (standard === undefined || !standard.includes('終了')) return [];
    const beginning = standard.replace('終了', '開始');
    const start = find(mapping, beginning)?.index;
    const format = definitionOf(mapping, standard)?.format;
    if (start === undefined || (format !== 'date' && format !== 'time')) return [];
    const shape = format === 'date' ? /^\d{4}-\d\d-\d\d$/u : /^\d\d:\d\d$/u;
    const broken = (cells: readonly string[]): boolean => {
      const from = cells[start]?.trim() ?? '';
      const until = cells[index]?.trim() ?? '';
      return shape.test(from) && shape.test(until) && until < from;
    };
    return [
      { severity: format === 'date' ? 'warning' : 'info', index, against: beginning, broken },
    ];
  });
}

function totals(mapping: Mapping): Constraint[] {
  return mapping.columns.flatMap(({ index, standard }) => {
    if (standard === undefined || !standard.endsWith('総数')) return [];
    const stem = standard.slice(0, -'総数'.length);
    const parts = mapping.columns.filter((one) => one.standard?.startsWith(`${stem}数`) === true);
    if (parts.length === 0) return [];
    const broken = (cells: readonly string[]): boolean => {
      const total = count(cells[index]);
      const sum = parts.reduce((rest, part) => rest + (count(cells[part.index]) ?? 0), 0);
      return total !== undefined && sum > total;
    };
    return [{ severity: 'warning', index, against: `${stem}数`, broken }];
  });
}

function count(cell: string | undefined): number | undefined {
  const text = cell?.trim() ?? '';
  return /^\d{1,9}$/u.test(text) ? Number(text) : undefined;
}

function find({ columns }: Mapping, standard: string): ColumnMapping | undefined {
  return columns.find((one) => one.standard === standard);
}
