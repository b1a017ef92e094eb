import { OpenDataError } from '../../error.ts';
import { finding } from '../../internal/finding.ts';
import type { Table, TableRow } from '../../table.ts';
import type { CellPatch, JoinedCellsPatch, Patch, RemovedRowsPatch } from '../patch.ts';

/**
 * A table that patches are applied to and taken back from. Rows and cells are copied when they first change, so that
 * the table it began with stays as it is. Rows are told apart by their number and stand in its order.
 */
export class MutableTable {
  readonly header: string[];
  readonly #source: Table;
  #rows: TableRow[];
  #own = new Set<number>();
  /** Rows to leave out, or to put back, once something else has to be done: many at a time cost as much as one. */
  #leaving = new Set<number>();
  #returning: TableRow[] = [];

  constructor(source: Table) {
    this.#source = source;
    this.header = [...source.header];
    this.#rows = [...source.rows];
  }

  /** The rows as they are now. */
  get rows(): readonly TableRow[] {
    this.#settle();
    return this.#rows;
  }

  /** The table as it is now. */
  table(): Table {
    return { ...this.#source, header: [...this.header], rows: [...this.rows] };
  }

  /** The cells of the row with this number as they are now; none where there is no such row. */
  cellsOf(row: number): readonly string[] {
    this.#settle();
    return this.#rows[this.#find(row)]?.cells ?? [];
  }

  /** Does what the patch says. @throws OpenDataError `open-data/patch-mismatch` */
  apply(patch: Patch): void {
    if (patch.kind === 'removed-rows') {
      this.#leave(patch);
      return;
    }
    this.#settle();
    if (patch.kind === 'cell') this.#write(patch);
    else if (patch.kind === 'header') this.#label(patch, patch.before, patch.after);
    else if (patch.kind === 'joined-cells') {
      const { index, parts, separator } = patch;
      this.#splice(patch, index, parts, [parts.join(separator)]);
    } else if (patch.kind === 'added-column') {
      this.#column(patch, patch.index === this.header.length);
      this.header.push(patch.after);
      this.#each(
        ({ cells }) => cells.length > patch.index,
        (cells) => cells.splice(patch.index, 0, ''),
      );
    } else {
      this.#column(patch, this.header[patch.index] === patch.before);
      this.header.splice(patch.index, 1);
      const blank = this.#rows.every(({ cells }) => (cells[patch.index] ?? '') === '');
      this.#column(patch, blank);
      this.#each(
        ({ cells }) => cells.length > patch.index,
        (cells) => cells.splice(patch.index, 1),
      );
    }
  }

  /** Undoes what the patch did. @throws OpenDataError `open-data/patch-mismatch` */
  takeBack(patch: Patch): void {
    if (patch.kind === 'removed-rows') {
      this.#returning.push(...patch.rows.toReversed());
      return;
    }
    this.#settle();
    if (patch.kind === 'cell') this.#restore(patch);
    else if (patch.kind === 'header') this.#label(patch, patch.after, patch.before);
    else if (patch.kind === 'joined-cells') {
      const { index, parts, separator } = patch;
      this.#splice(patch, index, [parts.join(separator)], parts);
    } else if (patch.kind === 'added-column') {
      this.#column(patch, this.header[patch.index] === patch.after);
      this.header.splice(patch.index, 1);
      this.#each(
        ({ cells }) => cells.length > patch.index,
        (cells) => cells.splice(patch.index, 1),
      );
    } else {
      this.#column(patch, patch.index <= this.header.length);
      this.header.splice(patch.index, 0, patch.before);
      const reaches = notIn(patch.short);
      this.#each(
        ({ row, cells }) => cells.length >= patch.index && reaches(row),
        (cells) => cells.splice(patch.index, 0, ''),
      );
    }
  }

  /** The rows of a patch follow each other, but for those that left just before. */
  #leave(patch: RemovedRowsPatch): void {
    let at = this.#find(patch.row);
    for (const { row, cells } of patch.rows) {
      while (at >= 0 && (this.#rows[at]?.row ?? row) < row) at++;
      const found = this.#rows[at];
      if (found?.row !== row || !sameCells(found.cells, cells)) throw this.#mismatch(patch);
      this.#leaving.add(row);
    }
  }

  #write(patch: CellPatch): void {
    const { index, before, after, width } = patch;
    const cells = this.#cells(patch);
    if (width === undefined ? index >= cells.length : cells.length !== width || index < width) {
      throw this.#mismatch(patch);
    }
    if (index >= this.header.length && width !== undefined) throw this.#mismatch(patch);
    if ((cells[index] ?? '') !== before) throw this.#mismatch(patch);
    while (cells.length <= index) cells.push('');
    cells[index] = after;
  }

  #restore(patch: CellPatch): void {
    const { index, before, after, width } = patch;
    const cells = this.#cells(patch);
    if (cells[index] !== after) throw this.#mismatch(patch);
    cells[index] = before;
    if (width !== undefined) cells.length = width;
  }

  #label(patch: Patch, from: string, to: string): void {
    this.#column(patch, this.header[patch.index] === from);
    this.header[patch.index] = to;
  }

  #splice(
    patch: JoinedCellsPatch,
    index: number,
    from: readonly string[],
    to: readonly string[],
  ): void {
    const cells = this.#cells(patch);
    if (!sameCells(cells.slice(index, index + from.length), from)) throw this.#mismatch(patch);
    cells.splice(index, from.length, ...to);
  }

  #column(patch: Patch, fits: boolean): void {
    if (!fits) throw this.#mismatch(patch);
  }

  #each(when: (row: TableRow) => boolean, change: (cells: string[]) => void): void {
    for (const [at, row] of this.#rows.entries()) if (when(row)) change(this.#owned(at, row));
  }

  #cells(patch: Patch): string[] {
    const at = this.#find(patch.row);
    const row = this.#rows[at];
    if (row === undefined) throw this.#mismatch(patch);
    return this.#owned(at, row);
  }

  /** The cells of a row, as a copy of this table's own. */
  #owned(at: number, row: TableRow): string[] {
    if (this.#own.has(row.row)) return row.cells as string[];
    const cells = [...row.cells];
    this.#rows[at] = { ...row, cells };
    this.#own.add(row.row);
    return cells;
  }

  /** Where the row with this number stands, -1 where there is none. */
  #find(row: number): number {
    let low = 0;
    let high = this.#rows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#rows[middle]?.row ?? 0) < row) low = middle + 1;
      else high = middle;
    }
    return this.#rows[low]?.row === row ? low : -1;
  }

  #settle(): void {
    if (this.#leaving.size > 0) {
      this.#rows = this.#rows.filter(({ row }) => !this.#leaving.has(row));
      this.#leaving = new Set();
    }
    if (this.#returning.length > 0) {
      for (const { row } of this.#returning) this.#own.delete(row);
      this.#rows = [...this.#rows, ...this.#returning].sort((a, b) => a.row - b.row);
      this.#returning = [];
    }
  }

  #mismatch({ row, index, before }: Patch): OpenDataError {
    const where = { row, index, column: this.header[index], value: before };
    return new OpenDataError(
      finding('open-data/patch-mismatch', 'error', this.#source.file, where),
    );
  }
}

function sameCells(one: readonly string[] | undefined, other: readonly string[]): boolean {
  return one?.length === other.length && other.every((cell, at) => cell === one[at]);
}

/** Whether a row number lies in none of the ranges, which are in order. */
function notIn(ranges: readonly (readonly [number, number])[]): (row: number) => boolean {
  let at = 0;
  return (row) => {
    let range = ranges[at];
    while (range !== undefined && range[1] < row) range = ranges[++at];
    return range === undefined || row < range[0];
  };
}
