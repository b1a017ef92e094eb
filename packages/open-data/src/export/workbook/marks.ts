import { columnIndex } from '../../internal/address.ts';
import { movedColumns } from '../../internal/moved-columns.ts';
import type { Finding } from '../../problem.ts';
import type { Patch } from '../../repair/index.ts';

/** Why a cell is coloured. */
export type Mark = 'repaired' | 'flagged' | 'missing';

/** Marks by row, as a spreadsheet numbers it in the file as published, and by 0-based column of the corrected table. */
export type Marks = ReadonlyMap<number, ReadonlyMap<number, Mark>>;

const BLANK: readonly string[] = [
  'open-data/constraint-error',
  'open-data/no-coordinates',
  'open-data/primary-key',
];

/** A cell that is still wrong after a repair counts as wrong. */
export function exportMarks(patches: readonly Patch[], problems: readonly Finding[]): Marks {
  const marks = new Map<number, Map<number, Mark>>();
  const { corrected } = movedColumns(patches);
  const set = (row: number, published: number, mark: Mark): void => {
    const index = corrected(published);
    if (index === undefined) return;
    const known = marks.get(row);
    if (known === undefined) marks.set(row, new Map([[index, mark]]));
    else known.set(index, mark);
  };
  for (const { kind, row, index } of patches) {
    if (kind === 'cell' || kind === 'joined-cells') set(row, index, 'repaired');
  }
  for (const { code, severity, row, cell } of problems) {
    if (row === undefined || cell === undefined || severity === 'info') continue;
    set(row, columnIndex(cell), BLANK.includes(code) ? 'missing' : 'flagged');
  }
  return marks;
}
