import type { Finding } from '../problem.ts';
import type { Table } from '../table.ts';
import { blankExtraCells, commonWidth, missingCells } from './table-problems.ts';
import type { Tally } from './tally.ts';

type Head = Pick<Table, 'file' | 'header' | 'headerRow' | 'headerLine'>;

/**
 * Which rows have fewer or more cells than the header, met one after another. As long as all rows lack the same cells, they
 * may have one cause, which is said once; the first that differs makes each of them a problem of its own.
 */
export class Widths {
  readonly #table: Head;
  readonly #tally: Tally;
  readonly #limit: number;
  /** `#short[n]`: how many rows have `n` cells, fewer than the header. */
  readonly #short: Float64Array;
  #common: number | undefined;
  #rows = 0;
  #clean = 0;
  #waiting: { readonly row: number; readonly line: number }[] = [];
  /** Rows whose cells beyond the header are all blank. */
  blankExtras = 0;

  constructor(table: Head, tally: Tally, limit: number) {
    this.#table = table;
    this.#tally = tally;
    this.#limit = limit;
    this.#short = new Float64Array(table.header.length);
  }

  /** Whether rows as wide as the header need no more than counting. */
  get even(): boolean {
    return this.#common === undefined;
  }

  /** Counts a row as wide as the header while that is so. */
  takeEven(): void {
    this.#rows++;
  }

  /** Counts a row. True where its width is to be reported with the row's other findings. */
  take(row: number, line: number, count: number): boolean {
    const width = this.#table.header.length;
    if (count < width) this.#short[count] = (this.#short[count] ?? 0) + 1;
    if (this.#rows++ === 0 && count < width) this.#common = count;
    if (this.#common === count) {
      if (this.#waiting.length < this.#limit) this.#waiting.push({ row, line });
      return false;
    }
    this.#release();
    return count !== width;
  }

  /** Told after `take` how many findings the row has otherwise. */
  others(count: number): void {
    if (this.#common !== undefined && count === 0) this.#clean++;
  }

  /** At the end of the file. */
  finish(): void {
    if (this.#common !== undefined && this.#rows > 1) {
      this.#tally.addToFile([commonWidth(this.#table, this.#common)]);
    } else this.#release();
    if (this.blankExtras > 0) {
      this.#tally.addToFile([blankExtraCells(this.#table.file, this.blankExtras)]);
    }
  }

  /** For each column: how many rows end before it. */
  absent(): Float64Array {
    let sum = 0;
    return this.#short.map((rows) => (sum += rows));
  }

  #release(): void {
    const common = this.#common;
    if (common === undefined) return;
    this.#common = undefined;
    const rows = this.#short[common] ?? 0;
    const late: Finding[] = this.#waiting.map(({ row, line }) =>
      missingCells(this.#table, row, line, common),
    );
    this.#waiting = [];
    this.#tally.addLate(late, rows, this.#clean);
  }
}
