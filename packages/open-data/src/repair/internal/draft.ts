import { cellAddress } from '../../internal/address.ts';
import { finding } from '../../internal/finding.ts';
import type { Facts, Finding } from '../../problem.ts';
import type { Table, TableKind, TableRow } from '../../table.ts';
import type { RepairCode } from '../codes.ts';
import type { Patch, PatchPlace } from '../patch.ts';
import { MutableTable } from './mutable-table.ts';

/** Why something is changed, and how sure that is. */
export interface Reason {
  readonly code: RepairCode;
  readonly confidence: number;
}

/** What a doubt mentions beside its place. */
export interface DoubtFacts extends Facts {
  /** 0-based column. */
  readonly index?: number;
}

/** A table under repair: changes go through patches, so that what is listed is what was done. */
export class Draft {
  readonly patches: Patch[] = [];
  readonly findings: Finding[] = [];
  /** 0-based column → standard column, where a repair found or made one. */
  readonly meanings: Map<number, string> = new Map();
  readonly kind: TableKind;
  readonly #table: MutableTable;
  readonly #file: string;
  readonly #headerRow: number;

  constructor(table: Table) {
    this.#table = new MutableTable(table);
    this.#file = table.file;
    this.kind = table.kind;
    this.#headerRow = table.headerRow;
  }

  get header(): readonly string[] {
    return this.#table.header;
  }

  get rows(): readonly TableRow[] {
    return this.#table.rows;
  }

  /** The cells of a row as they are now. */
  cellsOf({ row }: TableRow): readonly string[] {
    return this.#table.cellsOf(row);
  }

  /** The table as it is now. */
  table(): Table {
    return this.#table.table();
  }

  /** Gives a cell another text; a row that ends before it is lengthened. The row may be as it was before other changes. */
  setCell({ row }: TableRow, index: number, after: string, reason: Reason): void {
    const cells = this.#table.cellsOf(row);
    const place = this.#place(row, index, cells[index] ?? '', after, reason);
    const width = cells.length;
    this.#make({ kind: 'cell', ...place, ...(index >= width && { width }) });
  }

  /** Gives a header cell another text. */
  setLabel(index: number, after: string, reason: Reason): void {
    const before = this.header[index] ?? '';
    this.#make({ kind: 'header', ...this.#place(this.#headerRow, index, before, after, reason) });
  }

  /** Notes what a column means that was not known to mean it before. */
  assign(index: number, standard: string): void {
    this.meanings.set(index, standard);
  }

  /** Takes rows out, one patch for each run of rows that follow each other; `rows` are in the table's order. */
  removeRows(rows: readonly TableRow[], reason: Reason): void {
    const leaving = new Set(rows);
    let run: TableRow[] = [];
    const end = (): void => {
      const [first] = run;
      if (first === undefined) return;
      const before = first.cells.filter((cell) => cell !== '').join(' | ');
      const place = { ...this.#place(first.row, 0, before, '', reason), column: '' };
      this.#make({ kind: 'removed-rows', ...place, rows: run });
      run = [];
    };
    for (const row of this.rows) {
      if (leaving.has(row)) run.push(row);
      else end();
    }
    end();
  }

  /** Makes one cell of `count` cells from `index` on. */
  joinCells(
    { row }: TableRow,
    index: number,
    count: number,
    separator: ',' | '',
    reason: Reason,
  ): void {
    const parts = this.#table.cellsOf(row).slice(index, index + count);
    const place = this.#place(row, index, parts.join(' | '), parts.join(separator), reason);
    this.#make({ kind: 'joined-cells', ...place, parts, separator });
  }

  /** Adds a blank column to the right and returns where it stands. */
  addColumn(label: string, reason: Reason): number {
    const index = this.header.length;
    const place = { ...this.#place(this.#headerRow, index, '', label, reason), column: label };
    this.#make({ kind: 'added-column', ...place });
    return index;
  }

  /** Takes a blank column out. */
  removeColumn(index: number, reason: Reason): void {
    const short: [number, number][] = [];
    let open = false;
    for (const { row, cells } of this.rows) {
      const last = short.at(-1);
      if (cells.length > index) open = false;
      else if (open && last !== undefined) last[1] = row;
      else {
        short.push([row, row]);
        open = true;
      }
    }
    const before = this.header[index] ?? '';
    const place = this.#place(this.#headerRow, index, before, '', reason);
    this.#make({ kind: 'removed-column', ...place, short });
  }

  /** Names a cell, or the header where no row is given, and leaves it as it is. */
  doubt(code: RepairCode, row: TableRow | undefined, { index, ...facts }: DoubtFacts = {}): void {
    const where = row ?? { row: this.#headerRow, line: undefined, cells: this.header };
    const before = index === undefined ? undefined : where.cells[index];
    this.findings.push(
      finding(code, 'warning', this.#file, {
        row: where.row,
        ...(where.line !== undefined && { line: where.line }),
        ...(index !== undefined && { index, column: this.header[index] }),
        ...(before !== undefined && { before, value: before }),
        ...facts,
      }),
    );
  }

  #place(
    row: number,
    index: number,
    before: string,
    after: string,
    { code, confidence }: Reason,
  ): PatchPlace {
    const column = this.header[index] ?? '';
    return { code, row, index, cell: cellAddress(index, row), column, before, after, confidence };
  }

  #make(patch: Patch): void {
    this.#table.apply(patch);
    this.patches.push(patch);
  }
}
