import type { Column } from '../column.ts';
import type { CompiledPack } from '../internal/compiled-pack.ts';
import { matchersOf } from '../internal/matchers.ts';
import type { Body, Kind, Step, StepPack } from '../ir.ts';
import { ETERNITY, type Period } from '../period.ts';
import type { Membership } from '../population.ts';
import type { Scale } from '../scale.ts';
import type { Simulation } from '../simulation.ts';
import { clock, periodOf } from '../trace/when.ts';
import { type Cell, compareTexts, join, joinAll, pickFrom, plain, positions } from './cell.ts';
import {
  ANYTHING,
  between,
  binarySpan,
  castSpan,
  compareSpan,
  EITHER,
  exactly,
  isFalse,
  isTrue,
  monotone,
  oneOf,
  scaleSpan,
  type Span,
  truth,
  unarySpan,
  union,
} from './span.ts';
import { numpyArithmetic as numpy } from '../trace/numpy-arithmetic.ts';

/** Cells of a table, and rows of keys, that are looked at one by one. */
const MOST_LOOKUPS = 4096;

/** An unknown input: its position among all of them, and what it can be. */
interface Open {
  readonly at: number;
  readonly cell: Cell;
}

/** Gives what an unknown input can be; nothing for a known one. */
export type Unknowns = (variable: number, period: Period, member: number) => Open | undefined;

/** What a value can be, and the unknown inputs that were looked at to tell. */
export interface Found {
  readonly cell: Cell;
  /** Positions among the unknown inputs. */
  readonly of: ReadonlySet<number>;
}

interface Frame {
  readonly member: number;
  readonly period: Period;
  readonly steps: readonly Step[];
  readonly memo: Map<string, Cell>;
}

/** Works rules out for inputs that are not all known: each step's span holds every value it could have. */
export class BoundsEvaluator {
  readonly #simulation: Simulation;
  readonly #pack: CompiledPack;
  readonly #rules: StepPack;
  readonly #unknowns: Unknowns;
  readonly #known: Map<string, Found>;
  readonly #matchers: readonly ((...values: (number | string)[]) => number)[];
  #looked = new Set<number>();

  /** @param known what has been found before and still holds, see `found` */
  constructor(
    simulation: Simulation,
    rules: StepPack,
    unknowns: Unknowns,
    known: ReadonlyMap<string, Found> = new Map(),
  ) {
    this.#simulation = simulation;
    this.#pack = simulation.pack;
    this.#rules = rules;
    this.#unknowns = unknowns;
    this.#known = new Map(known);
    this.#matchers = matchersOf(rules.keys);
  }

  /** What has been found so far. */
  get found(): ReadonlyMap<string, Found> {
    return this.#known;
  }

