import type { Facts, OpenInput } from '../facts/facts.ts';
import type { Member } from '../model/household.ts';
import type { Check } from '../open/check.ts';
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
  check: Check,
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
    const ask = askAbout(check, facts, one, at, openOf, answered);
    asks.set(ask.key, ask);
  }
  return [...asks.values()];
}

function askAbout(
  { gates, inputs }: Check,
  { open: all }: Facts,
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
    const member = all[position]?.of;
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
  return { ask: 'value', key, input, ...(of !== undefined && { member: of }), open: [at] };
}
