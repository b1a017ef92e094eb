import type { Step } from '../ir.ts';
import { type Cell, isSettled, join, spanOf } from './cell.ts';
import { elementwise } from './elementwise.ts';
import type { Taken } from './narrow.ts';
import { exactly, isFalse, isTrue } from './span.ts';

/** Conditions of a choice that are taken to fail for those after them. */
const MOST_FAILED = 12;

/** How a choice reads its parts; `F` is what they are read in. */
export interface Choosing<F> {
  readonly read: (from: F, position: number, member: number) => Cell;
  /**
   * Where a condition holds, or not: something to read `targets` in, the same where it makes no difference to them; nothing where
   * it cannot be so.
   */
  readonly suppose: (from: F, taken: Taken, targets: readonly number[]) => F | undefined;
}

/** What a choice can yield: each way where its condition holds and those before it do not. */
export function chooseCell<F>(
  { read, suppose }: Choosing<F>,
  outside: F,
  args: readonly number[],
  member: number,
): Cell {
  let found: Cell | undefined;
  let inside = outside;
  const add = (from: F, position: number): Cell => {
    const value = read(from, position, member);
    return found === undefined ? value : join(found, value);
  };
  const last = args.at(-1) as number;
  for (let i = 0; i + 1 < args.length; i += 2) {
    const [at, way] = [args[i] as number, args[i + 1] as number];
    const condition = spanOf(read(inside, at, member));
    if (isFalse(condition)) continue;
    if (isTrue(condition)) return add(inside, way);
    const yes = suppose(inside, { position: at, member, holds: true }, [way]);
    if (yes !== undefined) found = add(yes, way);
    if (i >= MOST_FAILED * 2) continue;
    const no = suppose(inside, { position: at, member, holds: false }, args.slice(i + 2));
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
  member: number,
): Cell {
  const [first = 0, second] = step.args ?? [];
  const { kind } = steps[first] as Step;
  const left = choosing.read(frame, first, member);
  if (second === undefined) return elementwise(step, left, left, kind);
  const right = choosing.read(frame, second, member);
  if (isSettled(left) || isSettled(right)) return elementwise(step, left, right, kind);
  if (step.kind === 'bool') return logicalCell(choosing, frame, step, [left, right], member);
  if (step.op === 'mul')
    for (const [mask, truth, other, isFirst] of [
      [first, left, second, true],
      [second, right, first, false],
    ] as const) {
      const { lo, hi } = spanOf(truth);
      if (lo !== 0 || hi === 0 || !isMask(steps, mask)) continue;
      const inside = choosing.suppose(frame, { position: mask, member, holds: true }, [other]);
      if (inside === undefined) return exactly(0);
      if (inside === frame) continue;
      const value = choosing.read(inside, other, member);
      const [a, b] = isFirst ? [exactly(1), value] : [value, exactly(1)];
      return join(exactly(0), elementwise(step, a, b, kind));
    }
  return elementwise(step, left, right, kind);
}

/** The second truth value counts only where the first does not decide: then the first is known. */
function logicalCell<F>(
  { read, suppose }: Choosing<F>,
  frame: F,
  step: Step,
  [left, right]: readonly [Cell, Cell],
  member: number,
): Cell {
  const { op } = step;
  const [first = 0, second = 0] = step.args ?? [];
  const all = op === 'mul' || op === 'and' || op === 'min';
  if (!all && op !== 'add' && op !== 'or' && op !== 'max')
    return elementwise(step, left, right, 'bool');
  const inside = suppose(frame, { position: first, member, holds: all }, [second]);
  if (inside === undefined) return exactly(all ? 0 : 1);
  const value = inside === frame ? right : read(inside, second, member);
  return elementwise(step, left, value, 'bool');
}

/** A truth value, as such or as a number. */
function isMask(steps: readonly Step[], position: number): boolean {
  const step = steps[position] as Step;
  return step.kind === 'bool' || (step.op === 'cast' && steps[step.args[0]]?.kind === 'bool');
}
