import type { Column } from '../column.ts';
import type { CompiledPack } from '../internal/compiled-pack.ts';
import { matchersOf } from '../internal/matchers.ts';
import { at as tableAt, itemOf } from '../internal/table-index.ts';
import { unitMismatch } from '../internal/unit-mismatch.ts';
import type { Body, Kind, Step, StepFormula, StepPack, When } from '../ir.ts';
import { ETERNITY, type Period } from '../period.ts';
import { type Membership, personsOf } from '../population.ts';
import type { Scale } from '../scale.ts';
import type { Simulation } from '../simulation.ts';
import type { Arithmetic } from './arithmetic.ts';
import { cycle, spiral } from './endless.ts';
import { type Cell, type Frame, type Open, opened } from './frame.ts';
import { clock, periodOf } from './when.ts';

/**
 * Works rules out step by step and only as far as a value needs it: a choice evaluates the way that is taken. Slower than the
 * compiled pack, equal to it in numpy's arithmetic, and able to say what led to a value.
 */
export class Evaluator<N> {
  readonly #simulation: Simulation;
  readonly #pack: CompiledPack;
  readonly #rules: StepPack;
  readonly #arithmetic: Arithmetic<N>;
  readonly #frames = new Map<string, Frame<N>>();
  readonly #running: { readonly key: string; readonly variable: number; readonly at: string }[] =
    [];
  readonly #matchers: readonly ((...values: (number | string)[]) => number)[];
  readonly #read: ((variable: number, period: Period, member: number) => Cell<N>) | undefined;

  /** @param read where the variables that a formula asks for come from; else they are worked out here too */
  constructor(
    simulation: Simulation,
    rules: StepPack,
    arithmetic: Arithmetic<N>,
    read?: (variable: number, period: Period, member: number) => Cell<N>,
  ) {
    this.#read = read;
    this.#simulation = simulation;
    this.#pack = simulation.pack;
    this.#rules = rules;
    this.#arithmetic = arithmetic;
    this.#matchers = matchersOf(rules.keys);
  }

  /** A member's value of a variable, and how it came about. */
  frame(variable: number, period: Period, member: number): Frame<N> {
    const described = this.#pack.variable(variable);
    const at = described.unit === 'eternity' ? ETERNITY : period;
    if (described.unit !== 'eternity' && (period.unit !== described.unit || period.size !== 1))
      throw unitMismatch(described, period);
    const key = `${variable} ${member} ${at.text}`;
    const known = this.#frames.get(key);
    if (known !== undefined) return known;
    if (this.#running.some((one) => one.key === key)) throw cycle(described.name, at);
    const other = this.#running.some((one) => one.variable === variable && one.at !== at.text);
    if (other && this.#stated(variable, period) === undefined && this.#endsHere(variable, at)) {
      // Kept, so that who walks through the explanation comes to an end too.
      const value = this.#cell(described.initial);
      const end = { ...opened<N>(variable, period, member, undefined), value };
      this.#frames.set(key, end);
      return end;
    }
    this.#running.push({ key, variable, at: at.text });
    try {
      const frame = this.#work(variable, period, member);
      this.#frames.set(key, frame);
      return frame;
    } finally {
      this.#running.pop();
    }
  }

  /** See `Pack.spirals`. */
  #endsHere(variable: number, at: Period): boolean {
    if (this.#formula(variable, at) === undefined) return false;
    if (this.#pack.spirals === 'initial') return true;
    throw spiral(this.#pack.variable(variable).name, at);
  }

  #work(variable: number, period: Period, member: number): Frame<N> {
    const described = this.#pack.variable(variable);
    const formula = this.#formula(variable, period);
    const open = opened<N>(variable, period, member, formula);
    const stated = this.#stated(variable, period)?.[member];
    if (stated !== undefined)
      return { ...open, formula: undefined, stated: true, value: this.#cell(stated) };
    if (formula === undefined) return { ...open, value: this.#cell(described.initial) };
    open.value = this.#body(open, formula.body, []);
    return open;
  }

  /** What a formula makes of a member, whatever was stated for the variable itself. */
  apply(formula: StepFormula, variable: number, period: Period, member: number): Cell<N> {
    return this.#body(opened<N>(variable, period, member, formula), formula.body, []);
  }

  #stated(variable: number, period: Period): Column | undefined {
    const exact = this.#simulation.stated(variable, period);
    return exact === undefined || this.#arithmetic.name === 'exact'
      ? exact
      : this.#simulation.known(variable, period);
  }

  #formula(variable: number, period: Period): StepFormula | undefined {
    const { end } = this.#pack.variable(variable);
    if (end !== undefined && period.from > end) return undefined;
    return this.#rules.formulas[variable]?.findLast(({ from }) => from <= period.from);
  }

  #body(frame: Open<N>, { steps, result }: Body, before: readonly Step[]): Cell<N> {
    const all = [...before, ...steps];
    frame.steps = all;
    if (typeof result === 'number') {
      frame.result = result;
      return this.#value(frame, result, frame.member);
    }
    const way = this.#truth(frame, result.condition, frame.member) ? result.yes : result.no;
    return this.#body(frame, way, all);
  }

  /** A step's value for a member of the step's population. */
  #value(frame: Open<N>, position: number, member: number): Cell<N> {
    const step = frame.steps[position] as Step;
    const known = frame.memo.get(frame.steps, position, member);
    if (known !== undefined) return known;
    const value = this.#evaluate(frame, step, member);
    frame.memo.set(frame.steps, position, member, value);
    return value;
  }

