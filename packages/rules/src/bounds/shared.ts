import { matchersOf } from '../internal/matchers.ts';
import type { StepPack } from '../ir.ts';
import type { Simulation } from '../simulation.ts';
import { Members } from './members.ts';
import { type Asked, finder, type FindInput, type Open } from './unknown.ts';

/** What all evaluators of one question have in common. */
export interface Shared {
  readonly simulation: Simulation;
  readonly rules: StepPack;
  readonly matchers: readonly ((...values: (number | string)[]) => number)[];
  readonly members: Members;
  /** More than any entity has members. */
  readonly stride: number;
  readonly find: FindInput;
}

/** What evaluators for the same unknown inputs share. */
export function share(
  simulation: Simulation,
  rules: StepPack,
  inputs: readonly Open[],
  asked: Map<string, Asked>,
): Shared {
  const find = finder(inputs, asked);
  const stride = Math.max(...simulation.populations.map(({ count }) => count)) + 1;
  return {
    simulation,
    rules,
    stride,
    matchers: matchersOf(rules.keys),
    members: new Members(simulation),
    find,
  };
}
