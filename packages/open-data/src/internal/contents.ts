import type { Table } from '../table.ts';
import { isDegrees } from './coordinates.ts';
import { LATLNG_COLUMN } from './vocabulary.ts';

const SAMPLE = 100;

/**
 * Whether the cells bear out what a doubtful header suggests. `x` and `y` can be metres, `location` an address:
 * at least half of the first filled cells have to be degrees. Headers of every other meaning are taken at their word.
 */
export function contentsFit(table: Table, index: number, standard: string): boolean {
  const check = checks.get(standard);
  if (check === undefined) return true;
  const filled = table.rows
    .slice(0, SAMPLE)
    .map(({ cells }) => cells[index]?.trim() ?? '')
    .filter((cell) => cell !== '');
  return filled.length > 0 && filled.filter(check).length * 2 >= filled.length;
}

const checks = new Map<string, (cell: string) => boolean>([
  ['緯度', (cell) => isDegrees(cell, 'lat')],
  ['経度', (cell) => isDegrees(cell, 'lng')],
  [
    LATLNG_COLUMN,
    (cell) => {
      const [lat = '', lng = '', ...rest] = cell.split(',');
      return rest.length === 0 && isDegrees(lat, 'lat') && isDegrees(lng, 'lng');
    },
  ],
]);
