import {
  type Answer,
  type Check,
  type CheckState,
  reduce,
  standingOf,
  type Standing,
} from '../src/core.ts';
import { type Facts, valueOf } from './town.ts';

/** Answers what is asked, truthfully or with "I do not know", until nothing is left. */
export function walk(
  check: Check,
  start: CheckState,
  facts: Facts,
  unsure: (key: string) => boolean = () => false,
): { state: CheckState; standing: Standing; asked: string[] } {
  let state = start;
  const asked: string[] = [];
  for (;;) {
    const standing = standingOf(check, state);
    const { next } = standing;
    if (next === undefined || next.ask === 'members' || next.ask === 'birth')
      return { state, standing, asked };
    asked.push(next.key);
    const place = (id: string): number => state.members.findIndex((member) => member.id === id);
    const has = (variable: string, member: number): boolean => {
      const value = valueOf(facts, variable, member);
      return value !== check.inputs.get(variable)?.none;
    };
    let answer: Answer;
    if (next.ask === 'value') {
      const { variable } = next.input;
      const value = valueOf(facts, variable, next.member ? place(next.member.id) : 0);
      answer = { ask: 'value', variable, ...(next.member && { member: next.member.id }), value };
      if (unsure(next.key)) answer = { ...answer, value: null };
    } else if (next.ask === 'who') {
      const { variable } = next.input;
      const members = next.members.map(({ id }) => id).filter((id) => has(variable, place(id)));
      answer = { ask: 'who', variable, members: unsure(next.key) ? null : members };
    } else {
      const variables = next.inputs
        .map(({ variable }) => variable)
        .filter((name) => state.members.some((_, at) => has(name, at)));
      answer = { ask: 'gate', gate: next.gate.id, variables: unsure(next.key) ? null : variables };
    }
    state = reduce(check, state, { do: 'answer', answer });
    if (asked.length > 100) throw new Error('It never stops asking.');
  }
}

/** Every input answered as the family would, on top of what was answered already. */
export function fillIn(check: Check, start: CheckState, facts: Facts): CheckState {
  let state = start;
  for (const input of check.inputs.values()) {
    const { variable } = input;
    if (variable === check.pack.household.birth || check.set.given?.[variable] !== undefined)
      continue;
    for (const [at, { id }] of (input.ofPersons ? state.members : [{ id: '' }]).entries()) {
      const said = state.answers.some((one) => one.ask === 'value' && one.variable === variable && (one.member ?? '') === id && one.value !== null); // prettier-ignore
      if (said || coveredBy(check, state, variable, id)) continue;
      const value = valueOf(facts, variable, at);
      const answer: Answer = {
        ask: 'value',
        variable,
        value,
        ...(input.ofPersons && { member: id }),
      };
      state = reduce(check, state, { do: 'answer', answer });
    }
  }
  return state;
}

/** Whether an answer for several said already that an input of somebody is none, or true. */
function coveredBy(
  check: Check,
  { answers, members }: CheckState,
  variable: string,
  id: string,
): boolean {
  const bool = check.inputs.get(variable)?.type === 'bool';
  return answers.some((one) => {
    if (one.ask === 'who' && one.variable === variable && one.members !== null)
      return bool || !one.members.includes(id);
    if (one.ask !== 'gate' || one.variables === null) return false;
    const gate = check.gates.find((each) => each.id === one.gate);
    if (gate?.variables.includes(variable) !== true) return false;
    return !one.variables.includes(variable) || (bool && members.length === 1);
  });
}
