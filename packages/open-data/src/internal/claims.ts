import type { Table } from '../table.ts';
import { filledCells, weigh } from './contents.ts';
import type { CellRule } from './possible-cells.ts';
import type { Meaning } from './vocabulary.ts';

/** What each column of a table is taken for, and what it may be besides. */
export interface Claims {
  /** By column; absent where no meaning is sure enough, or a surer column has it. */
  readonly taken: ReadonlyMap<number, Meaning>;
  /** By column, the surest first: what a person may be asked. */
  readonly offered: ReadonlyMap<number, readonly Meaning[]>;
}

/** From here on a meaning is used without asking. */
const SILENT = 0.8;
/** Below this not even a question is worth asking. */
const WORTH_ASKING = 0.3;

/** The surest header wins a column; of equally sure ones the one with more cells, then the left. */
export function settleClaims(
  table: Table,
  guesses: readonly (readonly Meaning[])[],
  rules: readonly CellRule[],
): Claims {
  const claims = guesses.flatMap((meanings, index) =>
    meanings.map((meaning) => ({ index, meaning: weigh(table, index, meaning, rules) })),
  );
  const filled = new Map(
    [...new Set(claims.map(({ index }) => index))].map((index) => [
      index,
      filledCells(table, index).length,
    ]),
  );
  claims.sort(
    (a, b) =>
      b.meaning.confidence - a.meaning.confidence ||
      (filled.get(b.index) ?? 0) - (filled.get(a.index) ?? 0) ||
      a.index - b.index,
  );
  const taken = new Map<number, Meaning>();
  const offered = new Map<number, Meaning[]>();
  const given = new Set<string>();
  for (const { index, meaning } of claims) {
    if (meaning.confidence >= SILENT && !given.has(meaning.standard) && !taken.has(index)) {
      given.add(meaning.standard);
      taken.set(index, meaning);
    } else if (meaning.confidence >= WORTH_ASKING) {
      offered.set(index, [...(offered.get(index) ?? []), meaning]);
    }
  }
  for (const index of taken.keys()) offered.delete(index);
  return { taken, offered };
}
