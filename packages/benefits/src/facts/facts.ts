import type { Column, Simulation, Value, Variable } from '@yokoten/rules';
import type { Unknown } from '@yokoten/rules/bounds';
import { initialColumn, readValue } from '@yokoten/rules/values';
import type { Answer, CheckState } from '../ask/state.ts';
import type { Member } from '../model/household.ts';
import type { Questions } from '../open/questions.ts';
import type { Input } from '../open/input.ts';
import { yearsBetween } from './age.ts';
import { birthSpan } from './birth.ts';
import { simulationOf } from './household.ts';

/** An input that is not known, of a member or of the household. */
export interface OpenInput extends Unknown {
  readonly input: Input;
  /** Nobody for an input of the household. */
  readonly of?: Member;
  /** Whoever answers said so: it is not asked again. */
  readonly unsure: boolean;
}

/** What is known of a household, and what is not. */
export interface Facts {
  /** With all that is known. */
  readonly simulation: Simulation;
  readonly open: readonly OpenInput[];
}

/** What is known of one input of one member: its value, nothing, or that nobody knows. */
type Known = { readonly value: Value } | { readonly unsure: boolean; readonly some: boolean };

/** What follows from the answers so far. */
export function factsOf(check: Questions, state: CheckState): Facts {
  const simulation = simulationOf(check.pack, state.members);
  const answers = answersBy(state.answers);
  const open: OpenInput[] = [];
  for (const input of check.inputs.values()) {
    const described = simulation.pack.variable(input.index);
    const birth = input.variable === check.pack.household.birth;
    const column = columnFor(simulation, described);
    const members = input.ofPersons ? state.members : [undefined];
    for (const [at, of] of members.entries()) {
      const known = birth ? knownBirth(of) : knownOf(check, answers, state.members, input, of);
      if ('value' in known) column[at] = readValue(described, known.value, []);
      else open.push(openInput(check, input, at, of, known));
    }
    simulation.setAlways(input.index, column);
  }
  return { simulation, open };
}

function columnFor(simulation: Simulation, variable: Variable): (number | string)[] & Column {
  const { count } = simulation.populations[simulation.pack.entityOf(variable)] ?? { count: 0 };
  return initialColumn(variable, count) as (number | string)[] & Column;
}

interface Answers {
  readonly values: ReadonlyMap<string, Extract<Answer, { ask: 'value' }>>;
  readonly who: ReadonlyMap<string, Extract<Answer, { ask: 'who' }>>;
  readonly gates: ReadonlyMap<string, Extract<Answer, { ask: 'gate' }>>;
}

function answersBy(answers: readonly Answer[]): Answers {
  const of = <A extends Answer['ask']>(ask: A): Extract<Answer, { ask: A }>[] =>
    answers.filter((answer): answer is Extract<Answer, { ask: A }> => answer.ask === ask);
  return {
    values: new Map(of('value').map((one) => [valueKey(one.variable, one.member), one])),
    who: new Map(of('who').map((one) => [one.variable, one])),
    gates: new Map(of('gate').map((one) => [one.gate, one])),
  };
}

function valueKey(variable: string, member = ''): string {
  return `${variable} ${member}`;
}

function knownBirth(of: Member | undefined): Known {
  return typeof of?.birth === 'string'
    ? { value: of.birth }
    : { unsure: of?.birth === null, some: false };
}

function knownOf(
  check: Questions,
  { values, who, gates }: Answers,
  members: readonly Member[],
  input: Input,
  of: Member | undefined,
): Known {
  const given = check.set.given?.[input.variable];
  if (given !== undefined) return { value: given };
  if (!concerns(check, input, of)) return { value: input.initial };
  const said = values.get(valueKey(input.variable, of?.id));
  if (said !== undefined)
    return said.value === null ? { unsure: true, some: false } : { value: said.value };
  const { none } = input;
  if (none === undefined) return { unsure: false, some: false };
  const asked = who.get(input.variable);
  if (asked !== undefined && of !== undefined) {
    if (asked.members === null) return { unsure: true, some: false };
    if (!asked.members.includes(of.id)) return { value: none };
    return input.type === 'bool' ? { value: !none } : { unsure: false, some: true };
  }
  const gate = check.gates.find(({ variables }) => variables.includes(input.variable));
  const ticked = gate === undefined ? undefined : gates.get(gate.id);
  if (ticked?.variables === null) return { unsure: true, some: false };
  if (ticked?.variables.includes(input.variable) === false) return { value: none };
  // What concerns somebody, where there is only one whom it can concern, concerns that one.
  const alone =
    of === undefined || members.every((one) => one === of || !concerns(check, input, one));
  if (ticked !== undefined && alone)
    return input.type === 'bool' ? { value: !none } : { unsure: false, some: true };
  return { unsure: false, some: false };
}

/** Whether a member is asked at all; for anybody else the initial value holds. */
export function concerns(check: Questions, { question }: Input, of: Member | undefined): boolean {
  if (question.assumed === true) return false;
  if (of === undefined) return true;
  if (question.kinds?.includes(of.kind) === false) return false;
  if (question.ages === undefined || typeof of.birth !== 'string') return true;
  const { from = 0, to = Number.POSITIVE_INFINITY } = question.ages;
  const age = yearsBetween(of.birth, check.date);
  return age >= from && age <= to;
}

function openInput(
  check: Questions,
  input: Input,
  member: number,
  of: Member | undefined,
  { unsure, some }: { readonly unsure: boolean; readonly some: boolean },
): OpenInput {
  return {
    variable: input.variable,
    member,
    input,
    ...(of !== undefined && { of }),
    unsure,
    ...domainOf(check, input, some),
  };
}

/**
 * What an input can be: all that the rules will take as an answer.
 * @param some not what stands for none
 */
function domainOf(
  { pack, date }: Questions,
  input: Input,
  some: boolean,
): Pick<Unknown, 'values' | 'least' | 'most'> {
  const { values, least, most, none, type } = input;
  if (values !== undefined) {
    const left = some ? values.filter((value) => value !== none) : values;
    const variable = pack.rules.variables[input.index];
    if (variable === undefined) return {};
    return { values: left.map((value) => readValue(variable, value, [])) as number[] | string[] };
  }
  if (input.variable === pack.household.birth) return birthSpan(date);
  if (type === 'bool' || type === 'date') return {};
  const from = some && none === least && type === 'int' ? (least ?? 0) + 1 : least;
  return { ...(from !== undefined && { least: from }), ...(most !== undefined && { most }) };
}
