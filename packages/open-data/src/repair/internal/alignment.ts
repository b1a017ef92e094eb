import type { KnownColumn } from './columns.ts';
import { isOn, readDegrees } from './degrees.ts';
import { readCell } from './read-cell.ts';

/** How well cells suit the columns they would stand in. */
export interface Alignment {
  /** Filled cells that are no value of their column, mended or not. */
  readonly wrong: number;
  /** 0-based columns with a format whose cell is filled and right. */
  readonly right: readonly number[];
}

/** Compares cells with the columns that have a format; free text suits any column. */
export function align(columns: readonly KnownColumn[], cells: readonly string[]): Alignment {
  let wrong = 0;
  const right: number[] = [];
  for (const column of columns) {
    const text = cells[column.index] ?? '';
    if (column.free || text === '') continue;
    if (isValue(column, text)) right.push(column.index);
    else wrong++;
  }
  return { wrong, right };
}

function isValue(column: KnownColumn, text: string): boolean {
  if (column.fits(text)) return true;
  const { format } = column;
  if (format === 'latitude' || format === 'longitude') {
    const degrees = readDegrees(text)?.text ?? '';
    return isOn('lat', degrees) || isOn('lng', degrees);
  }
  const { steps, doubt } = readCell(column, text);
  return steps.length > 0 || doubt !== undefined;
}
