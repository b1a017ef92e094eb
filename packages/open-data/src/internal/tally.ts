import type { Finding, Severity } from '../problem.ts';

/** How often one code was found. */
export interface ProblemCount {
  readonly code: string;
  readonly severity: Severity;
  readonly count: number;
}

/** Counts every finding, and keeps those of the first rows that have any. */
export class Tally {
  readonly #limit: number;
  readonly #counts = new Map<string, { code: string; severity: Severity; count: number }>();
  readonly #kept: Finding[] = [];
  /** How many rows have findings. */
  rows = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Findings about the file, which are few and all kept. */
  addToFile(findings: readonly Finding[]): void {
    for (const one of findings) {
      this.#count(one.code, one.severity, 1);
      this.#kept.push(one);
    }
  }

  /** All findings of one row, given at once. */
  addRow(findings: readonly Finding[]): void {
    if (findings.length === 0) return;
    for (const one of findings) this.#count(one.code, one.severity, 1);
    if (++this.rows > this.#limit) return;
    for (const one of findings) this.#kept.push(one);
  }

  /**
   * The same finding in many rows, told late: the first of them, how many they are, and how many of those rows have no
   * other finding.
   */
  addLate(first: readonly Finding[], count: number, otherwiseClean: number): void {
    const [one] = first;
    if (one === undefined) return;
    this.#count(one.code, one.severity, count);
    this.rows += otherwiseClean;
    for (const finding of first) this.#kept.push(finding);
  }

  get counts(): ProblemCount[] {
    return [...this.#counts.values()].sort((a, b) => b.count - a.count);
  }

  /** In the file's order, what is about the whole file first. `isHead` tells the rows of the file's own head. */
  findings(isHead: (row: number) => boolean): Finding[] {
    const sorted = this.#kept.sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
    const rows = new Set<number>();
    return sorted.filter(({ row }) => {
      if (row === undefined || isHead(row)) return true;
      rows.add(row);
      return rows.size <= this.#limit;
    });
  }

  #count(code: string, severity: Severity, by: number): void {
    const key = `${code} ${severity}`;
    const known = this.#counts.get(key);
    if (known === undefined) this.#counts.set(key, { code, severity, count: by });
    else known.count += by;
  }
}
