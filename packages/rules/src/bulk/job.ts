import type { Column } from '../column.ts';
import { RulesError, type RulesErrorCode } from '../error.ts';
import { CompiledPack } from '../internal/compiled-pack.ts';
import type { Pack } from '../pack.ts';
import { parsePeriod } from '../period.ts';
import { Simulation } from '../simulation.ts';
import { type Part, pick } from './parts.ts';

/** A value that is wanted of every member. */
export interface BulkOutput {
  readonly variable: string;
  /** The way OpenFisca writes it, `2024-01`. */
  readonly period: string;
}

/** A part of a simulation as it goes to a worker: plain data and typed arrays. */
export interface Job {
  readonly counts: readonly number[];
  readonly memberships: readonly { readonly of: Int32Array; readonly roles: Int32Array }[];
  /** Without a period: the same in every one. */
  readonly inputs: readonly {
    readonly index: number;
    readonly period?: string;
    readonly column: Column;
  }[];
  readonly outputs: readonly BulkOutput[];
}

/** What comes back. */
export type Done =
  | { readonly columns: readonly Column[]; readonly asOf: string }
  | {
      readonly error: {
        readonly code: RulesErrorCode;
        readonly en: string;
        readonly ja: string;
      };
    };

/** The part of a simulation that a worker gets. */
export function jobFor(
  simulation: Simulation,
  { members }: Part,
  outputs: readonly BulkOutput[],
): Job {
  const { pack } = simulation;
  const entityOf = (index: number): Int32Array =>
    members[pack.entityOf(pack.variable(index))] ?? new Int32Array();
  const persons = members[pack.person] ?? new Int32Array();
  return {
    counts: members.map(({ length }) => length),
    memberships: simulation.memberships.map(({ of, roles }, entity) => {
      if (entity === pack.person) return { of: new Int32Array(), roles: new Int32Array() };
      const own = pick(of, persons) as Int32Array;
      return {
        of: renumber(own, members[entity] as Int32Array),
        roles: pick(roles, persons) as Int32Array,
      };
    }),
    inputs: [
      ...Array.from(simulation.inputs(), ({ index, period, column }) => ({
        index,
        period: period.text,
        column: pick(column, entityOf(index)),
      })),
      ...Array.from(simulation.steadyInputs(), ({ index, column }) => ({
        index,
        column: pick(column, entityOf(index)),
      })),
    ],
    outputs,
  };
}

/** Groups by their place in the part. */
function renumber(of: Int32Array, groups: Int32Array): Int32Array {
  const first = groups[0] ?? 0;
  const places = new Int32Array((groups.at(-1) ?? 0) - first + 1);
  for (let at = 0; at < groups.length; at++) places[(groups[at] as number) - first] = at;
  return of.map((group) => places[group - first] as number);
}

/** Works a part out. */
export function work(pack: Pack, { counts, memberships, inputs, outputs }: Job): Done {
  try {
    const compiled = CompiledPack.of(pack);
    const simulation = new Simulation(
      compiled,
      compiled.entities.map((entity, at) => ({ entity, ids: [], count: counts[at] ?? 0 })),
      memberships,
    );
    for (const { index, period, column } of inputs) {
      if (period === undefined) simulation.setAlways(index, column);
      else simulation.set(index, parsePeriod(period), column);
    }
    const columns = outputs.map(({ variable, period }) =>
      simulation.calculate(variable, period).slice(),
    );
    return { columns, asOf: simulation.asOf };
  } catch (error) {
    if (!(error instanceof RulesError)) throw error;
    return { error: { code: error.code, en: error.message, ja: error.text.ja } };
  }
}

/** The typed arrays of a message, which change hands instead of being copied. */
export function buffersOf(columns: Iterable<Column>): ArrayBuffer[] {
  return [...columns].flatMap((column) =>
    Array.isArray(column) ? [] : [column.buffer as ArrayBuffer],
  );
}
