import type { ReduceOp, Step, StepPack } from '../ir.ts';
import { parsePeriod, type Period } from '../period.ts';
import type { Simulation } from '../simulation.ts';
import { askedPeriod, type Condition, conditionOf, isComparison, rolesIn } from './condition.ts';
import { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import { numpyArithmetic } from './numpy-arithmetic.ts';

/** What a value of zero hung on: a comparison, or a truth value that was stated or is nobody's. */
export interface Decisive {
  /** Id of the node in which it was, as in `explain`. */
  readonly node: string;
  readonly variable: string;
  /** Position in the population of the variable's entity. */
  readonly member: number;
  readonly condition?: Condition;
}

/**
 * Why a value is zero. `condition`: something that must hold does not, whatever the amount would be. `amount`: what must hold
 * does, and the sum comes to nothing; or rules do not say it in a way that tells the two apart.
 */
export interface ZeroReason {
  readonly kind: 'condition' | 'amount';
  readonly decisive: readonly Decisive[];
}

/** Formulas within formulas that are followed. */
const DEEPEST = 40;
const MOST_DECISIVE = 24;

const NOTHING: ZeroReason = { kind: 'amount', decisive: [] };

/** Says of a household's values why they are zero; what they have in common is worked out once. */
export class ZeroReader {
  readonly #simulation: Simulation;
  readonly #evaluator: Evaluator<number>;

  constructor(simulation: Simulation, rules: StepPack) {
    this.#simulation = simulation;
    this.#evaluator = new Evaluator(simulation, rules, numpyArithmetic);
  }

  /**
   * Why a member's value is zero; nothing for one that is not.
   * @throws RulesError as `Simulation.calculate` does
   */
  why(variable: string, period: string | number | Period, member = 0): ZeroReason | undefined {
    const at = typeof period === 'object' ? period : parsePeriod(period);
    const frame = this.#evaluator.frame(this.#simulation.pack.indexOf(variable), at, member);
    if (frame.value !== 0) return undefined;
    const { kind, decisive } = this.#zeroFrame(frame, 0);
    const once = new Map(decisive.map((one) => [JSON.stringify(one), one]));
    return { kind, decisive: [...once.values()].slice(0, MOST_DECISIVE) };
  }

  #zeroFrame(frame: Frame<number>, depth: number): ZeroReason {
    const { type } = this.#simulation.pack.variable(frame.variable);
    if (type === 'bool')
      return { kind: 'condition', decisive: this.#truthFrame(frame, false, depth) };
    if (frame.formula === undefined || depth > DEEPEST) return NOTHING;
    return this.#zero(frame, frame.result, frame.member, depth);
  }

  /** Why a truth value is what it is: the comparisons and statements that suffice for it. */
  #truthFrame(frame: Frame<number>, truth: boolean, depth: number): Decisive[] {
    if (frame.formula === undefined || depth > DEEPEST) return [this.#node(frame)];
    const found = this.#truth(frame, frame.result, frame.member, truth, depth);
    return found.length > 0 ? found : [this.#node(frame)];
  }

  #zero(frame: Frame<number>, position: number, member: number, depth: number): ZeroReason {
    const step = frame.steps[position];
    if (step === undefined || this.#value(frame, position, member) !== 0) return NOTHING;
    if (step.kind === 'bool')
      return { kind: 'condition', decisive: this.#truth(frame, position, member, false, depth) };
    const zero = (arg: number, person = member): ZeroReason =>
      this.#zero(frame, arg, person, depth);
    switch (step.op) {
      case 'cast':
      case 'round':
      case 'floor':
      case 'ceil':
      case 'neg':
      case 'abs':
      case 'div':
      case 'floordiv':
        return zero(step.args[0]);
      case 'mul': {
        const reasons = step.args
          .filter((arg) => this.#value(frame, arg, member) === 0)
          .map((arg) => zero(arg));
        return reasons.find(({ kind }) => kind === 'condition') ?? reasons[0] ?? NOTHING;
      }
      case 'add':
        return all(step.args.map((arg) => zero(arg)));
      case 'max':
      case 'min': {
        const zeros = step.args.filter((arg) => this.#value(frame, arg, member) === 0);
        return zeros.length === step.args.length ? all(zeros.map((arg) => zero(arg))) : NOTHING;
      }
      case 'select':
        return this.#zeroChoice(frame, step.args, member, depth);
      case 'sum':
      case 'most': {
        const members = this.#membersOf(frame, step.args[0]);
        if (members.length === 0)
          return { kind: 'condition', decisive: [this.#nobody(frame, step, member)] };
        return all(members.map((person) => zero(step.args[0], person)));
      }
      case 'project': {
        const { of } = this.#simulation.memberships[step.entity] ?? {};
        return zero(step.args[0], of?.[member] ?? 0);
      }
      case 'get':
        return this.#zeroFrame(this.#asked(frame, step, member), depth + 1);
      default:
        return NOTHING;
    }
  }

  /** A case that gives nothing because of a condition, or no case at all. */
  #zeroChoice(
    frame: Frame<number>,
    args: readonly number[],
    member: number,
    depth: number,
  ): ZeroReason {
    const refused: Decisive[] = [];
    for (let i = 0; i + 1 < args.length; i += 2) {
      const [condition = -1, value = -1] = [args[i], args[i + 1]];
      const holds = this.#value(frame, condition, member) !== 0;
      if (!holds) {
        refused.push(...this.#truth(frame, condition, member, false, depth));
        continue;
      }
      if (frame.steps[value]?.op !== 'const') return this.#zero(frame, value, member, depth);
      return { kind: 'condition', decisive: this.#truth(frame, condition, member, true, depth) };
    }
    const otherwise = args.at(-1) ?? -1;
    if (frame.steps[otherwise]?.op !== 'const') return this.#zero(frame, otherwise, member, depth);
    return { kind: 'condition', decisive: refused };
  }

  #truth(
    frame: Frame<number>,
    position: number,
    member: number,
    truth: boolean,
    depth: number,
  ): Decisive[] {
    const step = frame.steps[position];
    const value = this.#value(frame, position, member);
    if (step === undefined || value === undefined || (value !== 0) !== truth) return [];
    const follow = (args: readonly number[], wanted = truth, person = member): Decisive[] =>
      args.flatMap((arg) => this.#truth(frame, arg, person, wanted, depth));
    if (isComparison(step)) {
      const condition = conditionOf(this.#simulation, frame, position, member);
      return condition === undefined ? [] : [{ ...this.#node(frame), condition }];
    }
    switch (step.op) {
      case 'not':
      case 'invert':
        return follow(step.args, !truth);
      case 'mul':
      case 'and':
      case 'min':
      case 'add':
      case 'or':
      case 'max':
      case 'cast':
        return follow(step.args);
      case 'any':
      case 'all': {
        const members = this.#membersOf(frame, step.args[0]);
        if (members.length === 0) return [this.#nobody(frame, step, member)];
        return members.flatMap((person) => follow(step.args, truth, person));
      }
      case 'project': {
        const { of } = this.#simulation.memberships[step.entity] ?? {};
        return follow(step.args, truth, of?.[member] ?? 0);
      }
      case 'select': {
        for (let i = 0; i + 1 < step.args.length; i += 2)
          if (this.#value(frame, step.args[i] ?? -1, member) !== 0)
            return follow([step.args[i] ?? -1], true).concat(follow([step.args[i + 1] ?? -1]));
        return follow([step.args.at(-1) ?? -1]);
      }
      case 'get':
        return this.#truthFrame(this.#asked(frame, step, member), truth, depth + 1);
      default:
        return [];
    }
  }

  /** There is nobody whom a sum could be over. */
  #nobody(
    frame: Frame<number>,
    { entity, mask, line }: Extract<Step, { op: ReduceOp }>,
    member: number,
  ): Decisive {
    const condition: Condition = {
      op: 'gt',
      left: { value: 0, count: rolesIn(this.#simulation.pack.entities[entity], mask) },
      right: { value: 0, constant: true },
      holds: false,
      member,
      ...(line !== undefined && { line }),
    };
    return { ...this.#node(frame), condition };
  }

  /** The members for whom a step was worked out. */
  #membersOf({ memo, steps }: Frame<number>, position: number): number[] {
    return (steps[position]?.axis ?? -1) < 0 ? [] : memo.members(position);
  }

  #asked(frame: Frame<number>, step: Extract<Step, { op: 'get' }>, member: number): Frame<number> {
    return this.#evaluator.frame(step.variable, askedPeriod(frame, step), member);
  }

  #value(
    { steps, memo }: Frame<number>,
    position: number,
    member: number,
  ): number | string | undefined {
    return memo.get(steps, position, member);
  }

  #node({ variable, period, member }: Frame<number>): Decisive {
    const { name } = this.#simulation.pack.variable(variable);
    return { node: `${name}<${period.text}>[${member}]`, variable: name, member };
  }
}

function all(reasons: readonly ZeroReason[]): ZeroReason {
  const conditions = reasons.every(({ kind }) => kind === 'condition');
  return {
    kind: conditions ? 'condition' : 'amount',
    decisive: reasons.flatMap(({ decisive }) => decisive),
  };
}
