import { withoutGuards } from './export/unguard.ts';
import type { Finding } from './problem.ts';
import { type DatasetId, type Mapping, recognise } from './recognise.ts';
import { type Patch, repair, repairText } from './repair/index.ts';
import type { Table } from './table.ts';
import type { MunicipalityArea } from './validate.ts';

/** A table and what its columns mean. */
export interface MappedTable {
  readonly table: Table;
  readonly mapping: Mapping;
}

/** A table after all repairs, with what was done and what is left for a person. */
export interface Repaired {
  readonly corrected: MappedTable;
  /** In the order they were made; each can be taken back. */
  readonly patches: readonly Patch[];
  readonly findings: readonly Finding[];
}

/**
 * Takes away the apostrophes that our own export put before formulas, and repairs the rest. Garbled text comes first:
 * what is garbled in the header cannot be recognised before.
 */
export async function repaired(
  { table: published, mapping: known }: MappedTable,
  {
    as,
    municipality,
  }: {
    readonly as?: DatasetId | undefined;
    readonly municipality?: MunicipalityArea | undefined;
  },
): Promise<Repaired> {
  const bare = withoutGuards(published);
  const text = repairText(bare.table);
  const before = [...bare.patches, ...text.patches];
  const renamed = before.some(({ kind }) => kind === 'header');
  const understood = renamed ? await recognise(text.table, { as }) : known;
  const { table, mapping, patches, findings } = repair(text.table, understood, { municipality });
  return { corrected: { table, mapping }, patches: [...before, ...patches], findings };
}
