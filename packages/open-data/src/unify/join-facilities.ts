import type { Companion } from '@yokoten/standard/datasets';
import { cellOf, finding } from '../internal/finding.ts';
import { foldLabel } from '../internal/fold.ts';
import type { Finding } from '../problem.ts';
import type { Table } from '../table.ts';

/** A main file with what its facility file adds to each row. */
export interface Joined {
  /** The facility's columns stand to the right of the main file's own. */
  readonly table: Table;
  /** Rows of the facility file that a row of the main file refers to. */
  readonly used: ReadonlySet<number>;
  /** References that lead nowhere. */
  readonly findings: readonly Finding[];
}

/** Whether a table refers to facilities by the key of the companion. */
export function refersToFacilities({ header }: Table, { joinOn }: Companion): boolean {
  return keyColumn(header, joinOn) >= 0;
}

/**
 * Joins a main file of the データモデル型 with its facility file on 施設_ID. A blank reference adds nothing; one that leads
 * nowhere is a finding. Where an ID occurs twice in the facility file the first counts.
 */
export function joinFacilities(main: Table, facility: Table, { joinOn }: Companion): Joined {
  const from = keyColumn(main.header, joinOn);
  const to = keyColumn(facility.header, joinOn);
  const byId = new Map<string, Table['rows'][number]>();
  for (const row of facility.rows) {
    const id = (row.cells[to] ?? '').trim();
    if (id !== '' && !byId.has(id)) byId.set(id, row);
  }
  const width = main.header.length;
  const without = <T>(cells: readonly T[]): T[] => cells.filter((_, index) => index !== to);
  const used = new Set<number>();
  const findings: Finding[] = [];
  const rows = main.rows.map((row) => {
    const id = (row.cells[from] ?? '').trim();
    const found = byId.get(id);
    // A row wider than its header keeps what is beyond, and has no place left for the facility.
    if (id === '' || row.cells.length > width) return row;
    if (found === undefined) {
      const detail = { ...cellOf(main, row, from), value: id };
      findings.push(finding('open-data/foreign-key', 'warning', main.file, detail));
      return row;
    }
    used.add(found.row);
    const own = [...row.cells, ...Array<string>(width - row.cells.length).fill('')];
    return { ...row, cells: [...own, ...without(found.cells)] };
  });
  const table = { ...main, header: [...main.header, ...without(facility.header)], rows };
  return { table, used, findings };
}

function keyColumn(header: readonly string[], joinOn: string): number {
  return header.findIndex((label) => foldLabel(label) === foldLabel(joinOn));
}
