import { type Column, initialColumn, newColumn } from './column.ts';
import { RulesError } from './error.ts';
import { CompiledPack } from './internal/compiled-pack.ts';
import { unitMismatch } from './internal/unit-mismatch.ts';
import type { Pack, ParameterValue, Variable } from './pack.ts';
import { parameterAt } from './parameter.ts';
import { ETERNITY, parsePeriod, type Period } from './period.ts';
import { countMembers, type Membership, type Population } from './population.ts';
import type { Scale } from './scale.ts';

/** How a variable may be asked for over another period than its own: summed up, or a share of the longer one. */
export type Conversion = 'add' | 'divide';

/** A variable's values for a period, as they were stated. */
export interface StatedColumn {
  /** Position of the variable in the pack. */
  readonly index: number;
  readonly period: Period;
  readonly column: Column;
  /** Before they were rounded to the column's type. */
  readonly exact: Column;
}

/** A variable's values in every period that nothing else was stated for. */
export type SteadyColumn = Omit<StatedColumn, 'period'>;

/** A variable that is being worked out for a period. */
interface Running {
  readonly index: number;
  readonly key: string;
}

/**
 * A population and what is known about it. Values are worked out when asked for, once per variable and period, in numpy's
 * arithmetic: whole numbers of 32 bits, single precision where OpenFisca stores it.
 */
export class Simulation {
  readonly pack: CompiledPack;
  /** In the order of `pack.entities`. */
  readonly populations: readonly Population[];
  /** In the order of `pack.entities`; the person's own is empty. */
  readonly memberships: readonly Membership[];
  /** Newest date among the rules and figures used so far, `YYYY-MM-DD`; empty before the first. */
  asOf = '';
  readonly #columns: Map<string, Column>[];
  readonly #running: (Period | undefined)[];
  readonly #stack: Running[] = [];
  /** Values that rest on an endless step which was cut off; not kept when all is done. */
  readonly #unkept = new Set<Running>();
  readonly #endless = new Set<number>();
  readonly #parameters = new Map<string, (ParameterValue | Scale | undefined)[]>();
  readonly #counts = new Map<string, Int32Array>();
  readonly #stated = new Map<string, StatedColumn>();
  readonly #always = new Map<number, SteadyColumn>();

  /** Use `buildSimulation`, which checks what it is given. */
  constructor(
    pack: Pack | CompiledPack,
    populations: readonly Population[],
    memberships: readonly Membership[],
  ) {
    this.pack = CompiledPack.of(pack);
    this.populations = populations;
    this.memberships = memberships;
    this.#columns = this.pack.variables.map(() => new Map<string, Column>());
    this.#running = this.pack.variables.map(() => undefined);
  }

  /**
   * Every member's value of a variable.
   * @param conversion for a period of another length than the variable's own
   * @throws RulesError `rules/unknown-variable`, `rules/bad-period`, `rules/period-mismatch`, `rules/cycle`, `rules/spiral`
   */
  calculate(name: string, period: string | number | Period, conversion?: Conversion): Column {
    const index = this.pack.indexOf(name);
    const at = typeof period === 'object' ? period : parsePeriod(period);
    if (conversion === undefined) return this.get(index, at);
    return conversion === 'add' ? this.sum(index, at) : this.share(index, at);
  }

