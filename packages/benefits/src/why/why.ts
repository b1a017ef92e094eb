import { type Origin, readable, type Value } from '@yokoten/rules';
import { BoundsReader } from '@yokoten/rules/bounds';
import type { Condition, Decisive, Node } from '@yokoten/rules/trace';
import type { CheckState } from '../ask/state.ts';
import { type Facts, factsOf } from '../facts/facts.ts';
import type { Member } from '../model/household.ts';
import type { LegalSource } from '../model/source.ts';
import type { Check } from '../open/check.ts';
import { programmeOf } from '../open/chosen.ts';
import { periodAt } from '../open/questions.ts';
import { type Range, Reader } from '../result/reading.ts';
import { type Result, resultsOf } from '../result/results.ts';
import { Zeros } from '../result/status.ts';
import { figuresOf, type UsedFigure } from './figures.ts';
import { sourcesFor } from './sources.ts';

/** A comparison that the rules made, and whom it is about. */
export interface ReasonCondition extends Omit<Condition, 'member'> {
  /** Nobody where it is about the household. */
  readonly member?: Member;
  /** It is one of those that settle why nothing is paid. */
  readonly decisive: boolean;
}

/** How one value came about: a node of the tree that a person reads. */
export interface Reason {
  readonly id: string;
  readonly variable: string;
  readonly member?: Member;
  /** As a person reads it; nothing while it is open. */
  readonly value?: Value;
  /** While it is open: between what it lies, of a number. */
  readonly range?: Range;
  /** Somebody said it; it is the initial value of someone who was not asked; nobody has said it yet; or rules made it. */
  readonly from: 'answer' | 'initial' | 'open' | 'rules';
  /** Since when the rule holds that made it, `YYYY-MM-DD`. */
  readonly since?: string;
  /** Figures of the law that were used, with their dates and where they are written down. */
  readonly figures: readonly UsedFigure[];
  readonly conditions: readonly ReasonCondition[];
  /** Where the rule is written down, as it holds on the day. */
  readonly sources: readonly LegalSource[];
  readonly because: readonly Reason[];
  /** It was told before, under the same id; `because` is left out. */
  readonly again?: true;
}

/** Something that is enough for nothing to be paid: a comparison, or a yes or no that somebody said or nobody did. */
export interface Decider {
  /** The variable in whose formula the comparison stands; or that is the yes or no itself. */
  readonly variable: string;
  readonly member?: Member;
  readonly condition?: ReasonCondition;
  /** Without a condition: what the variable is. */
  readonly value?: Value;
}

/** Why a programme's result is what it is. Plain data, to be shown, printed or read out. */
export interface Why {
  readonly result: Result;
  /** Of each member where the programme is paid for members; else of the household. First eligibility, then the amount. */
  readonly reasons: readonly Reason[];
  /** The short answer where nothing is paid. */
  readonly decisive: readonly Decider[];
  /** Where the programme is written down, as it holds on the day. */
  readonly sources: readonly LegalSource[];
  /** Newest date among the rules and figures that were used, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly origin: Origin;
}

/** Nodes that one explanation tells. */
const MOST_REASONS = 2000;

/**
 * Why, or why not: the value of a programme, and everything it was worked out of. While answers are missing, what is not certain
 * is marked as open.
 * @throws BenefitsError `benefits/unknown-programme`
 * @throws RulesError where the rules cannot be worked out
 */
export function why(check: Check, state: CheckState, programmeId: string): Why {
  const programme = programmeOf(check.pack, programmeId);
  const facts = factsOf(check, state);
  const { results } = resultsOf({ ...check, programmes: [programme] }, state);
  const [result] = results as [Result];
  const teller = new Teller(check, state, facts);
  const names = programme.eligible === undefined ? [] : [programme.eligible];
  const reasons = [...names, programme.output].flatMap((name) => teller.tell(name));
  return {
    result,
    reasons,
    decisive: result.amount.most === 0 ? saying(teller.deciders, names) : [],
    sources: sourcesFor(programme.sources, check.date),
    asOf: teller.asOf,
    origin: check.pack.rules.origin,
  };
}

/** That an adult is no child decides too, but says nothing: it is left out where anything else is said. */
function saying(deciders: readonly Decider[], eligible: readonly string[]): readonly Decider[] {
  const some = deciders.filter(
    ({ condition, variable }) => condition !== undefined || !eligible.includes(variable),
  );
  return some.length === 0 ? deciders : some;
}

class Teller {
  asOf = '';
  readonly #check: Check;
  readonly #state: CheckState;
  readonly #facts: Facts;
  readonly #bounds: BoundsReader;
  readonly #zeros: Zeros;
  readonly #told = new Set<string>();
  readonly #decisive = new Map<string, Decider>();

