import { cellOf, finding } from '../../internal/finding.ts';
import type { Finding } from '../../problem.ts';
import type { Mapping } from '../../recognise.ts';
import type { Table, TableRow } from '../../table.ts';
import { definitionOf } from '../dictionary.ts';
import { spreadOf } from './spread.ts';

const ENOUGH = 20;
/** In median distances; more than 5 standard deviations of a normal distribution. */
const FAR = 8;
/** On a logarithmic scale, so that counts of 1 to 20 are never far from each other. */
const LEAST = Math.log(20) / FAR;

/**
 * Numbers far from the rest of their column, as a question: 収容人数 of 12 among hundreds, or one with three zeros too
 * many. Compared by ratio, since counts and areas are spread that way; only columns whose format is a number.
 */
export function deviatedValues(table: Table, mapping: Mapping): Finding[] {
  return mapping.columns.flatMap(({ index, standard }) => {
    const format = standard === undefined ? undefined : definitionOf(mapping, standard)?.format;
    return format === 'integer' || format === 'number' ? deviatedIn(table, index) : [];
  });
}

function deviatedIn(table: Table, index: number): Finding[] {
  const found: { row: TableRow; value: number }[] = [];
  for (const row of table.rows) {
    const text = row.cells[index]?.trim() ?? '';
    const value = /^\d{1,15}(?:\.\d{1,15})?$/u.test(text) ? Number(text) : 0;
    if (value > 0) found.push({ row, value: Math.log(value) });
  }
  if (found.length < ENOUGH) return [];
  const { median, deviation } = spreadOf(found.map(({ value }) => value));
  const limit = FAR * Math.max(deviation, LEAST);
  return found
    .filter(({ value }) => Math.abs(value - median) > limit)
    .map(({ row }) => {
      const where = { ...cellOf(table, row, index), value: row.cells[index]?.trim() ?? '' };
      return finding('open-data/deviated-value', 'info', table.file, where);
    });
}
