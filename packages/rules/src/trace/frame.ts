import type { Step, StepFormula } from '../ir.ts';
import type { Period } from '../period.ts';
import { Memo } from './memo.ts';

/** A value of a step: a text, or a number in the arithmetic that is used. Truth values are 1 and 0. */
export type Cell<N> = N | string;

/** What a formula did for one member: the values it asked for. */
export interface Frame<N> {
  readonly variable: number;
  readonly period: Period;
  readonly member: number;
  /** None: the value was stated, or is the initial one. */
  readonly formula: StepFormula | undefined;
  readonly stated: boolean;
  readonly value: Cell<N>;
  /** The steps on the way that was taken; those that were not needed have no value. */
  readonly steps: readonly Step[];
  /** Position of the step that gives the value. */
  readonly result: number;
  /** Each step's value for each member it was worked out for. */
  readonly memo: Memo<N>;
  /** Parameters that were looked up, and on which day. */
  readonly figures: readonly { readonly parameter: number; readonly date: string }[];
  /** Variables that were asked for. */
  readonly asked: readonly {
    readonly variable: number;
    readonly period: Period;
    readonly member: number;
  }[];
}

/** A frame while it is worked out. */
export type Open<N> = {
  -readonly [K in keyof Frame<N>]: Frame<N>[K];
} & {
  readonly figures: { parameter: number; date: string }[];
  readonly asked: { variable: number; period: Period; member: number }[];
};

/** A frame that nothing was worked out in yet. */
export function opened<N>(
  variable: number,
  period: Period,
  member: number,
  formula: StepFormula | undefined,
): Open<N> {
  return {
    variable,
    period,
    member,
    formula,
    stated: false,
    value: '',
    figures: [],
    memo: new Memo(member),
    asked: [],
    steps: [],
    result: -1,
  };
}
