import type { Column } from './column.ts';
import type { Period, Unit } from './period.ts';
import type { Simulation } from './simulation.ts';

/** What a value is. `int` is 32 bits and `float` single precision, as OpenFisca stores them; `date` has no time of day. */
export type ValueType = 'bool' | 'int' | 'float' | 'text' | 'date' | 'enum';

/** A person's part in a group. */
export interface Role {
  readonly key: string;
  /** The key under which a situation lists the persons of this role; else `key`. */
  readonly plural?: string;
  /** Most persons that may have it. */
  readonly max?: number;
  /** Roles for exactly one person each, given out in this order; `max` is their number. */
  readonly subroles?: readonly string[];
}

/** Persons, or a kind of group of persons (a household). A pack has exactly one entity without roles: the person. */
export interface Entity {
  readonly key: string;
  /** The key under which a situation lists them. */
  readonly plural: string;
  readonly roles?: readonly Role[];
}

/** How a variable is worked out from a date on. */
export interface Formula {
  /** First day it holds, `YYYY-MM-DD`. */
  readonly from: string;
  /** Writes the value of every member of the variable's population into `out`. */
  readonly compute: (simulation: Simulation, period: Period, out: Column) => void;
}

/** A property of an entity: an input, or worked out by the formula in force when the period starts. */
export interface Variable {
  readonly name: string;
  readonly entity: string;
  readonly type: ValueType;
  /** The unit of its periods. */
  readonly unit: Unit;
  /** A number; `true`/`false` as 1/0, a date as days since 1970-01-01, an enum as the position in `values`. */
  readonly initial: number | string;
  /** The names of an enum's values, in order. */
  readonly values?: readonly string[];
  /** What an input for a longer period means: shared out over it, or the same in each part. */
  readonly spread?: 'divide' | 'dispatch';
  /** Last day it exists, `YYYY-MM-DD`; afterwards it has its initial value. */
  readonly end?: string;
  /** By date, oldest first. */
  readonly formulas?: readonly Formula[];
}

/** One value of a parameter at one date; `null` says that there is none from then on. */
export type ParameterValue = number | boolean | string | null | readonly (number | string)[];

/** A bracket of a scale: each of its figures by date, oldest first. */
export type Bracket = Readonly<
  Record<string, readonly (readonly [from: string, value: number | null])[]>
>;

/** How a scale turns a base into an amount. See `applyScale`. */
export type ScaleKind = 'marginal-rate' | 'marginal-amount' | 'single-amount' | 'average-rate';

/** A figure of the law with its dates, oldest first; or a scale made of brackets. */
export type Parameter =
  | {
      readonly path: string;
      readonly values: readonly (readonly [from: string, value: ParameterValue])[];
    }
  | { readonly path: string; readonly scale: ScaleKind; readonly brackets: readonly Bracket[] };

/** Where a pack comes from; shown wherever its figures are. */
export interface Origin {
  readonly name: string;
  readonly version: string;
  /** SPDX id, or the licence's name or address as its authors state it. */
  readonly licence: string;
  /** Where the rules themselves can be had. */
  readonly source: string;
}

/** A body of rules that can be evaluated. */
export interface Pack {
  readonly origin: Origin;
  readonly entities: readonly Entity[];
  readonly variables: readonly Variable[];
  readonly parameters: readonly Parameter[];
  /**
   * What becomes of a variable that needs itself for another period, endlessly: with `initial` the inner one has its initial value,
   * as in OpenFisca; otherwise it is the error `rules/spiral`.
   */
  readonly spirals?: 'initial';
}
