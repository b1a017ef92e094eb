import type { Column } from '@yokoten/standard/datasets';
import type { Mapping } from '../recognise.ts';
import { foldLabel } from './fold.ts';

/** A column of the edition a file follows. */
export interface EditionColumn {
  /** Its name in the current edition, by which a mapping calls it; its own where the current one dropped it. */
  readonly standard: string;
  readonly column: Column;
}

/**
 * In the recommended datasets these two say who publishes, not where the place is, which is what they say as another
 * name for a part of the address.
 */
export const PUBLISHER: ReadonlySet<string> = new Set(['都道府県名', '市区町村名']);

/** The columns of the edition a file follows: the one of its generation and layout, else the current one. */
export function editionColumns({
  definition,
  generation,
  layout,
}: Pick<Mapping, 'definition' | 'generation' | 'layout'>): readonly EditionColumn[] {
  const [current, ...older] = definition?.generations ?? [];
  if (current === undefined) return [];
  const { columns } =
    older.find((one) => one.id === generation && one.layout === layout) ?? current;
  const names = new Map(
    current.columns.flatMap(({ name, aliases }) =>
      [...aliases, name].map((header) => [foldLabel(header), name]),
    ),
  );
  return columns.map((column) => {
    const { name } = column;
    const standard = PUBLISHER.has(name) ? name : (names.get(foldLabel(name)) ?? name);
    return { standard, column };
  });
}
