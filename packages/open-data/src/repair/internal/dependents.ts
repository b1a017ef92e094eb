import type { Patch } from '../patch.ts';

/** Which later patches cannot stay once others are taken back. Add those in the order of the list. */
export class Dependents {
  readonly #cells = new Set<string>();
  /** Rows of which some cell has its old text again. */
  readonly #touched = new Set<number>();
  /** Rows that are broken again: none of their cells stands where it stood. */
  readonly #broken = new Set<number>();
  readonly #labels = new Set<number>();
  readonly #columns = new Set<number>();
  /** Row → how many cells it has again. */
  readonly #widths = new Map<number, number>();
  /** Columns that hold something again. */
  readonly #filled = new Set<number>();
  /** The shortest row that is back. */
  #shortest = Number.POSITIVE_INFINITY;

  /** Notes that a patch is taken back. */
  add(patch: Patch): void {
    const { row, index } = patch;
    if (patch.kind === 'cell') {
      this.#cells.add(`${row}:${index}`);
      this.#touched.add(row);
      this.#filled.add(index);
      if (patch.width !== undefined && !this.#widths.has(row)) this.#widths.set(row, patch.width);
      this.#shortest = Math.min(this.#shortest, patch.width ?? this.#shortest);
    } else if (patch.kind === 'header') {
      this.#labels.add(index);
    } else if (patch.kind === 'joined-cells') {
      this.#broken.add(row);
      this.#touched.add(row);
    } else if (patch.kind === 'added-column') {
      this.#columns.add(index);
    } else if (patch.kind === 'removed-rows') {
      for (const { row: back, cells } of patch.rows) {
        this.#touched.add(back);
        this.#shortest = Math.min(this.#shortest, cells.length);
        for (const [at, cell] of cells.entries()) if (cell !== '') this.#filled.add(at);
      }
    }
  }

  /** Whether a patch builds on one that is taken back. */
  needs(patch: Patch): boolean {
    const { row, index } = patch;
    if (patch.kind === 'cell') {
      if (this.#cells.has(`${row}:${index}`) || this.#broken.has(row)) return true;
      const width = this.#widths.get(row);
      return this.#columns.has(index) || (width !== undefined && index >= width);
    }
    if (patch.kind === 'header') return this.#labels.has(index) || this.#columns.has(index);
    if (patch.kind === 'joined-cells') return this.#touched.has(row);
    if (patch.kind === 'removed-rows') return patch.rows.some((one) => this.#touched.has(one.row));
    // The next one stands where the one before it left off.
    if (patch.kind === 'added-column') return this.#columns.size > 0;
    return (
      this.#filled.has(index) ||
      this.#labels.has(index) ||
      this.#broken.size > 0 ||
      this.#shortest <= index
    );
  }
}
