import type { Column } from '@yokoten/standard/datasets';
import type { Mapping } from '../recognise.ts';

/** What the dictionary says about a standard column; the current edition before the one it replaced. */
export function definitionOf({ definition }: Mapping, standard: string): Column | undefined {
  for (const { columns } of definition?.generations ?? []) {
    const column = columns.find(({ name }) => name === standard);
    if (column !== undefined) return column;
  }
  return undefined;
}
