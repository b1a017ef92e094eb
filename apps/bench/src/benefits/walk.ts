import {
  type Answer,
  type Ask,
  type Check,
  type CheckState,
  type OpenInput,
  reduce,
  resultsOf,
  type Results,
  standingOf,
  startState,
} from '@yokoten/benefits/core';
import { readable, type Value } from '@yokoten/rules';
import type { DrawnHousehold } from './households.ts';

/** What somebody would answer about a member, by position. */
export type Truth = (variable: string, member: number) => Value;

/** A walk through the questions until nothing is left to ask. */
export interface Walk {
  readonly state: CheckState;
  readonly results: Results;
  /** Inputs that were not asked for. */
  readonly open: readonly OpenInput[];
  /** Controls that were set, members and birth dates apart. */
  readonly answers: number;
  /** Screens that were shown. */
  readonly screens: number;
  readonly members: number;
  readonly births: number;
  /** Milliseconds that finding each next question took. */
  readonly waits: readonly number[];
  readonly keys: readonly string[];
}

/** Answers every question that is put, truthfully. */
export function walk(check: Check, household: DrawnHousehold, truth: Truth): Walk {
  let state = startState(check);
  for (const { kind } of household.members.slice(1))
    state = reduce(check, state, { do: 'add-member', kind });
  state = reduce(check, state, { do: 'complete', complete: true });
  for (const [at, { birth }] of household.members.entries())
    state = reduce(check, state, {
      do: 'set-birth',
      member: state.members[at]?.id ?? '',
      birth,
    });
  let answers = 0;
  const waits: number[] = [];
  const keys: string[] = [];
  for (;;) {
    const began = performance.now();
    const { next, results, facts } = standingOf(check, state);
    waits.push(performance.now() - began);
    if (next === undefined)
      return {
        state,
        results,
        open: facts.open,
        answers,
        screens: keys.length,
        members: household.members.length,
        births: household.members.length,
        waits,
        keys,
      };
    if (next.ask === 'members' || next.ask === 'birth') throw new Error(`Asked again: ${next.key}`);
    const answer = answerOf(state, next, truth);
    answers += controls(answer);
    keys.push(next.key);
    state = reduce(check, state, { do: 'answer', answer });
  }
}

/** A tick is a control that was set; so is "nobody". */
function controls(answer: Answer): number {
  if (answer.ask === 'value') return 1;
  const ticked = answer.ask === 'who' ? answer.members : answer.variables;
  return Math.max(1, ticked?.length ?? 1);
}

function answerOf(state: CheckState, ask: Ask, truth: Truth): Answer {
  const place = (id: string): number => state.members.findIndex((member) => member.id === id);
  if (ask.ask === 'value') {
    const { variable } = ask.input;
    const { member } = ask;
    const value = truth(variable, member === undefined ? 0 : place(member.id));
    return { ask: 'value', variable, ...(member && { member: member.id }), value };
  }
  if (ask.ask === 'who') {
    const { variable, none } = ask.input;
    const members = ask.members
      .map(({ id }) => id)
      .filter((id) => truth(variable, place(id)) !== none);
    return { ask: 'who', variable, members };
  }
  const variables = ask.inputs
    .filter(({ variable, none }) => state.members.some((_, at) => truth(variable, at) !== none))
    .map(({ variable }) => variable);
  return { ask: 'gate', gate: ask.gate.id, variables };
}

/** The results when every question there is has been answered truthfully. */
export function fullResults(check: Check, { state }: Walk, truth: Truth): Results {
  const answers = [...check.inputs.values()].flatMap((input): Answer[] => {
    const { variable } = input;
    if (variable === check.pack.household.birth) return [];
    if (!input.ofPersons) return [{ ask: 'value', variable, value: truth(variable, 0) }];
    return state.members.map(({ id }, at) => ({
      ask: 'value',
      variable,
      member: id,
      value: truth(variable, at),
    }));
  });
  return resultsOf(check, { ...state, answers });
}

/** The results when every question that was not asked is answered at random, with any value that is still possible. */
export function randomResults(check: Check, { state, open }: Walk, random: () => number): Results {
  const { variables } = check.pack.rules;
  const answers = open.flatMap(({ input, of, values, least = 0, most = 1e8 }): Answer[] => {
    const variable = variables[input.index];
    if (variable === undefined) return [];
    const drawn = Math.floor(random() * (values?.length ?? 2));
    const size = Math.min(most, 10 ** (1 + random() * 8)) - least;
    const raw = values?.[drawn] ?? (input.type === 'bool' ? drawn : least + Math.floor(random() * size)); // prettier-ignore
    const value = readable(variable, raw);
    return [{ ask: 'value', variable: input.variable, ...(of && { member: of.id }), value }];
  });
  return resultsOf(check, { ...state, answers: [...state.answers, ...answers] });
}
