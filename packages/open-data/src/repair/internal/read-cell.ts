import type { Doubt } from '../kind.ts';
import type { Reason } from './draft.ts';
import type { KnownColumn } from './columns.ts';

/** One change of a cell's text. */
export interface Step extends Reason {
  readonly after: string;
}

/** What becomes of a cell: changes in order, none where it stays, and what is not clear about it. */
export interface Outcome {
  readonly steps: readonly Step[];
  readonly doubt?: Doubt;
}

const STAYS: Outcome = { steps: [] };

/**
 * Lets the kinds of a column read a filled cell, one after the other. Where the column has a format, the changes count only
 * if the text fits it in the end: half a repair is none.
 */
export function readCell({ readers, fits, free }: KnownColumn, text: string): Outcome {
  if (!free && fits(text)) return STAYS;
  const steps: Step[] = [];
  let now = text;
  let doubt: Doubt | undefined;
  for (const { code, read } of readers) {
    const reading = read(now);
    if (reading === undefined || ('after' in reading && reading.after === now)) continue;
    if ('doubt' in reading) {
      if (!free) return { steps: [], doubt: reading };
      doubt ??= reading;
      continue;
    }
    now = reading.after;
    steps.push({ code, ...reading });
    if (now === '' || (!free && fits(now))) break;
  }
  if (!free && !fits(now)) return STAYS;
  return doubt === undefined ? { steps } : { steps, doubt };
}
