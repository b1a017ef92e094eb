import { RulesError } from '../error.ts';
import type { Period } from '../period.ts';

/** A value that needs itself. */
export function cycle(name: string, period: Period): RulesError {
  return new RulesError('rules/cycle', {
    ja: `「${name}」の${period.text}の値が、自分自身を必要としています。`,
    en: `The value of "${name}" for ${period.text} needs itself. State one of its inputs.`,
  });
}

/** A value that needs the same variable for one period after another. */
export function spiral(name: string, period: Period): RulesError {
  return new RulesError('rules/spiral', {
    ja: `「${name}」が、${period.text}の同じ変数を必要とし、終わりません。`,
    en: `"${name}" needs the same variable for ${period.text}, without an end. State an earlier value as an input.`,
  });
}
