import type { Value } from '@yokoten/rules';
import { startState } from '../ask/household.ts';
import { reduce } from '../ask/reduce.ts';
import type { Answer, CheckState } from '../ask/state.ts';
import type { Questions } from '../open/questions.ts';
import { damaged, otherPack } from './error.ts';

/** What a fragment holds, as JSON. Members by position. */
interface Content {
  /** Pack, its version, set of questions, day. */
  readonly p: readonly [id: string, version: string, set: string, date: string];
  readonly m: readonly (readonly [kind: string, birth?: string | null])[];
  readonly c: boolean;
  readonly a: readonly unknown[];
}

/** Answers in a fragment: a household of thirty does not have as many. */
const MOST_ANSWERS = 2000;

/** What a fragment says about itself. */
export interface SharedFrom {
  readonly version: string;
  /** Id of the set of questions. */
  readonly set: string;
  /** The day that was asked about, `YYYY-MM-DD`. */
  readonly date: string;
}

/** A state as it stands in a fragment. */
export function contentOf({ pack, set, date }: Questions, state: CheckState): string {
  const place = (id: string): number => state.members.findIndex((member) => member.id === id);
  const content: Content = {
    p: [pack.id, pack.version, set.id, date],
    m: state.members.map(({ kind, birth }) => (birth === undefined ? [kind] : [kind, birth])),
    c: state.complete,
    a: state.answers.map((one) => {
      if (one.ask === 'gate') return ['g', one.gate, one.variables];
      if (one.ask === 'who')
        return ['w', one.variable, one.members?.map((id) => place(id)) ?? null];
      return one.member === undefined
        ? ['v', one.variable, one.value]
        : ['v', one.variable, one.value, place(one.member)];
    }),
  };
  return JSON.stringify(content);
}

/**
 * A state out of the text of a fragment: every member and answer goes through `reduce`, as if it had just been typed.
 * @throws BenefitsError `benefits/share-damaged`, `benefits/share-other-pack`, and what `reduce` throws
 */
export function stateFrom(
  check: Questions,
  text: string,
): { readonly state: CheckState; readonly from: SharedFrom } {
  const { p, m, c, a } = read(text);
  const [id, version, set, date] = p;
  if (id !== check.pack.id) throw otherPack(id, check.pack.id);
  let state = startState(check);
  const [self, ...others] = m;
  if (self?.[0] !== state.members[0]?.kind) throw damaged();
  if (self?.[1] !== undefined)
    state = reduce(check, state, { do: 'set-birth', member: 'm1', birth: self[1] });
  for (const [kind, birth] of others)
    state = reduce(check, state, {
      do: 'add-member',
      kind,
      ...(birth !== undefined && { birth }),
    });
  state = reduce(check, state, { do: 'complete', complete: c });
  for (const one of a)
    state = reduce(check, state, { do: 'answer', answer: answerFrom(state, one) });
  return { state, from: { version, set, date } };
}

function read(text: string): Content {
  const content = parse(text);
  if (typeof content !== 'object' || content === null) throw damaged();
  const { p, m, c, a } = content as Record<keyof Content, unknown>;
  const texts = isList(p) && p.length === 4 && p.every((part) => typeof part === 'string');
  const members =
    isList(m) &&
    m.every(
      (one) =>
        isList(one) &&
        typeof one[0] === 'string' &&
        (one[1] === undefined || one[1] === null || typeof one[1] === 'string'),
    );
  const answers = isList(a) && a.length <= MOST_ANSWERS;
  if (!texts || !members || typeof c !== 'boolean' || !answers) throw damaged();
  return content as Content;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw damaged();
  }
}

function answerFrom({ members }: CheckState, one: unknown): Answer {
  if (!isList(one)) throw damaged();
  const [ask, name, said, at] = one;
  if (typeof name !== 'string') throw damaged();
  const idAt = (place: unknown): string => {
    const member = typeof place === 'number' ? members[place] : undefined;
    if (member === undefined) throw damaged();
    return member.id;
  };
  if (ask === 'v' && (said === null || ['string', 'number', 'boolean'].includes(typeof said)))
    return {
      ask: 'value',
      variable: name,
      value: said as Value | null,
      ...(at !== undefined && { member: idAt(at) }),
    };
  if (ask === 'w' && (said === null || isList(said)))
    return { ask: 'who', variable: name, members: said?.map((place) => idAt(place)) ?? null };
  if (
    ask === 'g' &&
    (said === null || (isList(said) && said.every((part) => typeof part === 'string')))
  )
    return { ask: 'gate', gate: name, variables: said };
  throw damaged();
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
