/** What a peer that checks answers. */
export interface Answer {
  readonly rows: number;
  /** Code → how often; rules nobody broke are left out. */
  readonly counts: Readonly<Record<string, number>>;
  /** `row code column` of the first rows that break a rule. */
  readonly first: readonly string[];
  /** Per column: blank cells. */
  readonly missing: readonly number[];
}

/** How a file was refused; without a file, what an idle process takes. */
export interface Refusal {
  readonly code: string | null;
  readonly seconds: number;
}

export const ROWS_KEPT = 1000;
