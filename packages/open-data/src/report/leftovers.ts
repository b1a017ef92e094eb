import { inPart } from '../internal/finding.ts';
import { examine } from '../internal/table-problems.ts';
import type { Finding } from '../problem.ts';
import type { Repair } from '../repair/index.ts';
import type { Table } from '../table.ts';
import { correctedAddresses } from './addresses.ts';

/** What the table itself shows, so that it can be looked at again after a repair. */
const SHOWN: ReadonlySet<string> = new Set([
  'open-data/rows-above-header',
  'open-data/blank-row',
  'open-data/no-rows',
  'open-data/blank-label',
  'open-data/duplicate-label',
  'open-data/encoding-error',
  'open-data/mojibake',
  'open-data/missing-cell',
  'open-data/extra-cell',
]);
/** Formats whose records need not have every column. */
const RAGGED: ReadonlySet<string> = new Set(['json', 'geojson', 'kml', 'ngsi', 'umap']);
/** What a repair says more exactly about the same cell. */
const GENERAL: ReadonlySet<string> = new Set(['standard/format', 'standard/unlisted-code']);

/**
 * What is left for a person once a table is repaired, by the addresses of the repaired table: what the table still
 * shows, what only the reader saw and no repair undid, what the repair found ambiguous, and what `validate` finds.
 */
export function leftovers(
  { table, patches, findings }: Pick<Repair, 'table' | 'patches' | 'findings'>,
  validated: readonly Finding[],
): Finding[] {
  const rows = new Set([table.headerRow, ...table.rows.map(({ row }) => row)]);
  const seen = table.problems.filter(
    ({ code, row }) => !SHOWN.has(code) && (row === undefined || rows.has(row)),
  );
  const shown = inPart(table, examine(table, RAGGED.has(table.kind) ? undefined : []));
  const doubts = correctedAddresses([...seen, ...findings], patches);
  return withoutRepeats([...shown, ...doubts], validated);
}

/** Adds `validated`, without what is already said about the same cell, or row where it is about one. */
function withoutRepeats(said: readonly Finding[], validated: readonly Finding[]): Finding[] {
  const exact = new Set(said.map(keyOf));
  const doubted = new Set(
    said.flatMap(({ cell, severity }) => (severity === 'info' ? [] : (cell ?? []))),
  );
  const more = validated.filter((found) => {
    if (found.cell !== undefined && GENERAL.has(found.code) && doubted.has(found.cell))
      return false;
    return !exact.has(keyOf(found));
  });
  return [...said, ...more];
}

function keyOf({ code, row, cell }: Finding): string {
  return `${code} ${cell ?? row ?? ''}`;
}

/** The problems of a table as it was read, with what a repair would find ambiguous and what `validate` finds. */
export function asRead(
  { problems }: Table,
  findings: readonly Finding[],
  validated: readonly Finding[],
): Finding[] {
  return withoutRepeats([...problems, ...findings], validated);
}
