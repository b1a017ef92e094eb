import { OpenDataError } from '../error.ts';
import type { Finding } from '../problem.ts';
import type { Table } from '../table.ts';
import type { Budget } from './limits.ts';

/** Where in a source the reading stands. */
export interface Context {
  readonly file: string;
  /** The part at hand; blank for the whole source. */
  readonly part: string;
  readonly depth: number;
  readonly budget: Budget;
  readonly signal?: AbortSignal | undefined;
}

/** What came of a source or a part of it. */
export interface Outcome {
  readonly tables: readonly Table[];
  /** About what is in none of the tables: parts that hold none, or could not be read. */
  readonly findings: readonly Finding[];
}

/** The context of a part inside the one at hand. */
export function inside(context: Context, name: string): Context {
  return { ...context, part: context.part === '' ? name : `${context.part}!${name}` };
}

/** A table and its findings, marked as the part they are. */
export function marked(table: Table, { part }: Pick<Context, 'part'>): Table {
  if (part === '') return table;
  return { ...table, part, problems: table.problems.map((found) => ({ part, ...found })) };
}

/** Reads a part; where that cannot be, the refusal becomes a finding and the other parts go on. */
export async function attempt(
  context: Context,
  reading: () => Outcome | Promise<Outcome>,
): Promise<Outcome> {
  try {
    return await reading();
  } catch (error) {
    if (!(error instanceof OpenDataError) || error.code === 'open-data/archive-too-large')
      throw error;
    return { tables: [], findings: [{ part: context.part, ...error.finding }] };
  }
}

/** Several outcomes as one. */
export function together(outcomes: readonly Outcome[]): Outcome {
  return {
    tables: outcomes.flatMap(({ tables }) => tables),
    findings: outcomes.flatMap(({ findings }) => findings),
  };
}
