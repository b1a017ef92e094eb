import type { Step } from '../ir.ts';
import { type Cell, isSettled } from './cell.ts';
import type { Reliance } from './reliance.ts';
import { between, exactly, isFalse, isTrue, oneOf, type Span } from './span.ts';

/** What a step's value can be, and the unknown inputs that this relies on; on none where only one value is left. */
export interface Held {
  readonly cell: Cell;
  readonly by: Reliance;
}

/** A step's value, narrowed by what is taken for true. */
export interface Narrowed extends Held {
  readonly position: number;
  readonly member: number;
}

/** What narrowing looks things up in. */
export interface Reading {
  readonly steps: readonly Step[];
  readonly look: (position: number, member: number) => Held;
  /** The group that a person belongs to. */
  readonly groupOf: (entity: number, person: number) => number;
}

/** What is taken for true: a step's truth for a member. */
export interface Taken {
  readonly position: number;
  readonly member: number;
  readonly holds: boolean;
}

/**
 * What follows where a condition is taken to hold, or not to: for it, and for what it is made of.
 * @returns nothing where it cannot be so
 */
export function narrow(reading: Reading, taken: Taken): Narrowed[] | undefined {
  const found: Narrowed[] = [];
  const open = [taken];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const { cell } = reading.look(one.position, one.member);
    if (!('lo' in cell)) continue;
    if (one.holds ? isFalse(cell) : isTrue(cell)) return undefined;
    if (isSettled(cell)) continue;
    const step = reading.steps[one.position] as Step;
    if (step.kind === 'bool' && step.op !== 'const')
      found.push({ ...one, cell: exactly(one.holds ? 1 : 0), by: 0n });
    if (!narrowParts(reading, step, one, open, found)) return undefined;
  }
  return found;
}

function narrowParts(
  reading: Reading,
  step: Step,
  { member, holds }: Taken,
  open: Taken[],
  found: Narrowed[],
): boolean {
  const [first = 0, second = first] = step.args ?? [];
  switch (step.op) {
    case 'not':
      open.push({ position: first, member, holds: !holds });
      return true;
    case 'invert':
      if (step.kind === 'bool') open.push({ position: first, member, holds: !holds });
      return true;
    case 'cast':
      if (reading.steps[first]?.kind === 'bool') open.push({ position: first, member, holds });
      return true;
    case 'project':
      if (holds)
        open.push({ position: first, member: reading.groupOf(step.entity, member), holds });
      return true;
    case 'mul':
    case 'and':
    case 'min':
    case 'add':
    case 'or':
    case 'max': {
      if (step.kind !== 'bool') return true;
      const all = step.op === 'mul' || step.op === 'and' || step.op === 'min';
      takeBoth(reading, [first, second], { member, holds, all }, open);
      return true;
    }
    case 'eq':
    case 'ne':
    case 'lt':
    case 'le':
    case 'gt':
    case 'ge':
      return narrowSides(reading, step.op, [first, second], { member, holds }, found);
    default:
      return true;
  }
}

/** Of *and* that holds, both hold; of one that does not, the second fails where the first is certain. The same for *or*. */
function takeBoth(
  { look }: Reading,
  [first, second]: readonly [number, number],
  {
    member,
    holds,
    all,
  }: { readonly member: number; readonly holds: boolean; readonly all: boolean },
  open: Taken[],
): void {
  const certain = (position: number): boolean => {
    const { cell } = look(position, member);
    return 'lo' in cell && (all ? isTrue(cell) : isFalse(cell));
  };
  if (holds === all || certain(second)) open.push({ position: first, member, holds });
  if (holds === all || certain(first)) open.push({ position: second, member, holds });
}

const OPPOSITE = { eq: 'ne', ne: 'eq', lt: 'ge', ge: 'lt', le: 'gt', gt: 'le' } as const;
const TURNED = { eq: 'eq', ne: 'ne', lt: 'gt', gt: 'lt', le: 'ge', ge: 'le' } as const;
type Comparison = keyof typeof OPPOSITE;

function narrowSides(
  reading: Reading,
  op: Comparison,
  [first, second]: readonly [number, number],
  { member, holds }: { readonly member: number; readonly holds: boolean },
  found: Narrowed[],
): boolean {
  const meant = holds ? op : OPPOSITE[op];
  const [a, b] = [reading.look(first, member), reading.look(second, member)];
  if (!('lo' in a.cell) || !('lo' in b.cell)) return true;
  const by = a.by | b.by;
  const sides = [
    [first, a.cell, keepWhere(meant, a.cell, b.cell)],
    [second, b.cell, keepWhere(TURNED[meant], b.cell, a.cell)],
  ] as const;
  for (const [position, before, after] of sides) {
    if (after === undefined) return false;
    const step = reading.steps[position];
    if (after !== before && step !== undefined && step.op !== 'const')
      found.push({
        position,
        member,
        cell: after,
        by: after.lo === after.hi ? 0n : by,
      });
  }
  return true;
}

/** What of `a` can stand in that relation to something of `b`; nothing where none can. */
function keepWhere(op: Comparison, a: Span, b: Span): Span | undefined {
  if (a.values !== undefined) {
    const kept = a.values.filter((value) => canBe(op, value, b));
    return kept.length === a.values.length ? a : kept.length === 0 ? undefined : oneOf(kept);
  }
  const most = op === 'eq' || op === 'lt' || op === 'le' ? Math.min(a.hi, b.hi) : a.hi;
  const least = op === 'eq' || op === 'gt' || op === 'ge' ? Math.max(a.lo, b.lo) : a.lo;
  if (least > most) return undefined;
  return least === a.lo && most === a.hi ? a : between(least, most);
}

function canBe(op: Comparison, value: number, { lo, hi, values }: Span): boolean {
  switch (op) {
    case 'eq':
      return values === undefined ? value >= lo && value <= hi : values.includes(value);
    case 'ne':
      return lo !== hi || value !== lo;
    case 'lt':
      return value < hi;
    case 'le':
      return value <= hi;
    case 'gt':
      return value > lo;
    default:
      return value >= lo;
  }
}
