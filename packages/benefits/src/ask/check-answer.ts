import type { Value } from '@yokoten/rules';
import { readValue } from '@yokoten/rules/values';
import { BenefitsError } from '../error.ts';
import type { Questions } from '../open/questions.ts';
import type { Input } from '../open/input.ts';
import type { Answer, CheckState } from './state.ts';

/**
 * Sees to it that an answer is one that the question allows: bounds are only true of such answers.
 * @throws BenefitsError `benefits/bad-answer`, `benefits/unknown-question`; the text repeats no answer
 */
export function checkAnswer(check: Questions, state: CheckState, answer: Answer): void {
  if (answer.ask === 'gate') {
    const gate = check.gates.find(({ id }) => id === answer.gate);
    if (gate === undefined) throw unknownQuestion(answer.gate);
    if (answer.variables?.some((name) => !gate.variables.includes(name)) === true)
      throw badAnswer(answer.gate, 'some', gate.variables);
    return;
  }
  const input = check.inputs.get(answer.variable);
  if (input === undefined) throw unknownQuestion(answer.variable);
  const ids = state.members.map(({ id }) => id);
  if (answer.ask === 'who') {
    if (!input.ofPersons || input.none === undefined) throw unknownQuestion(answer.variable);
    if (answer.members?.some((id) => !ids.includes(id)) === true)
      throw badAnswer(answer.variable, 'members');
    return;
  }
  if (input.ofPersons ? !ids.includes(answer.member ?? '') : answer.member !== undefined)
    throw badAnswer(answer.variable, 'member');
  if (answer.value !== null) checkValue(check, input, answer.value);
}

/**
 * Sees to it that a value is one that the input can have.
 * @throws BenefitsError `benefits/bad-answer`
 */
function checkValue({ pack }: Questions, input: Input, value: unknown): void {
  const { values, least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = input;
  const variable = pack.rules.variables[input.index];
  if (variable === undefined) throw unknownQuestion(input.variable);
  const raw = readable(() => readValue(variable, value, []));
  const inside =
    raw !== undefined &&
    (values === undefined || values.includes(value as string)) &&
    (typeof raw === 'string' || input.least === undefined || (raw >= least && raw <= most));
  if (inside) return;
  if (values !== undefined) throw badAnswer(input.variable, 'choice', values.slice(0, 20));
  const kind = input.type === 'bool' || input.type === 'date' ? input.type : 'number';
  throw badAnswer(input.variable, kind, [`${least} – ${Number.isFinite(most) ? most : '…'}`]);
}

function readable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function unknownQuestion(name: string): BenefitsError {
  return new BenefitsError('benefits/unknown-question', [name.slice(0, 80)]);
}

/** @param those what would be one, as the sentences for this kind name it */
function badAnswer(name: string, kind: string, those: readonly Value[] = []): BenefitsError {
  return new BenefitsError(`benefits/bad-answer#${kind}`, [
    name,
    those.join('、'),
    those.join(', '),
  ]);
}
