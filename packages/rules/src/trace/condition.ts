import { readable, type Value } from '../readable.ts';
import { dayOf, isoDate } from '../calendar.ts';
import type { Step } from '../ir.ts';
import type { Entity } from '../pack.ts';
import { flatRoles } from '../population.ts';
import type { Simulation } from '../simulation.ts';
import type { Cell, Frame } from './frame.ts';
import { periodOf } from './when.ts';

/** One side of a comparison. */
export interface Term {
  readonly value: Value;
  /** The variable it is, or is made of by rounding and the like. */
  readonly variable?: string;
  /** The figure of the law it is. */
  readonly parameter?: string;
  /** Keys of the roles whose members it counts. */
  readonly count?: readonly string[];
  /** It stands in the formula as it is. */
  readonly constant?: true;
  /** What the source calls it. */
  readonly name?: string;
}

/** A comparison that a formula made: `income <= limit`. */
export interface Condition {
  readonly op: 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge';
  readonly left: Term;
  readonly right: Term;
  readonly holds: boolean;
  /** Position in the population of whom it is about. */
  readonly member: number;
  /** Line in the source, from 1. */
  readonly line?: number;
  /** What the source calls the comparison. */
  readonly name?: string;
}

const COMPARISONS: ReadonlySet<string> = new Set(['eq', 'ne', 'lt', 'le', 'gt', 'ge']);
/** Of one formula; tables written out as comparisons are no explanation. */
const MOST = 60;

/** Whether a step compares two values. */
export function isComparison(
  step: Step | undefined,
): step is Step & { op: Condition['op']; args: readonly [number, number] } {
  return step !== undefined && COMPARISONS.has(step.op);
}

/** A comparison with its values, as a person reads them. */
export function conditionOf(
  simulation: Simulation,
  frame: Frame<number>,
  position: number,
  member: number,
): Condition | undefined {
  const step = frame.steps[position];
  const value = frame.memo.get(frame.steps, position, member);
  if (!isComparison(step) || value === undefined) return undefined;
  const [left, right] = step.args.map((arg) => termOf(simulation, frame, arg, member));
  if (left === undefined || right === undefined) return undefined;
  return {
    op: step.op,
    left: { value: shown(simulation, left, right), ...left.origin },
    right: { value: shown(simulation, right, left), ...right.origin },
    holds: value !== 0,
    member,
    ...(step.line !== undefined && { line: step.line }),
    ...(step.name !== undefined && { name: step.name }),
  };
}

/**
 * The comparisons that a formula made on its way to a value. Of a row of "is it this one?", only the one that it is stays.
 */
export function conditionsOf(simulation: Simulation, frame: Frame<number>): Condition[] {
  const found: Condition[] = [];
  for (const [position, step] of frame.steps.entries()) {
    if (!isComparison(step)) continue;
    for (const member of frame.memo.members(position)) {
      const condition = conditionOf(simulation, frame, position, member);
      if (condition !== undefined) found.push(condition);
    }
  }
  const asked = (one: Condition): string =>
    `${one.member} ${one.left.variable ?? one.left.name ?? ''}`;
  const times = new Map<string, number>();
  for (const one of found)
    if (one.op === 'eq') times.set(asked(one), (times.get(asked(one)) ?? 0) + 1);
  return found
    .filter((one) => one.op !== 'eq' || one.holds || times.get(asked(one)) === 1)
    .slice(0, MOST);
}

interface RawTerm {
  readonly raw: Cell<number>;
  readonly kind: Step['kind'];
  readonly origin: Omit<Term, 'value'>;
}

function termOf(
  simulation: Simulation,
  frame: Frame<number>,
  position: number,
  member: number,
): RawTerm | undefined {
  const raw = frame.memo.get(frame.steps, position, member);
  const step = frame.steps[position];
  if (raw === undefined || step === undefined) return undefined;
  const { pack } = simulation;
  const from = throughCasts(frame.steps, position);
  return {
    raw,
    kind: step.kind,
    origin: {
      ...(from?.op === 'get' && { variable: pack.variable(from.variable).name }),
      ...(from !== undefined &&
        'parameter' in from && { parameter: pack.parameter(from.parameter).path }),
      ...(from?.op === 'const' && { constant: true }),
      ...(from?.op === 'count' && { count: rolesIn(pack.entities[from.entity], from.mask) }),
      ...(step.name !== undefined && { name: step.name }),
    },
  };
}

/** Keys of the roles that a mask stands for. */
export function rolesIn(entity: Entity | undefined, mask: number): string[] {
  if (entity === undefined) return [];
  return flatRoles(entity).flatMap(({ key }, bit) => ((mask & (1 << bit)) === 0 ? [] : [key]));
}

/** What a value is before it was only rounded, cast, or handed from group to member. */
function throughCasts(steps: readonly Step[], position: number): Step | undefined {
  let step = steps[position];
  while (
    step !== undefined &&
    (step.op === 'cast' || step.op === 'round' || step.op === 'floor' || step.op === 'project')
  )
    step = steps[step.args[0]];
  return step;
}

/** Positions of an enum by name, days as dates: as the variable on either side has them. */
function shown(simulation: Simulation, own: RawTerm, other: RawTerm): Value {
  if (typeof own.raw === 'string') return own.raw;
  const name = own.origin.variable ?? other.origin.variable;
  const variable =
    name === undefined ? undefined : simulation.pack.variable(simulation.pack.indexOf(name));
  if (variable?.type === 'enum') return variable.values?.[own.raw] ?? own.raw;
  if (own.kind === 'date') return isoDate(dayOf(own.raw));
  if (own.kind === 'bool') return own.raw !== 0;
  return own.origin.variable !== undefined && variable?.type === 'float'
    ? readable(variable, own.raw)
    : own.raw;
}

/** The period in which a formula asked for a variable. */
export function askedPeriod(
  frame: Frame<number>,
  step: Extract<Step, { op: 'get' }>,
): ReturnType<typeof periodOf> {
  return periodOf(step.when, frame.period, (position) =>
    Number(frame.memo.get(frame.steps, position, frame.member) ?? 0),
  );
}
