import type { StepPack } from '../ir.ts';
import { parsePeriod, type Period } from '../period.ts';
import type { Simulation } from '../simulation.ts';
import type { Cell } from './cell.ts';
import { BoundsEvaluator, type Found } from './evaluator.ts';
import { between, oneOf } from './span.ts';

/** An input that is not known yet, and what it can be. */
export interface Unknown {
  readonly variable: string;
  /** Position in the entity's population. */
  readonly member: number;
  /** Where it is not known for one period only; otherwise for none. As OpenFisca writes it, `2024-01`. */
  readonly period?: string;
  /** The only values there are: numbers as columns hold them, or texts. Without it, every value of an enum or truth value. */
  readonly values?: readonly number[] | readonly string[];
  /** Of a number: the smallest it can be. */
  readonly least?: number;
  /** Of a number: the largest it can be. */
  readonly most?: number;
}

/** Between what a member's value must lie. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** An unknown input that can still change the result. */
export interface Missing extends Unknown {
  /** By how much knowing it narrows the bounds, on average of the values that were tried. */
  readonly effect: number;
}

function keyOf(index: number, person: number, when: string): string {
  return `${index} ${person} ${when}`;
}

/**
 * Bounds of any number of values while inputs are unknown; what they have in common is worked out once. The true value always
 * lies within; with no unknown inputs both bounds are the value. They can be wider than the true least and most, because what
 * depends on the same input twice counts twice.
 */
export class BoundsReader {
  readonly #simulation: Simulation;
  readonly #rules: StepPack;
  readonly #unknown: readonly Unknown[];
  readonly #evaluator: BoundsEvaluator;

  /**
   * @param unknown inputs without a value; any other input has what was stated, or its initial value
   * @throws RulesError `rules/unknown-variable`
   */
  constructor(
    simulation: Simulation,
    rules: StepPack,
    unknown: readonly Unknown[],
    known?: ReadonlyMap<string, Found>,
  ) {
    this.#simulation = simulation;
    this.#rules = rules;
    this.#unknown = unknown;
    const open = new Map(
      unknown.map((one, at) => [
        keyOf(simulation.pack.indexOf(one.variable), one.member, one.period ?? ''),
        { at, cell: cellOf(simulation, one) },
      ]),
    );
    this.#evaluator = new BoundsEvaluator(
      simulation,
      rules,
      (index, { text }, person) =>
        open.get(keyOf(index, person, text)) ?? open.get(keyOf(index, person, '')),
      known,
    );
  }

  /**
   * Lower and upper bound of a member's value.
   * @throws RulesError as `Simulation.calculate` does
   */
  bounds(variable: string, period: string | number | Period, member = 0): Bounds {
    const { cell } = this.#find(variable, period, member);
    return 'lo' in cell
      ? { least: cell.lo, most: cell.hi }
      : { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY };
  }

  /**
   * Positions of the unknown inputs that the bounds depend on; no other one can change the value.
   * @throws RulesError as `Simulation.calculate` does
   */
  open(variable: string, period: string | number | Period, member = 0): ReadonlySet<number> {
    return this.#find(variable, period, member).of;
  }

  /** The same with some of the unknown inputs, by position, known better; only what they have a part in is worked out anew. */
  narrowed(changes: ReadonlyMap<number, Unknown>): BoundsReader {
    const still = [...this.#evaluator.found].filter(
      ([, { of }]) => ![...changes.keys()].some((at) => of.has(at)),
    );
    const unknown = this.#unknown.map((one, at) => changes.get(at) ?? one);
    return new BoundsReader(this.#simulation, this.#rules, unknown, new Map(still));
  }

  #find(variable: string, period: string | number | Period, member: number): Found {
    const at = typeof period === 'object' ? period : parsePeriod(period);
    return this.#evaluator.find(this.#simulation.pack.indexOf(variable), at, member);
  }
}

/**
 * `BoundsReader.bounds` of one value.
 * @throws RulesError as `Simulation.calculate` does
 */
export function boundsOf(
  simulation: Simulation,
  rules: StepPack,
  variable: string,
  period: string | number | Period,
  unknown: readonly Unknown[],
  member = 0,
): Bounds {
  return new BoundsReader(simulation, rules, unknown).bounds(variable, period, member);
}

/**
 * The unknown inputs that can still change a value, the one that narrows it most first: what to ask next.
 * @throws RulesError as `boundsOf` does
 */
export function missingInputs(
  simulation: Simulation,
  rules: StepPack,
  variable: string,
  period: string | number | Period,
  unknown: readonly Unknown[],
  member = 0,
): Missing[] {
  const width = (inputs: readonly Unknown[]): number => {
    const { least, most } = boundsOf(simulation, rules, variable, period, inputs, member);
    return least === most ? 0 : most - least;
  };
  const all = width(unknown);
  if (all === 0) return [];
  return unknown
    .map((one): Missing => {
      const others = unknown.filter((other) => other !== one);
      const tries = samples(simulation, one);
      const left = tries.map((value) =>
        width([...others, { ...one, values: [value] as number[] }]),
      );
      const mean = left.reduce((sum, one) => sum + one, 0) / left.length;
      return {
        ...one,
        effect: Number.isFinite(all) ? all - mean : left.filter((rest) => rest < all).length,
      };
    })
    .filter(({ effect }) => effect > 0)
    .sort((a, b) => b.effect - a.effect);
}

/** Values to try an input with: all of a few, else the ends, the middle and two between. */
function samples(simulation: Simulation, one: Unknown): (number | string)[] {
  const cell = cellOf(simulation, one);
  if (!('lo' in cell)) return [...cell].slice(0, 5);
  if (cell.values !== undefined) return [...cell.values].slice(0, 9);
  const [lo, hi] = [Math.max(cell.lo, -1e9), Math.min(cell.hi, 1e9)];
  return [0, 0.25, 0.5, 0.75, 1].map((part) => Math.round(lo + (hi - lo) * part));
}

function cellOf(simulation: Simulation, { variable, values, least, most }: Unknown): Cell {
  const described = simulation.pack.variable(simulation.pack.indexOf(variable));
  if (values !== undefined)
    return values.every((value) => typeof value === 'number') ? oneOf(values) : values.map(String);
  if (described.type === 'text') return [String(described.initial)];
  if (described.type === 'bool') return oneOf([0, 1]);
  if (described.type === 'enum') return oneOf((described.values ?? []).map((_, at) => at));
  return between(least ?? Number.NEGATIVE_INFINITY, most ?? Number.POSITIVE_INFINITY);
}
