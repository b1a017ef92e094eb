import type { Step } from '../ir.ts';
import { type Cell, isSettled, join, spanOf } from './cell.ts';
import { elementwise } from './elementwise.ts';
import { exactly, isFalse, isTrue } from './span.ts';

/** Conditions of a choice that are taken to fail for those after them. */
const MOST_FAILED = 12;

/** How a choice reads its parts; `F` is what they are read in. */
export interface Choosing<F> {
  readonly read: (from: F, position: number) => Cell;
  /**
   * Where a condition holds, or not: something to read `targets` in, the same where it makes no difference to them; nothing where
   * it cannot be so.
   */
  readonly suppose: (
    from: F,
    condition: number,
    holds: boolean,
    targets: readonly number[],
  ) => F | undefined;
}

/** What a choice can yield: each way where its condition holds and those before it do not. */
export function chooseCell<F>(
  { read, suppose }: Choosing<F>,
  outside: F,
  args: readonly number[],
): Cell {
  let found: Cell | undefined;
  let inside = outside;
  const add = (from: F, position: number): Cell => {
    const value = read(from, position);
    return found === undefined ? value : join(found, value);
  };
  const last = args.at(-1) as number;
  for (let i = 0; i + 1 < args.length; i += 2) {
    const [at, way] = [args[i] as number, args[i + 1] as number];
    const condition = spanOf(read(inside, at));
    if (isFalse(condition)) continue;
    if (isTrue(condition)) return add(inside, way);
    const yes = suppose(inside, at, true, [way]);
    if (yes !== undefined) found = add(yes, way);
    if (i >= MOST_FAILED * 2) continue;
    const no = suppose(inside, at, false, args.slice(i + 2));
    if (no === undefined) return found ?? add(inside, last);
    inside = no;
  }
  return add(inside, last);
}

/** What an operation on one or two steps can yield; what a truth value is multiplied with counts only where that holds. */
export function combineCells<F>(
  choosing: Choosing<F>,
  frame: F,
  step: Step,
  steps: readonly Step[],
): Cell {
  const { read, suppose } = choosing;
  const args = step.args ?? [];
  const cells = args.map((arg) => read(frame, arg));
  const [first = 0, second = first] = args;
  const { kind } = steps[first] as Step;
  if (args.length === 2 && step.kind === 'bool' && !cells.some((cell) => isSettled(cell))) {
    // The second counts only where the first does not decide: then the first is known.
    const all = step.op === 'mul' || step.op === 'and' || step.op === 'min';
    if (all || step.op === 'add' || step.op === 'or' || step.op === 'max') {
      const inside = suppose(frame, first, all, [second]);
      if (inside === undefined) return exactly(all ? 0 : 1);
      if (inside !== frame) cells[1] = read(inside, second);
    }
  } else if (step.op === 'mul' && step.kind !== 'bool') {
    return maskedCell(choosing, frame, step, steps, cells) ?? elementwise(step, cells, kind);
  }
  return elementwise(step, cells, kind);
}

function maskedCell<F>(
  { read, suppose }: Choosing<F>,
  frame: F,
  step: Step,
  steps: readonly Step[],
  cells: readonly Cell[],
): Cell | undefined {
  const [first = 0, second = 0] = step.args ?? [];
  for (const [mask, other, at] of [
    [first, second, 1],
    [second, first, 0],
  ] as const) {
    const [truth, value] = [spanOf(cells[1 - at] ?? []), cells[at] ?? []];
    if (truth.lo !== 0 || truth.hi === 0 || !isMask(steps, mask) || isSettled(value)) continue;
    const inside = suppose(frame, mask, true, [other]);
    if (inside === undefined) return exactly(0);
    if (inside === frame) continue;
    const one = at === 1 ? [exactly(1), read(inside, other)] : [read(inside, other), exactly(1)];
    return join(exactly(0), elementwise(step, one, (steps[first] as Step).kind));
  }
  return undefined;
}

/** A truth value, as such or as a number. */
function isMask(steps: readonly Step[], position: number): boolean {
  const step = steps[position] as Step;
  return step.kind === 'bool' || (step.op === 'cast' && steps[step.args[0]]?.kind === 'bool');
}
