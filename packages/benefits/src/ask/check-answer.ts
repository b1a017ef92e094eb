import { readValue } from '@yokoten/rules';
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
      throw badAnswer(answer.gate, gate.variables.join('、'), gate.variables.join(', '));
    return;
  }
  const input = check.inputs.get(answer.variable);
  if (input === undefined) throw unknownQuestion(answer.variable);
  const ids = state.members.map(({ id }) => id);
  if (answer.ask === 'who') {
    if (!input.ofPersons || input.none === undefined) throw unknownQuestion(answer.variable);
    if (answer.members?.some((id) => !ids.includes(id)) === true)
      throw badAnswer(answer.variable, '世帯の人', 'members of the household');
    return;
  }
  if (input.ofPersons ? !ids.includes(answer.member ?? '') : answer.member !== undefined)
    throw badAnswer(answer.variable, '世帯の人の一人', 'about one member of the household');
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
  const range = `${least} – ${Number.isFinite(most) ? most : '…'}`;
  const shown = values?.slice(0, 20).join(', ');
  const [ja, en] =
    shown !== undefined
      ? [shown, `one of ${shown}`]
      : input.type === 'bool'
        ? ['はい（true）か、いいえ（false）', 'true or false']
        : input.type === 'date'
          ? ['日付', 'a date like 1990-06-15']
          : [`${range}の数`, `a number, ${range}`];
  throw badAnswer(input.variable, ja, en);
}

function readable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function unknownQuestion(name: string): BenefitsError {
  const shown = name.slice(0, 80);
  return new BenefitsError('benefits/unknown-question', {
    ja: `「${shown}」という質問は、ここにはありません。`,
    en: `There is no question "${shown}" here.`,
  });
}

function badAnswer(name: string, ja: string, en: string): BenefitsError {
  return new BenefitsError('benefits/bad-answer', {
    ja: `「${name}」の答えとして使えません。使えるのは、${ja}です。`,
    en: `This is no answer to "${name}". Expected: ${en}.`,
  });
}