  constructor(check: Check, state: CheckState, facts: Facts) {
    this.#check = check;
    this.#state = state;
    this.#facts = facts;
    this.#bounds = new BoundsReader(facts.simulation, check.steps, facts.open);
    this.#zeros = new Zeros(check, facts, new Reader(check, facts, this.#bounds));
  }

  get deciders(): readonly Decider[] {
    return [...this.#decisive.values()];
  }

  tell(variable: string): Reason[] {
    const { simulation } = this.#facts;
    const { pack } = simulation;
    const index = pack.indexOf(variable);
    const persons = pack.entityOf(pack.variable(index)) === pack.person;
    const at = periodAt(this.#check.pack.rules, variable, this.#check.date);
    const members = persons ? this.#state.members.map((_, place) => place) : [0];
    return members.map((member) => {
      const { least, most } = this.#bounds.bounds(variable, at, member);
      if (least === most) this.#noteDecisive(this.#zeros.deciders(variable, member));
      const explanation = this.#check.trace.explain(
        simulation,
        this.#check.steps,
        variable,
        at,
        member,
      );
      if (explanation.asOf > this.asOf) this.asOf = explanation.asOf;
      const nodes = new Map(explanation.nodes.map((node) => [node.id, node]));
      return this.#reason(explanation.root, nodes);
    });
  }

  #noteDecisive(found: readonly Decisive[]): void {
    const { simulation } = this.#facts;
    for (const { node, variable, member: at, condition } of found) {
      const member = this.#memberAt(variable, at);
      const who = member && { member };
      if (condition === undefined) {
        const period = periodAt(this.#check.pack.rules, variable, this.#check.date);
        const raw = simulation.calculate(variable, period)[at] ?? 0;
        const value = readable(simulation.pack.variable(simulation.pack.indexOf(variable)), raw);
        this.#decisive.set(node, { variable, ...who, value });
      } else {
        const told = { ...this.#condition(condition, node), decisive: true };
        this.#decisive.set(keyOf(node, condition), { variable, ...who, condition: told });
      }
    }
  }

  #reason(id: string, nodes: ReadonlyMap<string, Node>): Reason {
    const node = nodes.get(id) as Node;
    const again = this.#told.has(id) || this.#told.size >= MOST_REASONS;
    this.#told.add(id);
    const { sources } = this.#check;
    const open = this.#openRange(node);
    const member = this.#memberAt(node.variable, node.member);
    return {
      id,
      variable: node.variable,
      ...(member !== undefined && { member }),
      ...(open === undefined ? { value: node.value } : open),
      from: this.#from(node, open !== undefined),
      ...(node.formula !== undefined && { since: node.formula.from }),
      figures: figuresOf(node.parameters, sources, this.#check.date),
      conditions: node.conditions.map((one) => this.#condition(one, id)),
      sources: sourcesFor(sources.variables[node.variable] ?? [], this.#check.date),
      because: again ? [] : node.uses.map((used) => this.#reason(used, nodes)),
      ...(again && node.uses.length > 0 && { again }),
    };
  }

  /** Nothing for a value that no open answer can change. */
  #openRange({ variable, period, member }: Node): { range?: Range } | undefined {
    const { least, most } = this.#bounds.bounds(variable, period, member);
    if (least === most || this.#bounds.open(variable, period, member).size === 0) return undefined;
    return Number.isFinite(least) || Number.isFinite(most) ? { range: { least, most } } : {};
  }

  #from({ kind, variable, member }: Node, open: boolean): Reason['from'] {
    if (kind === 'formula') return 'rules';
    if (open) return 'open';
    const input = this.#check.inputs.get(variable);
    const who = input?.ofPersons === true ? this.#state.members[member]?.id : undefined;
    const said = this.#state.answers.some(
      (one) =>
        (one.ask === 'value' && one.variable === variable && one.member === who) ||
        (one.ask === 'who' && one.variable === variable) ||
        (one.ask === 'gate' &&
          this.#check.gates.some(
            ({ id, variables }) => id === one.gate && variables.includes(variable),
          )),
    );
    return said || variable === this.#check.pack.household.birth ? 'answer' : 'initial';
  }

  #condition(condition: Condition, node: string): ReasonCondition {
    const { member: at, ...rest } = condition;
    const about = condition.left.variable ?? condition.right.variable;
    const member = about === undefined ? undefined : this.#memberAt(about, at);
    return {
      ...rest,
      ...(member !== undefined && { member }),
      decisive: this.#decisive.has(keyOf(node, condition)),
    };
  }

  #memberAt(variable: string, at: number): Member | undefined {
    const { pack } = this.#facts.simulation;
    const described = pack.variable(pack.indexOf(variable));
    return pack.entityOf(described) === pack.person ? this.#state.members[at] : undefined;
  }
}

function keyOf(node: string, { op, left, right, member }: Condition): string {
  return JSON.stringify([node, op, left, right, member]);
}
