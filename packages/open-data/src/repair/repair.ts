import type { Finding } from '../problem.ts';
import type { Mapping } from '../recognise.ts';
import type { Table } from '../table.ts';
import type { Patch } from './patch.ts';

/** A table after its repair, with the list of what was done and of what a person has to decide. */
export interface Repair {
  /** The repaired table. `problems` are still those of the file as it was read. */
  readonly table: Table;
  /** What the columns of the repaired table mean: columns can have been added or taken out. */
  readonly mapping: Mapping;
  /** Every repair in the order it was made. */
  readonly patches: readonly Patch[];
  /** What is ambiguous: named, and left as it was. `facts.expected` holds a reading to offer, where there is one. */
  readonly findings: readonly Finding[];
}
