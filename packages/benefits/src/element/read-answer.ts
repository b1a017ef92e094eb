import type { Ask } from '../ask/ask.ts';
import type { Answer } from '../ask/state.ts';
import type { Input } from '../open/input.ts';
import type { AskContext } from './context.ts';
import { fieldText, readDate } from './date-fields.ts';
import { figure, withUnit } from './words.ts';

/** What a form says: an answer, or what is wrong with it. */
export type ReadAnswer = { readonly answer: Answer } | { readonly mistake: string };

/** The answer that a question's form holds. */
export function readAnswer(form: FormData, ask: Ask, context: AskContext): ReadAnswer {
  const { strings } = context;
  if (ask.ask === 'value') return readValue(form, ask, context);
  const ticked = form.getAll('ticked').map(String);
  const alone = form.get('alone');
  if (ticked.length === 0 && alone === null) return { mistake: strings.chooseOne };
  const chosen = alone === 'unsure' ? null : ticked;
  return {
    answer:
      ask.ask === 'who'
        ? { ask: 'who', variable: ask.input.variable, members: chosen }
        : { ask: 'gate', gate: ask.gate.id, variables: chosen },
  };
}

/** The answer that somebody does not know. */
export function unsureAnswer({ input, member }: Extract<Ask, { ask: 'value' }>): Answer {
  const of = member === undefined ? {} : { member: member.id };
  return { ask: 'value', variable: input.variable, ...of, value: null };
}

function readValue(
  form: FormData,
  ask: Extract<Ask, { ask: 'value' }>,
  context: AskContext,
): ReadAnswer {
  const { input } = ask;
  const { strings } = context;
  const unsure = unsureAnswer(ask);
  const taken = (value: string | number | boolean): ReadAnswer => ({
    answer: { ...unsure, value } as Answer,
  });
  if (input.control === 'date') {
    const date = readDate(form);
    return date === undefined ? { mistake: strings.birthWrong } : taken(date);
  }
  if (input.control === 'number') {
    const number = readNumber(fieldText(form, 'value'), input);
    return number === undefined ? { mistake: outside(input, context) } : taken(number);
  }
  const text = form.get('value');
  if (typeof text !== 'string' || text === '') return { mistake: strings.chooseOne };
  if (input.control === 'text') return taken(text);
  if (text === 'unsure') return { answer: unsure };
  const value = (input.values ?? [true, false])[Number(text)];
  return value === undefined ? { mistake: strings.chooseOne } : taken(value);
}

function readNumber(text: string, { type, least, most }: Input): number | undefined {
  const [, digits, many] = /^(-?\d{1,15}(?:\.\d{1,6})?)(万?)$/.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const number = many === '万' ? Math.round(Number(digits) * 10_000) : Number(digits);
  const inside = number >= (least ?? -Infinity) && number <= (most ?? Infinity);
  return inside && (type !== 'int' || Number.isInteger(number)) ? number : undefined;
}

function outside(input: Input, context: AskContext): string {
  const { least = 0, most } = input;
  const said = (value: number): string => withUnit(figure(value, context.language), input, context);
  return context.strings.numberWrong(said(least), most === undefined ? undefined : said(most));
}
