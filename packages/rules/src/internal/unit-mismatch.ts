import { RulesError } from '../error.ts';
import type { Variable } from '../pack.ts';
import type { Period } from '../period.ts';

/** A variable of months was asked for, or stated, for a year. */
export function unitMismatch(variable: Variable, period: Period): RulesError {
  return new RulesError('rules/period-mismatch', [variable.name, variable.unit, period.text]);
}