  /** `calculate` for compiled rules: the variable by its position in the pack. */
  get(index: number, period: Period): Column {
    const variable = this.pack.variable(index);
    const key = this.#when(index, period);
    const columns = this.#columns[index] as Map<string, Column>;
    const known = columns.get(key);
    if (known !== undefined) return known;
    if (variable.unit !== 'eternity' && (period.unit !== variable.unit || period.size !== 1))
      throw unitMismatch(variable, period);
    const busy = this.#running[index];
    if (busy !== undefined && this.#endsHere(index, variable, busy, period))
      return initialColumn(variable, this.#population(this.pack.entityOf(variable)).count);
    const column = this.#compute(index, variable, period, key);
    columns.set(key, column);
    if (this.#stack.length === 0 && this.#unkept.size > 0) this.#forget();
    return column;
  }

  /** The sum over the parts of a longer period (OpenFisca's `ADD`), in the variable's own precision. */
  sum(index: number, period: Period): Column {
    const variable = this.pack.variable(index);
    if (variable.unit === 'eternity' || variable.type === 'text' || period.count(variable.unit) < 1)
      throw unitMismatch(variable, period);
    const total = this.#room(variable, variable.type === 'bool' ? 'int' : variable.type);
    for (const part of period.parts(variable.unit)) {
      const column = this.get(index, part) as Float32Array;
      for (let i = 0; i < column.length; i++)
        total[i] = (total[i] as number) + (column[i] as number);
    }
    return total;
  }

  /** A shorter period's share of a longer one (OpenFisca's `DIVIDE`): the year's value by twelve. */
  share(index: number, period: Period): Column {
    const variable = this.pack.variable(index);
    const { unit, type } = variable;
    if (
      (unit !== 'year' && unit !== 'month' && unit !== 'week') ||
      period.size !== 1 ||
      type === 'text'
    )
      throw unitMismatch(variable, period);
    const whole = period.within(unit);
    const parts = whole.count(period.unit);
    if (parts < 1) throw unitMismatch(variable, period);
    const column = this.get(index, whole) as Float32Array;
    return type === 'float'
      ? column.map((value) => value / parts)
      : Float64Array.from(column, (value) => value / parts);
  }

  /**
   * States a variable's values, one per member; they are not worked out any more. The column must not change afterwards.
   * @param exact the same values before they were rounded to the column's type, for exact fractions
   */
  set(index: number, period: Period, column: Column, exact: Column = column): void {
    const text = this.#when(index, period);
    (this.#columns[index] as Map<string, Column>).set(text, column);
    this.#stated.set(`${index} ${text}`, { index, period, column, exact });
  }

  /** States values that hold in every period that nothing else is stated for: "my income is the same every month". */
  setAlways(index: number, column: Column, exact: Column = column): void {
    this.#always.set(index, { index, column, exact });
  }

  /** What was stated for this period or for every one, before it was rounded to the variable's type. */
  stated(index: number, period: Period): Column | undefined {
    const found = this.#stated.get(`${index} ${this.#when(index, period)}`);
    return (found ?? this.#always.get(index))?.exact;
  }

  /** Everything that was stated for a period. */
  inputs(): Iterable<StatedColumn> {
    return this.#stated.values();
  }

  /** Everything that was stated for every period. */
  steadyInputs(): Iterable<SteadyColumn> {
    return this.#always.values();
  }

  /** What has been stated or worked out for exactly this period, or stated for every one. */
  known(index: number, period: Period): Column | undefined {
    const column = this.#columns[index]?.get(this.#when(index, period));
    return column ?? this.#always.get(index)?.column;
  }

  /**
   * A parameter in force on a day, `YYYY-MM-DD`, by its position in the pack.
   * @throws RulesError `rules/parameter-undefined`
   */
  parameter(index: number, date: string): ParameterValue | Scale {
    let found = this.#parameters.get(date);
    if (found === undefined) this.#parameters.set(date, (found = []));
    const known = found[index];
    if (known !== undefined) return known;
    const { value, from } = parameterAt(this.pack.parameter(index), date);
    if (from > this.asOf) this.asOf = from;
    found[index] = value;
    return value;
  }

  /** How many persons of the roles in `mask` each group of an entity has; `-1` counts all. */
  count(entity: number, mask: number): Int32Array {
    const key = `${entity}:${mask}`;
    let counts = this.#counts.get(key);
    if (counts === undefined)
      this.#counts.set(
        key,
        (counts = countMembers(
          this.memberships[entity] as Membership,
          this.#population(entity).count,
          mask,
        )),
      );
    return counts;
  }

  /** The period that a variable's values are kept under. */
  #when(index: number, period: Period): string {
    return (this.pack.variable(index).unit === 'eternity' ? ETERNITY : period).text;
  }

  #population(entity: number): Population {
    return this.populations[entity] as Population;
  }

  #room(variable: Variable, type = variable.type): Float32Array {
    const { count } = this.#population(this.pack.entityOf(variable));
    return newColumn(type, count) as Float32Array;
  }

  #compute(index: number, variable: Variable, period: Period, key: string): Column {
    const always = this.#always.get(index);
    if (always !== undefined) return always.column;
    const formula = this.pack.formulaAt(index, period.from);
    const { count } = this.#population(this.pack.entityOf(variable));
    if (formula === undefined) return initialColumn(variable, count);
    if (formula.from > this.asOf) this.asOf = formula.from;
    this.#running[index] = period;
    this.#stack.push({ index, key });
    try {
      const out = newColumn(variable.type, count);
      formula.compute(this, period, out);
      return out;
    } finally {
      this.#running[index] = undefined;
      this.#stack.pop();
    }
  }

  /**
   * Whether a variable that is being worked out, and needs itself for another period, has its initial value there. What rests on
   * that is used until all is done, and then worked out anew where it is asked for: as OpenFisca does it.
   */
  #endsHere(index: number, variable: Variable, busy: Period, period: Period): boolean {
    if (this.#always.has(index) || this.pack.formulaAt(index, period.from) === undefined)
      return false;
    if (this.pack.spirals !== 'initial' || busy.text === period.text)
      throw this.#goesInCircles(variable, busy, period);
    this.#endless.add(index);
    for (let at = this.#stack.length - 1; at >= 0; at--) {
      const one = this.#stack[at] as Running;
      this.#unkept.add(one);
      if (one.index === index) break;
    }
    return true;
  }

  #forget(): void {
    for (const { index, key } of this.#unkept) this.#columns[index]?.delete(key);
    this.#unkept.clear();
  }

  /** Names of the variables whose endless steps into other periods were cut off at their initial value. */
  get endless(): readonly string[] {
    return [...this.#endless].map((index) => this.pack.variable(index).name);
  }

  #goesInCircles(variable: Variable, busy: Period, period: Period): RulesError {
    const names = this.#stack.map(({ index }) => this.pack.variable(index).name);
    const way = [...names.slice(names.indexOf(variable.name)), variable.name].join(' → ');
    return busy.text === period.text
      ? new RulesError('rules/cycle', [variable.name, period.text, way])
      : new RulesError('rules/spiral', [variable.name, period.text, way, busy.text]);
  }
}
