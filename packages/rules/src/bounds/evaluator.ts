import type { Body, Step, Table } from '../ir.ts';
import { ETERNITY, type Period } from '../period.ts';
import type { Scale } from '../scale.ts';
import type { Simulation } from '../simulation.ts';
import { clock, periodOf } from '../trace/when.ts';
import { type Cell, isSettled, join, pickFrom, plain, spanOf } from './cell.ts';
import { chooseCell, type Choosing, combineCells } from './choose.ts';
import { reduceSpans } from './elementwise.ts';
import { matchSpan, rankSpan, tableCell } from './lookup.ts';
import type { Frame, Row } from './frame.ts';
import type { Members } from './members.ts';
import { type Held, narrow, type Narrowed, type Taken } from './narrow.ts';
import { type Reliance, relianceOn } from './reliance.ts';
import type { Shared } from './shared.ts';
import { binarySpan, exactly, isFalse, isTrue, meet, scaleSpan, type Span, union } from './span.ts';
import type { Open } from './unknown.ts';
import { Way } from './way.ts';

/** How many assumptions stand within one another. */
const DEEPEST = 3;
/** A step with more values than these is not taken apart. */
const MOST_PARTS = 8;

/**
 * Works rules out for inputs that are not all known: each step's span holds every value it could have. Where a condition is not
 * certain, what follows is worked out as if it held, and as if it did not, each with what the condition says about its parts.
 */
