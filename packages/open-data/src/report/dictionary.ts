import type { Column } from '@yokoten/standard/datasets';
import { wordsOf } from '../internal/edition.ts';
import { foldLabel } from '../internal/vocabulary.ts';
import type { Mapping } from '../recognise.ts';

/** What the dictionary says about a standard column; the current edition before the one it replaced. */
export function definitionOf({ definition }: Mapping, standard: string): Column | undefined {
  for (const { columns } of definition?.generations ?? []) {
    const column = columns.find(({ name }) => name === standard);
    if (column !== undefined) return column;
  }
  return undefined;
}

/** A column of the edition a file follows. */
export interface EditionColumn {
  /** Its name in the current edition, by which a mapping calls it; its own where the current one dropped it. */
  readonly standard: string;
  readonly column: Column;
}

/** The columns of the edition a file follows: the one of its generation, else the current one. */
export function editionColumns({ definition, generation }: Mapping): readonly EditionColumn[] {
  const [current, ...older] = definition?.generations ?? [];
  if (current === undefined) return [];
  const edition = older.find(({ id }) => id === generation) ?? current;
  const names = wordsOf(current.columns);
  return edition.columns.map((column) => ({
    standard: names.get(foldLabel(column.name))?.standard ?? column.name,
    column,
  }));
}
