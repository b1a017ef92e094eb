import * as trace from '@yokoten/rules/trace';
import type { Check } from '../open/check.ts';
import type { Questions } from '../open/questions.ts';
import { standingFrom } from '../result/standing.ts';
import type { Asked, Told } from './context.ts';

/** One check for the same questions: what was worked out with it is kept by it. */
const checks = new WeakMap<Questions, Check>();

/**
 * What can be told of what is known.
 * @throws RulesError where the rules cannot be worked out
 */
export function tell({ check: questions, asking }: Asked): Told {
  const check = checks.get(questions) ?? { ...questions, trace };
  checks.set(questions, check);
  return { check, standing: standingFrom(check, asking) };
}
