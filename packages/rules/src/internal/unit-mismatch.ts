import { RulesError } from '../error.ts';
import type { Variable } from '../pack.ts';
import type { Period } from '../period.ts';

/** A variable of months was asked for, or stated, for a year. */
export function unitMismatch(variable: Variable, period: Period): RulesError {
  const { name, unit } = variable;
  return new RulesError('rules/period-mismatch', {
    ja: `変数「${name}」の期間の単位は${unit}です。${period.text}には使えません。`,
    en: `The variable "${name}" is defined per ${unit}; ${period.text} is not one ${unit}. Use a period of that unit, or a conversion (add, divide).`,
  });
}
