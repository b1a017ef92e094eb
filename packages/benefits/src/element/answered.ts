import { type Answer, answerKey, type CheckState } from '../ask/state.ts';
import type { Ask, HouseholdAsk } from '../ask/ask.ts';
import { concerns } from '../facts/facts.ts';
import type { Questions } from '../open/questions.ts';
import type { PackTexts } from '../model/texts.ts';
import type { Input } from '../open/input.ts';
import type { BenefitStrings } from '../strings/strings.ts';
import { memberName } from './member-words.ts';
import { inputLabel, dayText, valueText } from './words.ts';

/** What the lines are made of. */
export interface AnswerWords {
  readonly strings: BenefitStrings;
  readonly texts: PackTexts;
  readonly language: string;
}

/** One line of what was answered. */
export interface Answered {
  /** Of the question, to be asked again with. */
  readonly key: string;
  readonly label: string;
  readonly text: string;
}

/** All that was said, in the order of the questions: the household, birth dates, answers. */
export function answeredLines(check: Questions, state: CheckState, words: AnswerWords): Answered[] {
  const { strings, language } = words;
  const { members, complete, answers } = state;
  if (!complete) return [];
  const names = members.map((member) => memberName(member, members, words));
  const births = members.flatMap((member, at): Answered[] => {
    const { id, birth } = member;
    if (birth === undefined) return [];
    const text = birth === null ? strings.unsure : dayText(birth, language);
    return [{ key: `birth ${id}`, label: strings.birthOf(names[at] ?? ''), text }];
  });
  return [
    { key: 'members', label: strings.householdTitle, text: names.join(strings.comma) },
    ...births,
    ...answers.flatMap((answer) => answeredLine(check, state, answer, words)),
  ];
}

function answeredLine(
  check: Questions,
  { members }: CheckState,
  answer: Answer,
  words: AnswerWords,
): Answered[] {
  const { strings, texts } = words;
  const key = answerKey(answer);
  const nameOf = (id: string): string => {
    const member = members.find((one) => one.id === id);
    return member === undefined ? '' : memberName(member, members, words);
  };
  if (answer.ask === 'gate') {
    const gate = texts.gates?.[answer.gate];
    const ticked = answer.variables?.map((name) => inputLabel(name, words));
    const text = ticked?.join(strings.comma) ?? strings.unsure;
    const label = gate?.question ?? strings.madeGate;
    return [{ key, label, text: text === '' ? (gate?.none ?? strings.noneOfThese) : text }];
  }
  const input = check.inputs.get(answer.variable);
  if (input === undefined) return [];
  const label = inputLabel(answer.variable, words);
  if (answer.ask === 'who') {
    const text = answer.members?.map(nameOf).join(strings.comma) ?? strings.unsure;
    return [{ key, label, text: text === '' ? strings.nobody : text }];
  }
  const of = answer.member === undefined ? '' : nameOf(answer.member);
  const text = valueText(input, answer.value, words);
  return [{ key, label: of === '' ? label : strings.labelOf(label, of), text }];
}

/** The question that an answer was given to, to be put again. */
export function askAgain(
  check: Questions,
  state: CheckState,
  key: string,
): Ask | HouseholdAsk | undefined {
  if (key === 'members') return { ask: 'members', key };
  const birth = state.members.find(({ id }) => `birth ${id}` === key);
  if (birth !== undefined) return { ask: 'birth', key, member: birth };
  const answer = state.answers.find((one) => answerKey(one) === key);
  if (answer === undefined) return undefined;
  if (answer.ask === 'gate') {
    const gate = check.gates.find(({ id }) => id === answer.gate);
    const inputs = gate?.variables.flatMap((name): Input[] => {
      const input = check.inputs.get(name);
      return input === undefined ? [] : [input];
    });
    return gate && { ask: 'gate', key, gate, inputs: inputs ?? [], open: [] };
  }
  const input = check.inputs.get(answer.variable);
  if (input === undefined) return undefined;
  if (answer.ask === 'who') {
    const members = state.members.filter((member) => concerns(check, input, member));
    return { ask: 'who', key, input, members, open: [] };
  }
  const member = state.members.find(({ id }) => id === answer.member);
  return { ask: 'value', key, input, ...(member !== undefined && { member }), open: [] };
}
