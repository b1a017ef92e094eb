import type { Step } from '@yokoten/rules/trace';

/**
 * Which values of a formula can be worked out in the same loop. A sum over the members of a group is complete only when the
 * loop over the persons is; what uses it comes a stage later.
 */
export interface Stages {
  /** Stage of each step. */
  readonly stageOf: readonly number[];
  /** Steps whose values must stand in an array, because another loop reads them. */
  readonly kept: ReadonlySet<number>;
  /** How often each step is used. */
  readonly uses: readonly number[];
}

/** Values that stand in an array from the start: they can be read in any loop. */
export function isColumn(step: Step): boolean {
  return step.op === 'get' || step.op === 'count';
}

/** Steps that are filled in by a loop over other members than those they belong to. */
export function isGathered(step: Step): boolean {
  return ['sum', 'any', 'all', 'most', 'least', 'holder', 'rank'].includes(step.op);
}

/** Plans the loops for steps in order; `result` is used once more. */
export function planStages(steps: readonly Step[], results: readonly number[]): Stages {
  const stageOf: number[] = [];
  const kept = new Set<number>();
  const uses = steps.map(() => 0);
  for (const result of results) uses[result] = (uses[result] ?? 0) + 1;
  for (const step of steps) {
    const args = step.args ?? [];
    for (const arg of args) uses[arg] = (uses[arg] ?? 0) + 1;
    const gathered = isGathered(step);
    const crossing = gathered || step.op === 'project';
    let stage = 0;
    for (const arg of args) {
      const from = steps[arg] as Step;
      if (from.axis < 0) continue;
      const ready = isColumn(from) || from.op === 'role';
      const atHand = step.op === 'project' && (isColumn(from) || isGathered(from));
      const later = crossing && !atHand ? 1 : 0;
      stage = Math.max(stage, (ready ? 0 : (stageOf[arg] ?? 0)) + later);
    }
    stageOf.push(stage);
    for (const arg of args) {
      const from = steps[arg] as Step;
      if (from.axis < 0 || isColumn(from) || isGathered(from)) continue;
      const wholeArray = step.op === 'rank' || step.op === 'project';
      const otherLoop = !crossing && (stageOf[arg] ?? 0) < stage && from.op !== 'role';
      if (wholeArray || otherLoop) kept.add(arg);
    }
  }
  return { stageOf, kept, uses };
}
