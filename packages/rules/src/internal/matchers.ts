import type { StepPack } from '../ir.ts';
import { matcher } from './numpy.ts';

const matchers = new WeakMap<StepPack['keys'], ((...values: (number | string)[]) => number)[]>();

/** The look-ups of a rules' keys, made once. */
export function matchersOf(keys: StepPack['keys']): ((...values: (number | string)[]) => number)[] {
  let made = matchers.get(keys);
  if (made === undefined) matchers.set(keys, (made = keys.map((rows) => matcher(rows))));
  return made;
}
