import type { Problem, Table } from '@yokoten/open-data';
import { patchSentence } from '@yokoten/open-data/messages';
import type { Patch } from '@yokoten/open-data/repair';

/** Longer values are cut: a note shows what changed, and the file itself has the rest. */
const LONGEST = 200;

/**
 * Each repair as a note for the data report: what was done, where, and what stood there before. A column without header and value
 * that was taken out is none: nothing on the page differs by it.
 */
export function repairNotes(
  { file, part, headerRow, headerLine, rows }: Table,
  patches: readonly Patch[],
): Problem[] {
  const lines = new Map([
    [headerRow, headerLine],
    ...rows.map(({ row, line }) => [row, line] as const),
  ]);
  return patches.flatMap((patch): Problem[] => {
    const { kind, code, row, cell, column, before, after } = patch;
    if (kind === 'removed-column') return [];
    const line = lines.get(row);
    return [
      {
        code,
        severity: 'info',
        file,
        ...(part !== undefined && { part }),
        row,
        ...(line !== undefined && { line }),
        ...(column !== '' && { column }),
        cell,
        before: before.slice(0, LONGEST),
        after: after.slice(0, LONGEST),
        message: patchSentence(patch),
      },
    ];
  });
}
