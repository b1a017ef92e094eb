import type { Table } from '../table.ts';
import { isDegrees } from './coordinates.ts';
import type { CellRule } from './possible-cells.ts';
import { LATLNG_COLUMN, type Meaning } from './vocabulary.ts';

const SAMPLE = 100;
const ROWS_SAMPLED = 2000;
/** Fewer filled cells say nothing against a header. */
const ENOUGH = 5;
const CONTRADICTED = 0.5;
const FEW = 0.1;
/** From here on a word is used; below, its cells have to speak for it. */
const DOUBTFUL = 0.8;
const BORNE_OUT = 0.85;

/**
 * What the cells say to the meaning of a header: a doubtful word is believed where they bear it out, a sure one is not
 * where next to none of them can be what it says.
 */
export function weigh(
  table: Table,
  index: number,
  { standard, confidence }: Meaning,
  rules: readonly CellRule[],
): Meaning {
  const cells = filledCells(table, index);
  if (confidence < DOUBTFUL) {
    const borneOut = EVIDENCE.get(standard)?.(cells) ?? false;
    return { standard, confidence: borneOut ? BORNE_OUT : confidence };
  }
  const [, possible, least = FEW] = rules.find(([columns]) => columns.test(standard)) ?? [];
  if (cells.length < ENOUGH || possible === undefined) return { standard, confidence };
  const fitting = cells.filter((cell) => possible.test(cell)).length;
  const isConstant = standard === 'ID' && new Set(cells).size === 1;
  const isContradicted = fitting < least * cells.length || (isConstant && confidence < 1);
  return { standard, confidence: isContradicted ? Math.min(confidence, CONTRADICTED) : confidence };
}

/** The first filled cells of a column, trimmed. */
export function filledCells({ rows }: Table, index: number): string[] {
  const filled: string[] = [];
  for (const { cells } of rows.slice(0, ROWS_SAMPLED)) {
    const cell = cells[index]?.trim() ?? '';
    if (cell !== '') filled.push(cell);
    if (filled.length === SAMPLE) break;
  }
  return filled;
}

const mostly = (cells: readonly string[], holds: (cell: string) => boolean): boolean =>
  cells.length > 0 && cells.filter(holds).length * 2 >= cells.length;

const distinct = (cells: readonly string[]): boolean =>
  cells.length > 1 && new Set(cells).size === cells.length;

/** `x` and `y` can be metres, `location` an address, `title` a class, `番号` a size. */
const EVIDENCE: ReadonlyMap<string, (cells: readonly string[]) => boolean> = new Map([
  ['緯度', (cells) => mostly(cells, (cell) => isDegrees(cell, 'lat'))],
  ['経度', (cells) => mostly(cells, (cell) => isDegrees(cell, 'lng'))],
  [
    LATLNG_COLUMN,
    (cells) =>
      mostly(
        cells.filter((cell) => cell !== ','),
        (cell) => {
          const [lat = '', lng = '', ...rest] = cell.split(',');
          return rest.length === 0 && isDegrees(lat, 'lat') && isDegrees(lng, 'lng');
        },
      ),
  ],
  ['名称', distinct],
  ['ID', distinct],
]);
