import type { Value } from '@yokoten/rules';
import { ETERNITY } from '@yokoten/rules/values';
import type { Facts, OpenInput } from '../facts/facts.ts';
import type { Member } from '../model/household.ts';
import type { Questions } from '../open/questions.ts';
import type { Input } from '../open/input.ts';
import type { Ask } from './ask.ts';
import { answerKey, type CheckState } from './state.ts';

/** With fewer members, "who earns anything" is one question too many before "how much". */
const FEWEST_FOR_WHO = { bool: 2, enum: 2, int: 3, float: 3, text: 99, date: 99 } as const;

/**
 * The questions that can be put about what is still open, each as wide as possible: a gate before its inputs, "who" before
 * each member's value.
 * @param matters positions in `facts.open` that a result still hangs on
 */
export function candidates(
  check: Questions,
  state: CheckState,
  facts: Facts,
  matters: ReadonlySet<number>,
): Ask[] {
  const answered = new Set(state.answers.map(answerKey));
  const openOf = new Map<string, number[]>();
  for (const [at, { variable, unsure }] of facts.open.entries())
    if (!unsure) openOf.set(variable, [...(openOf.get(variable) ?? []), at]);
  const asks = new Map<string, Ask>();
  for (const at of matters) {
    const one = facts.open[at];
    if (one === undefined || one.unsure) continue;
    const outer = openOuter(facts, one);
    const ask = askAbout(check, facts, outer?.one ?? one, outer?.at ?? at, openOf, answered);
    asks.set(ask.key, ask);
  }
  return [...asks.values()];
}

/** The open input that is to be asked before one: the prefecture before the municipality. */
function openOuter(
  { open }: Facts,
  { input, of }: OpenInput,
): { readonly one: OpenInput; readonly at: number } | undefined {
  const at = open.findIndex(
    (other) => other.variable === input.within?.variable && (other.of ?? of) === of,
  );
  const one = open[at];
  return one === undefined || one.unsure ? undefined : { one, at };
}

function askAbout(
  { gates, inputs }: Questions,
  facts: Facts,
  { input, of }: OpenInput,
  at: number,
  openOf: ReadonlyMap<string, readonly number[]>,
  answered: ReadonlySet<string>,
): Ask {
  const gate = gates.find(({ variables }) => variables.includes(input.variable));
  const gateKey =
    gate === undefined ? '' : answerKey({ ask: 'gate', gate: gate.id, variables: [] });
  if (gate !== undefined && !answered.has(gateKey)) {
    const open = gate.variables.flatMap((name) => openOf.get(name) ?? []);
    const shown = gate.variables.flatMap((name): Input[] => {
      const found = inputs.get(name);
      return found === undefined || openOf.get(name) === undefined ? [] : [found];
    });
    if (open.length > 1) return { ask: 'gate', key: gateKey, gate, inputs: shown, open };
  }
  const open = openOf.get(input.variable) ?? [];
  const whoKey = answerKey({ ask: 'who', variable: input.variable, members: [] });
  const members = open.flatMap((position): Member[] => {
    const member = facts.open[position]?.of;
    return member === undefined ? [] : [member];
  });
  if (
    input.none !== undefined &&
    members.length >= FEWEST_FOR_WHO[input.type] &&
    !answered.has(whoKey)
  )
    return { ask: 'who', key: whoKey, input, members, open };
  const key = answerKey({
    ask: 'value',
    variable: input.variable,
    ...(of !== undefined && { member: of.id }),
    value: null,
  });
  const values = choicesNow(facts, input, of);
  return {
    ask: 'value',
    key,
    input,
    ...(of !== undefined && { member: of }),
    ...(values !== undefined && { values }),
    open: [at],
  };
}

function choicesNow(
  { simulation }: Facts,
  { values, within, question, initial }: Input,
  of: Member | undefined,
): readonly Value[] | undefined {
  if (within === undefined || question.values !== undefined) return values;
  const outer = simulation.pack.indexOf(within.variable);
  const at =
    of === undefined ? 0 : simulation.populations[simulation.pack.person]?.ids.indexOf(of.id);
  const known = within.values.get(String(simulation.known(outer, ETERNITY)?.[at ?? 0]));
  return known === undefined ? values : [...known, question.other ?? initial];
}