  #number(frame: Open<N>, position: number, member: number): N {
    const value = this.#value(frame, position, member);
    if (typeof value === 'string') throw new TypeError('a text where a number is needed');
    return value;
  }

  #plain(frame: Open<N>, position: number, member: number): number {
    return this.#arithmetic.toNumber(this.#number(frame, position, member));
  }

  #truth(frame: Open<N>, position: number, member: number): boolean {
    return this.#plain(frame, position, member) !== 0;
  }

  #cell(value: number | string): Cell<N> {
    return typeof value === 'string' ? value : this.#arithmetic.from(value);
  }

  #bool(value: boolean): N {
    return this.#arithmetic.from(value ? 1 : 0);
  }

  #evaluate(frame: Open<N>, step: Step, member: number): Cell<N> {
    const math = this.#arithmetic;
    switch (step.op) {
      case 'const':
        return this.#cell(step.value);
      case 'get':
        return this.#get(frame, step, member);
      case 'parameter': {
        const held = this.#parameter(frame, step);
        const value = step.item === undefined ? held : itemOf(held, step.item);
        return typeof value === 'string' ? value : math.from(Number(value));
      }
      case 'clock':
        return math.from(clock(this.#period(frame, step.when), step.part));
      case 'item':
        return math.from(
          itemOf(this.#parameter(frame, step), this.#plain(frame, step.args[0], member)),
        );
      case 'scale':
        return math.scale(
          this.#parameter(frame, step) as Scale,
          this.#number(frame, step.args[0], member),
        );
      case 'table': {
        const { data, shape } = this.#rules.tables[step.table] as StepPack['tables'][number];
        const offset = step.args.reduce((sum, arg, axis) => {
          const size = shape[axis] ?? 1;
          return sum * size + tableAt(this.#plain(frame, arg, member), size);
        }, 0);
        return this.#cell(data[offset] as number | string);
      }
      case 'match': {
        const values = step.args.map((arg) => {
          const value = this.#value(frame, arg, member);
          return typeof value === 'string' ? value : math.toNumber(value);
        });
        return math.from(this.#matchers[step.keys]?.(...values) ?? -1);
      }
      case 'select': {
        for (let i = 0; i + 1 < step.args.length; i += 2)
          if (this.#truth(frame, step.args[i] as number, member))
            return this.#value(frame, step.args[i + 1] as number, member);
        return this.#value(frame, step.args.at(-1) as number, member);
      }
      case 'role':
        return this.#bool(this.#hasRole(step.entity, member, step.mask));
      case 'count':
        return math.from(this.#simulation.count(step.entity, step.mask)[member] as number);
      case 'project': {
        if (!this.#hasRole(step.entity, member, step.mask))
          return step.kind === 'text' ? '' : math.from(0);
        const group = this.#members(step.entity).of[member] as number;
        return this.#value(frame, step.args[0], group);
      }
      case 'rank':
        return math.from(this.#rank(frame, step, member));
      case 'holder':
        return this.#holder(frame, step, member);
      case 'sum':
      case 'any':
      case 'all':
      case 'most':
      case 'least':
        return this.#reduce(frame, step, member);
      default:
        return this.#elementwise(frame, step, member);
    }
  }

  #elementwise(frame: Open<N>, step: Step, member: number): Cell<N> {
    const math = this.#arithmetic;
    const [first = 0, second = 0] = step.args ?? [];
    const kindOf = (position: number): Kind => (frame.steps[position] as Step).kind;
    switch (step.op) {
      case 'not':
        return this.#bool(!this.#truth(frame, first, member));
      case 'cast': {
        const value = this.#value(frame, first, member);
        return typeof value === 'string' ? value : math.cast(value, kindOf(first), step.kind);
      }
      case 'round':
        return math.round(this.#number(frame, first, member), step.digits, step.kind);
      case 'invert':
        if (step.kind === 'bool') return this.#bool(!this.#truth(frame, first, member));
        return math.unary('invert', this.#number(frame, first, member), step.kind);
      case 'neg':
      case 'floor':
      case 'ceil':
      case 'abs':
      case 'sqrt':
        return math.unary(step.op, this.#number(frame, first, member), step.kind);
      case 'eq':
      case 'ne':
      case 'lt':
      case 'le':
      case 'gt':
      case 'ge':
        return this.#bool(
          this.#compare(
            step.op,
            this.#value(frame, first, member),
            this.#value(frame, second, member),
          ),
        );
      default:
    }
    if (step.kind === 'bool') return this.#logical(frame, step, member);
    const [a, b] = [this.#number(frame, first, member), this.#number(frame, second, member)];
    if (step.op === 'and' || step.op === 'or' || step.op === 'xor')
      return math.from(bits(step.op, math.toNumber(a), math.toNumber(b)));
    return math.binary(step.op as 'add', a, b, step.kind);
  }

  /** `*` of truth values is *and*, `+` is *or*. The second is not looked at where the first decides. */
  #logical(frame: Open<N>, step: Step, member: number): N {
    const [first = 0, second = 0] = step.args ?? [];
    const left = this.#truth(frame, first, member);
    if (step.op === 'xor') return this.#bool(left !== this.#truth(frame, second, member));
    const both = step.op === 'mul' || step.op === 'and' || step.op === 'min';
    return this.#bool(left === both ? this.#truth(frame, second, member) : left);
  }

  #compare(op: string, a: Cell<N>, b: Cell<N>): boolean {
    const order =
      typeof a === 'string' || typeof b === 'string'
        ? a === b
          ? 0
          : Number.NaN
        : this.#arithmetic.compare(a, b);
    switch (op) {
      case 'eq':
        return order === 0;
      case 'ne':
        return order !== 0;
      case 'lt':
        return order < 0;
      case 'le':
        return order <= 0;
      case 'gt':
        return order > 0;
      default:
        return order >= 0;
    }
  }

  #get(frame: Open<N>, step: Extract<Step, { op: 'get' }>, member: number): Cell<N> {
    const period = this.#period(frame, step.when);
    const math = this.#arithmetic;
    const ask = (at: Period): Cell<N> => {
      frame.asked.push({ variable: step.variable, period: at, member });
      if (this.#read !== undefined) return this.#read(step.variable, at, member);
      return this.frame(step.variable, at, member).value;
    };
    if (step.conversion === undefined) return ask(period);
    const variable = this.#pack.variable(step.variable);
    if (step.conversion === 'divide') {
      const whole = period.within(variable.unit as 'year');
      const parts = math.from(whole.count(period.unit));
      const kind = step.kind === 'float32' ? 'float32' : 'float64';
      return math.binary('div', ask(whole) as N, parts, kind);
    }
    let sum = math.from(0);
    for (const part of period.parts(variable.unit))
      sum = math.binary('add', sum, ask(part) as N, step.kind);
    return sum;
  }

  #reduce(
    frame: Open<N>,
    step: Extract<Step, { op: 'sum' | 'any' | 'all' | 'most' | 'least' }>,
    group: number,
  ): N {
    const math = this.#arithmetic;
    const [arg] = step.args;
    const members = [...this.#membersOf(step.entity, group, step.mask)];
    if (step.op === 'any')
      return this.#bool(members.some((person) => this.#truth(frame, arg, person)));
    if (step.op === 'all')
      return this.#bool(members.every((person) => this.#truth(frame, arg, person)));
    const values = members.map((person) => this.#number(frame, arg, person));
    if (step.op === 'sum')
      return values.reduce((sum, value) => math.binary('add', sum, value, 'float64'), math.from(0));
    const [first, ...rest] = values;
    if (first === undefined)
      return math.from(step.op === 'most' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY);
    return rest.reduce(
      (best, value) => math.binary(step.op === 'most' ? 'max' : 'min', best, value, 'float64'),
      first,
    );
  }

  #holder(frame: Open<N>, step: Extract<Step, { op: 'holder' }>, group: number): Cell<N> {
    const members = [...this.#membersOf(step.entity, group, step.mask)];
    const person = step.nth === undefined ? members.at(-1) : members[step.nth];
    return person === undefined
      ? this.#value(frame, step.args[1], group)
      : this.#value(frame, step.args[0], person);
  }

  /** Place among those of the group that count; only their values are asked for. */
  #rank(frame: Open<N>, { entity, args }: Extract<Step, { op: 'rank' }>, member: number): number {
    const [value = 0, condition] = args;
    const counts = (person: number): boolean =>
      condition === undefined || this.#truth(frame, condition, person);
    if (!counts(member)) return -1;
    const own = this.#plain(frame, value, member);
    const { of } = this.#members(entity);
    let rank = 0;
    for (const other of personsOf(this.#members(entity), of[member] as number)) {
      if (other === member || !counts(other)) continue;
      const theirs = this.#plain(frame, value, other);
      if (theirs < own || (theirs === own && other < member)) rank++;
    }
    return rank;
  }

  #members(entity: number): Membership {
    return this.#simulation.memberships[entity] as Membership;
  }

  #hasRole(entity: number, person: number, mask: number): boolean {
    return ((this.#members(entity).roles[person] as number) & mask) !== 0;
  }

  *#membersOf(entity: number, group: number, mask: number): Generator<number> {
    for (const person of personsOf(this.#members(entity), group))
      if (this.#hasRole(entity, person, mask)) yield person;
  }

  #parameter(
    frame: Open<N>,
    step: Extract<Step, { parameter: number }>,
  ): ReturnType<Simulation['parameter']> {
    const date = this.#period(frame, step.when).from;
    frame.figures.push({ parameter: step.parameter, date });
    return this.#simulation.parameter(step.parameter, date);
  }

  #period(frame: Open<N>, when: When): Period {
    return periodOf(when, frame.period, (step) => this.#plain(frame, step, 0));
  }
}

function bits(op: 'and' | 'or' | 'xor', a: number, b: number): number {
  return op === 'and' ? a & b : op === 'or' ? a | b : a ^ b;
}