export class BoundsEvaluator {
  readonly #shared: Shared;
  readonly #simulation: Simulation;
  readonly #open: readonly Held[];
  readonly #members: Members;
  readonly #before: BoundsEvaluator | undefined;
  readonly #changed: Reliance | undefined;
  /** By period, then by variable. */
  readonly #rows = new Map<string, Row[]>();
  readonly #running = new Map<number, string>();
  readonly #choosing: Choosing<Frame> = {
    read: (frame, position, member) => this.#read(frame, position, member),
    suppose: (frame, taken, targets) => this.#supposing(frame, taken, targets),
  };
  /** What the value that is being worked out relies on so far. */
  #by: Reliance = 0n;

  /**
   * @param open what each unknown input can be
   * @param before one that had the same but for the inputs `changed`; what does not rely on them is taken over. Without `changed`
   * the one to be narrower than: what is certain is taken over
   */
  private constructor(
    shared: Shared,
    open: readonly Held[],
    before?: BoundsEvaluator,
    changed?: Reliance,
  ) {
    this.#shared = shared;
    this.#simulation = shared.simulation;
    this.#members = shared.members;
    this.#open = open;
    this.#before = before;
    this.#changed = changed;
  }

  /** The first evaluator for unknown inputs. */
  static of(shared: Shared, inputs: readonly Open[]): BoundsEvaluator {
    return new BoundsEvaluator(
      shared,
      inputs.map(({ cell }, input) => heldInput(cell, input)),
    );
  }

  /** One that takes values apart which a result uses more than once: slower. What is certain is not worked out again. */
  narrower(): BoundsEvaluator {
    return new BoundsEvaluator(this.#shared, this.#open, this);
  }

  /** The same with something else for some of the unknown inputs; it must lie within what they could be. */
  changed(changes: ReadonlyMap<number, Cell>): BoundsEvaluator {
    const open = this.#open.slice();
    let changed = 0n;
    for (const [input, cell] of changes) {
      open[input] = heldInput(cell, input);
      changed |= relianceOn(input);
    }
    return new BoundsEvaluator(this.#shared, open, this, changed);
  }

  /** What a member's value of a variable can be. */
  held(variable: number, period: Period, member: number): Held {
    const at = this.#simulation.pack.variable(variable).unit === 'eternity' ? ETERNITY : period;
    const row = this.#row(variable, at.text);
    return (row.held[member] ??=
      this.#earlier(row.before?.held[member]) ??
      this.#open[this.#shared.find(variable, at, member)] ??
      this.#noting(() => this.#work(variable, period, row, at.text, member)));
  }

  #row(variable: number, key: string): Row {
    let rows = this.#rows.get(key);
    if (rows === undefined) this.#rows.set(key, (rows = []));
    return (rows[variable] ??= { held: [], before: this.#before?.known(variable, key) });
  }

  /** What has been worked out so far. */
  private known(variable: number, key: string): Row | undefined {
    return this.#rows.get(key)?.[variable];
  }

  /** A value from before, where it does not rely on what changed. */
  #earlier(held: Held | undefined): Held | undefined {
    if (held === undefined || isSettled(held.cell)) return held;
    return this.#changed !== undefined && (held.by & this.#changed) === 0n ? held : undefined;
  }

  /** Notes what a value relies on while it is worked out. */
  #noting(work: () => Cell): Held {
    const outer = this.#by;
    this.#by = 0n;
    const cell = work();
    const held = { cell, by: isSettled(cell) ? 0n : this.#by };
    this.#by = outer;
    return held;
  }

  #rely({ cell, by }: Held): Cell {
    if (by !== 0n) this.#by |= by;
    return cell;
  }

  #work(variable: number, period: Period, row: Row, key: string, member: number): Cell {
    const stated = this.#simulation.stated(variable, period);
    const column = stated === undefined ? undefined : this.#simulation.known(variable, period);
    if (column !== undefined) return plain(column[member] as number | string);
    const frame = (row.frame ??= this.#frame(variable, period, row.before?.frame));
    const running = this.#running.get(variable);
    const { initial } = this.#simulation.pack.variable(variable);
    // Around in circles, or endlessly back: what the simulation itself says of it.
    if (frame === undefined || running !== undefined) {
      if (running === key || (running !== undefined && this.#simulation.pack.spirals !== 'initial'))
        this.#simulation.get(variable, period);
      return plain(initial);
    }
    this.#running.set(variable, key);
    try {
      return this.#ending(frame, member);
    } finally {
      this.#running.delete(variable);
    }
  }

  #frame(variable: number, period: Period, before: Frame | undefined): Frame | undefined {
    const { end } = this.#simulation.pack.variable(variable);
    const formula =
      end !== undefined && period.from > end
        ? undefined
        : this.#shared.rules.formulas[variable]?.findLast(({ from }) => from <= period.from);
    return (
      formula && {
        way: Way.of(formula.body),
        period,
        memo: [],
        periods: before?.periods ?? [],
        before,
        depth: 0,
      }
    );
  }

  #ending(frame: Frame, member: number): Cell {
    const { result } = frame.way;
    if (typeof result === 'number') return this.#tight(frame, result, member);
    const condition = this.#span(frame, result.condition, member);
    const go = (body: Body): Cell =>
      this.#ending(
        {
          ...frame,
          way: Way.of(body, frame.way),
          memo: frame.memo.slice(),
          periods: frame.periods.slice(),
          before: undefined,
        },
        member,
      );
    if (isTrue(condition)) return go(result.yes);
    if (isFalse(condition)) return go(result.no);
    return join(go(result.yes), go(result.no));
  }

  get #takesApart(): boolean {
    return this.#before !== undefined && this.#changed === undefined;
  }

  /** A value, narrowed by taking apart what it uses more than once. */
  #tight(frame: Frame, position: number, member: number): Cell {
    let cell = this.#read(frame, position, member);
    if (!this.#takesApart || frame.depth > 0 || !('lo' in cell)) return cell;
    const { axis } = frame.way.steps[position] as Step;
    for (const pivot of frame.way.pivots(position)) {
      if (cell.lo === cell.hi) return cell;
      const own = frame.way.steps[pivot]?.axis ?? -1;
      const at = own < 0 || own === axis ? member : this.#groupFor(own, axis, member);
      if (at < 0) continue;
      const { cell: parts } = this.#value(frame, pivot, at);
      if (!('lo' in parts) || parts.lo === parts.hi) continue;
      if (parts.values === undefined || parts.values.length > MOST_PARTS) continue;
      const results = parts.values.map((value) => {
        const taken = { position: pivot, member: at, cell: exactly(value), by: 0n };
        return spanOf(this.#read(this.#assuming(frame, [taken], [position]), position, member));
      });
      cell = meet(
        cell,
        results.reduce((a, b) => union(a, b)),
      );
    }
    return cell;
  }

  /** A person's group, where the pivot is the group's; -1 where it is not. */
  #groupFor(entity: number, axis: number, member: number): number {
    if (axis !== this.#simulation.pack.person) return -1;
    return this.#members.groupOf(entity, member);
  }

  /** A frame in which some values are taken for granted; the same one where that makes no difference to the targets. */
  #assuming(frame: Frame, taken: readonly Narrowed[], targets: readonly number[]): Frame {
    if (taken.length === 0 || frame.depth >= DEEPEST) return frame;
    const affected = frame.way.affected(
      [...new Set(taken.map(({ position }) => position))].sort((a, b) => a - b),
    );
    if (!targets.some((target) => affected[target] === 1)) return frame;
    const memo: (Held | undefined)[] = [];
    for (const { position, member, cell, by } of taken) {
      const place = this.#place(frame.way.steps[position] as Step, position, member);
      const known = memo[place];
      if (known === undefined) memo[place] = { cell, by };
      else if ('lo' in known.cell && 'lo' in cell) {
        const both = meet(known.cell, cell);
        memo[place] = { cell: both, by: known.by | by };
      }
    }
    const { way, period, periods } = frame;
    return { way, period, periods, memo, base: frame, affected, depth: frame.depth + 1 };
  }

  /** A frame in which a condition holds, or not; nothing where it cannot. */
  #supposing(frame: Frame, supposed: Taken, targets: readonly number[]): Frame | undefined {
    const taken = narrow(
      {
        steps: frame.way.steps,
        look: (position, who) => this.#value(frame, position, who),
        groupOf: (entity, person) => this.#members.groupOf(entity, person),
      },
      supposed,
    );
    return taken && this.#assuming(frame, taken, targets);
  }

  #value(frame: Frame, position: number, member: number): Held {
    if (frame.base !== undefined && frame.affected?.[position] !== 1)
      return this.#value(frame.base, position, member);
    const step = frame.way.steps[position] as Step;
    const place = this.#place(step, position, member);
    let held = frame.memo[place] ?? this.#earlier(frame.before?.memo[place]);
    if (held !== undefined) return held;
    const outer = this.#by;
    this.#by = 0n;
    const cell = this.#evaluate(frame, step, position, member);
    held = { cell, by: isSettled(cell) ? 0n : this.#by };
    this.#by = outer;
    frame.memo[place] = held;
    return held;
  }

  /** A number for a step and a member; what is the same for all members has one. */
  #place({ axis }: Step, position: number, member: number): number {
    return axis < 0 ? position * this.#shared.stride : position * this.#shared.stride + member;
  }

  #read(frame: Frame, position: number, member: number): Cell {
    return this.#rely(this.#value(frame, position, member));
  }

  #span(frame: Frame, position: number, member: number): Span {
    return spanOf(this.#read(frame, position, member));
  }

  #evaluate(frame: Frame, step: Step, position: number, member: number): Cell {
    switch (step.op) {
      case 'const':
        return plain(step.value);
      case 'get':
        return this.#get(frame, step, position, member);
      case 'parameter': {
        const held = this.#parameter(frame, step, position);
        const value =
          step.item === undefined ? held : (held as readonly (number | string)[])[step.item];
        return typeof value === 'string' ? [value] : exactly(Number(value));
      }
      case 'clock':
        return exactly(clock(this.#period(frame, step, position), step.part));
      case 'item':
        return pickFrom(
          this.#parameter(frame, step, position) as readonly number[],
          this.#span(frame, step.args[0], member),
        );
      case 'scale':
        return scaleSpan(
          this.#parameter(frame, step, position) as Scale,
          this.#span(frame, step.args[0], member),
        );
      case 'table':
        return tableCell(this.#shared.rules.tables[step.table] as Table, (axis) =>
          this.#span(frame, step.args[axis] ?? 0, member),
        );
      case 'match':
        return matchSpan(
          step.args.map((arg) => this.#read(frame, arg, member)),
          this.#shared.matchers[step.keys],
          this.#shared.rules.keys[step.keys]?.length ?? 0,
        );
      case 'select':
        return chooseCell(this.#choosing, frame, step.args, member);
      case 'role':
        return exactly(this.#members.hasRole(step.entity, member, step.mask) ? 1 : 0);
      case 'count':
        return exactly(this.#simulation.count(step.entity, step.mask)[member] as number);
      case 'project': {
        if (!this.#members.hasRole(step.entity, member, step.mask))
          return step.kind === 'text' ? [''] : exactly(0);
        return this.#read(frame, step.args[0], this.#members.groupOf(step.entity, member));
      }
      case 'rank':
        return rankSpan(
          member,
          this.#members.within(step.entity, this.#members.groupOf(step.entity, member), -1),
          (person) => this.#span(frame, step.args[0] ?? 0, person),
          (person) =>
            step.args[1] === undefined ? exactly(1) : this.#span(frame, step.args[1], person),
        );
      case 'holder': {
        const members = this.#members.within(step.entity, member, step.mask);
        const person = step.nth === undefined ? members.at(-1) : members[step.nth];
        return person === undefined
          ? this.#read(frame, step.args[1], member)
          : this.#read(frame, step.args[0], person);
      }
      case 'sum':
      case 'any':
      case 'all':
      case 'most':
      case 'least':
        return reduceSpans(
          step.op,
          this.#members
            .within(step.entity, member, step.mask)
            .map((person) => spanOf(this.#tight(frame, step.args[0], person))),
        );
      default:
        return combineCells(this.#choosing, frame, step, frame.way.steps, member);
    }
  }

  #get(frame: Frame, step: Extract<Step, { op: 'get' }>, position: number, member: number): Cell {
    const period = this.#period(frame, step, position);
    const ask = (at: Period): Cell => this.#rely(this.held(step.variable, at, member));
    if (step.conversion === undefined) return ask(period);
    const { unit } = this.#simulation.pack.variable(step.variable);
    if (step.conversion === 'add')
      return [...period.parts(unit)].reduce(
        (sum, part) => binarySpan('add', sum, spanOf(ask(part)), step.kind),
        exactly(0),
      );
    const whole = period.within(unit as 'year');
    const kind = step.kind === 'float32' ? 'float32' : 'float64';
    return binarySpan('div', spanOf(ask(whole)), exactly(whole.count(period.unit)), kind);
  }

  #parameter(
    frame: Frame,
    step: Extract<Step, { parameter: number }>,
    position: number,
  ): ReturnType<Simulation['parameter']> {
    return this.#simulation.parameter(step.parameter, this.#period(frame, step, position).from);
  }

  #period(frame: Frame, { when }: Extract<Step, { when: unknown }>, position: number): Period {
    if (when.text === undefined && when.moves.length === 0) return frame.period;
    const read = (step: number): number => this.#span(frame, step, 0).lo;
    if (when.text !== undefined) return periodOf(when, frame.period, read);
    return (frame.periods[position] ??= periodOf(when, frame.period, read));
  }
}

function heldInput(cell: Cell, input: number): Held {
  return { cell, by: isSettled(cell) ? 0n : relianceOn(input) };
}