  /** What a member's value of a variable can be, and by which unknown inputs. */
  find(variable: number, period: Period, member: number): Found {
    const { unit } = this.#pack.variable(variable);
    const at = unit === 'eternity' ? ETERNITY : period;
    const key = `${variable} ${member} ${at.text}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const outer = this.#looked;
    this.#looked = new Set();
    const open = this.#unknowns(variable, at, member);
    if (open !== undefined) this.#looked.add(open.at);
    const cell = open?.cell ?? this.#work(variable, period, member);
    const found = { cell, of: this.#looked };
    this.#looked = outer;
    this.#known.set(key, found);
    return found;
  }

  /** `find`, inside of a formula. */
  cell(variable: number, period: Period, member: number): Cell {
    const { cell, of } = this.find(variable, period, member);
    for (const at of of) this.#looked.add(at);
    return cell;
  }

  #work(variable: number, period: Period, member: number): Cell {
    const stated: Column | undefined = this.#simulation.stated(variable, period);
    const column = stated === undefined ? undefined : this.#simulation.known(variable, period);
    if (column !== undefined) return plain(column[member] as number | string);
    const { end, initial } = this.#pack.variable(variable);
    const formula =
      end !== undefined && period.from > end
        ? undefined
        : this.#rules.formulas[variable]?.findLast(({ from }) => from <= period.from);
    if (formula === undefined) return plain(initial);
    return this.#body({ member, period, steps: [], memo: new Map() }, formula.body);
  }

  #body(frame: Frame, { steps, result }: Body): Cell {
    const inside = { ...frame, steps: [...frame.steps, ...steps] };
    if (typeof result === 'number') return this.#value(inside, result, frame.member);
    const condition = this.#span(inside, result.condition, frame.member);
    if (isTrue(condition)) return this.#body(inside, result.yes);
    if (isFalse(condition)) return this.#body(inside, result.no);
    const apart = (body: Body): Cell => this.#body({ ...inside, memo: new Map(frame.memo) }, body);
    return join(apart(result.yes), apart(result.no));
  }

  #value(frame: Frame, position: number, member: number): Cell {
    const step = frame.steps[position] as Step;
    const key = `${position} ${step.axis < 0 ? '' : member}`;
    const known = frame.memo.get(key);
    if (known !== undefined) return known;
    const value = this.#evaluate(frame, step, member);
    frame.memo.set(key, value);
    return value;
  }

  #span(frame: Frame, position: number, member: number): Span {
    const value = this.#value(frame, position, member);
    return 'lo' in value ? value : ANYTHING;
  }

  #evaluate(frame: Frame, step: Step, member: number): Cell {
    switch (step.op) {
      case 'const':
        return plain(step.value);
      case 'get':
        return this.#get(frame, step, member);
      case 'parameter': {
        const held = this.#parameter(frame, step);
        const value =
          step.item === undefined ? held : (held as readonly (number | string)[])[step.item];
        return typeof value === 'string' ? [value] : exactly(Number(value));
      }
      case 'clock':
        return exactly(clock(this.#period(frame, step), step.part));
      case 'item':
        return pickFrom(
          this.#parameter(frame, step) as readonly number[],
          this.#span(frame, step.args[0], member),
        );
      case 'scale':
        return scaleSpan(
          this.#parameter(frame, step) as Scale,
          this.#span(frame, step.args[0], member),
        );
      case 'table':
        return this.#table(frame, step, member);
      case 'match':
        return this.#match(frame, step, member);
      case 'select':
        return this.#select(frame, step.args, member);
      case 'role':
        return exactly(this.#hasRole(step.entity, member, step.mask) ? 1 : 0);
      case 'count':
        return exactly(this.#simulation.count(step.entity, step.mask)[member] as number);
      case 'project': {
        if (!this.#hasRole(step.entity, member, step.mask))
          return step.kind === 'text' ? [''] : exactly(0);
        return this.#value(frame, step.args[0], this.#members(step.entity).of[member] as number);
      }
      case 'rank':
        return this.#rank(frame, step, member);
      case 'holder': {
        const members = this.#membersOf(step.entity, member, step.mask);
        const person = step.nth === undefined ? members.at(-1) : members[step.nth];
        return person === undefined
          ? this.#value(frame, step.args[1], member)
          : this.#value(frame, step.args[0], person);
      }
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

  #elementwise(frame: Frame, step: Step, member: number): Cell {
    const [first = 0, second = first] = step.args ?? [];
    const kindOf = (position: number): Kind => (frame.steps[position] as Step).kind;
    const [left, right] = [this.#value(frame, first, member), this.#value(frame, second, member)];
    if (!('lo' in left) || !('lo' in right)) return compareTexts(step.op, left, right);
    switch (step.op) {
      case 'not':
        return truth(isFalse(left), isTrue(left));
      case 'cast':
        return castSpan(left, kindOf(first), step.kind);
      case 'round':
        return monotone(left, (value) => numpy.round(value, step.digits, step.kind));
      case 'invert':
        return step.kind === 'bool'
          ? truth(isFalse(left), isTrue(left))
          : unarySpan('invert', left, step.kind);
      case 'neg':
      case 'floor':
      case 'ceil':
      case 'abs':
      case 'sqrt':
        return unarySpan(step.op, left, step.kind);
      case 'eq':
      case 'ne':
      case 'lt':
      case 'le':
      case 'gt':
      case 'ge':
        return compareSpan(step.op, left, right);
      default:
    }
    if (step.kind === 'bool') {
      if (step.op === 'xor')
        return left.lo === left.hi && right.lo === right.hi
          ? exactly(left.lo === right.lo ? 0 : 1)
          : EITHER;
      if (step.op === 'mul' || step.op === 'and' || step.op === 'min')
        return truth(isTrue(left) && isTrue(right), isFalse(left) || isFalse(right));
      return truth(isTrue(left) || isTrue(right), isFalse(left) && isFalse(right));
    }
    if (step.op === 'and' || step.op === 'or' || step.op === 'xor')
      return between(-(2 ** 31), 2 ** 31 - 1);
    return binarySpan(step.op as 'add', left, right, step.kind);
  }

  #select(frame: Frame, args: readonly number[], member: number): Cell {
    let found: Cell | undefined;
    const add = (position: number): Cell => {
      const value = this.#value(frame, position, member);
      return found === undefined ? value : join(found, value);
    };
    for (let i = 0; i + 1 < args.length; i += 2) {
      const condition = this.#span(frame, args[i] as number, member);
      if (isFalse(condition)) continue;
      found = add(args[i + 1] as number);
      if (isTrue(condition)) return found;
    }
    return add(args.at(-1) as number);
  }

  #table(frame: Frame, step: Extract<Step, { op: 'table' }>, member: number): Cell {
    const { data, shape } = this.#rules.tables[step.table] as StepPack['tables'][number];
    let offsets: number[] = [0];
    for (const [axis, size] of shape.entries()) {
      const places = positions(this.#span(frame, step.args[axis] ?? 0, member), size);
      if (offsets.length * places.length > MOST_LOOKUPS)
        return joinAll(data.map((cell) => plain(cell)));
      offsets = offsets.flatMap((offset) => places.map((place) => offset * size + place));
    }
    return joinAll(offsets.map((offset) => plain(data[offset] as number | string)));
  }

  #match(frame: Frame, step: Extract<Step, { op: 'match' }>, member: number): Cell {
    let rows: (number | string)[][] = [[]];
    for (const arg of step.args) {
      const cell = this.#value(frame, arg, member);
      const values = 'lo' in cell ? cell.values : cell;
      if (values === undefined || rows.length * values.length > MOST_LOOKUPS)
        return between(-1, (this.#rules.keys[step.keys]?.length ?? 0) - 1);
      rows = rows.flatMap((row) => values.map((value) => row.concat(value)));
    }
    return oneOf(rows.map((row) => this.#matchers[step.keys]?.(...row) ?? -1));
  }

  #get(frame: Frame, step: Extract<Step, { op: 'get' }>, member: number): Cell {
    const period = this.#period(frame, step);
    if (step.conversion === undefined) return this.cell(step.variable, period, member);
    const { unit } = this.#pack.variable(step.variable);
    const span = (at: Period): Span => {
      const cell = this.cell(step.variable, at, member);
      return 'lo' in cell ? cell : ANYTHING;
    };
    if (step.conversion === 'add')
      return [...period.parts(unit)].reduce(
        (sum, part) => binarySpan('add', sum, span(part), step.kind),
        exactly(0),
      );
    const whole = period.within(unit as 'year');
    const kind = step.kind === 'float32' ? 'float32' : 'float64';
    return binarySpan('div', span(whole), exactly(whole.count(period.unit)), kind);
  }

  #reduce(
    frame: Frame,
    step: Extract<Step, { op: 'sum' | 'any' | 'all' | 'most' | 'least' }>,
    group: number,
  ): Span {
    const spans = this.#membersOf(step.entity, group, step.mask).map((person) =>
      this.#span(frame, step.args[0], person),
    );
    if (step.op === 'any')
      return truth(
        spans.some((one) => isTrue(one)),
        spans.every((one) => isFalse(one)),
      );
    if (step.op === 'all')
      return truth(
        spans.every((one) => isTrue(one)),
        spans.some((one) => isFalse(one)),
      );
    if (step.op === 'sum')
      return spans.reduce((sum, one) => binarySpan('add', sum, one, 'float64'), exactly(0));
    const [first, ...rest] = spans;
    const most = step.op === 'most';
    if (first === undefined)
      return exactly(most ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY);
    return rest.reduce(
      (best, one) => binarySpan(most ? 'max' : 'min', best, one, 'float64'),
      first,
    );
  }

  /** From how many members certainly, to how many possibly, come before. */
  #rank(frame: Frame, step: Extract<Step, { op: 'rank' }>, member: number): Span {
    const [valueArg = 0, conditionArg] = step.args;
    const meets = (person: number): Span =>
      conditionArg === undefined ? exactly(1) : this.#span(frame, conditionArg, person);
    const own = meets(member);
    if (isFalse(own)) return exactly(-1);
    const value = this.#span(frame, valueArg, member);
    let [sure, possible] = [0, 0];
    for (const other of this.#membersOf(
      step.entity,
      this.#members(step.entity).of[member] as number,
      -1,
    )) {
      const condition = meets(other);
      if (other === member || isFalse(condition)) continue;
      const { lo, hi } = this.#span(frame, valueArg, other);
      const earlier = other < member;
      if (isTrue(condition) && (hi < value.lo || (earlier && hi <= value.lo))) sure++;
      if (lo < value.hi || (earlier && lo <= value.hi)) possible++;
    }
    const places = oneOf(Array.from({ length: possible - sure + 1 }, (_, at) => sure + at));
    return isTrue(own) ? places : union(exactly(-1), places);
  }

  #members(entity: number): Membership {
    return this.#simulation.memberships[entity] as Membership;
  }

  #hasRole(entity: number, person: number, mask: number): boolean {
    return ((this.#members(entity).roles[person] as number) & mask) !== 0;
  }

  #membersOf(entity: number, group: number, mask: number): number[] {
    const found: number[] = [];
    for (const [person, own] of this.#members(entity).of.entries())
      if (own === group && this.#hasRole(entity, person, mask)) found.push(person);
    return found;
  }

  #parameter(
    frame: Frame,
    step: Extract<Step, { parameter: number }>,
  ): ReturnType<Simulation['parameter']> {
    return this.#simulation.parameter(step.parameter, this.#period(frame, step).from);
  }

  #period(frame: Frame, { when }: Extract<Step, { when: unknown }>): Period {
    return periodOf(when, frame.period, (step) => this.#span(frame, step, 0).lo);
  }
}
