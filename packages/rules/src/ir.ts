import type { Unit } from './period.ts';
import type { Conversion } from './simulation.ts';

/**
 * A formula between its source and what runs: a list of steps, each a value worked out of earlier ones. Compiled packs are
 * written from it, and the explanation evaluates it as it stands (docs/decisions/0012-rules-ir.md).
 */

/**
 * What a step yields, in numpy's words. `date`, `months` and `years` count from 1970 as `datetime64[D]`, `[M]`, `[Y]` do;
 * an `enum` is a position.
 */
export type Kind =
  | 'bool'
  | 'int32'
  | 'int64'
  | 'float32'
  | 'float64'
  | 'text'
  | 'date'
  | 'months'
  | 'years'
  | 'enum';

/** A step of the walk from one period to another. */
export type Move =
  | readonly ['within', 'week' | 'month' | 'year' | 'day' | 'weekday']
  | readonly ['offset', number, Unit]
  | readonly ['shift', number]
  /** To the first day of its own unit, as long as before. */
  | readonly ['floor']
  | readonly ['resize', Unit, number]
  | readonly ['stop'];

/** A period: the formula's own, or one written out of texts and whole-number steps; then moved. */
export interface When {
  readonly text?: readonly (string | number)[];
  readonly moves: readonly Move[];
}

export type UnaryOp = 'not' | 'neg' | 'invert' | 'floor' | 'ceil' | 'abs' | 'cast' | 'sqrt';

export type BinaryOp =
  | 'add'
  | 'sub'
  | 'mul'
  | 'div'
  | 'mod'
  | 'floordiv'
  | 'pow'
  | 'and'
  | 'or'
  | 'xor'
  | 'eq'
  | 'ne'
  | 'lt'
  | 'le'
  | 'gt'
  | 'ge'
  | 'min'
  | 'max';

/** Over the members of a group that have one of the roles in `mask`. */
export type ReduceOp = 'sum' | 'any' | 'all' | 'most' | 'least';

/** What is common to all steps. */
interface StepBase {
  readonly kind: Kind;
  /** Position of the entity it has a value for each member of; -1 for one value for all. */
  readonly axis: number;
  /** Line in the source, from 1. */
  readonly line?: number;
  /** What the source calls it. */
  readonly name?: string;
}

/** One step; `args` are positions of earlier ones. */
export type Step = StepBase &
  (
    | { readonly op: 'const'; readonly value: number | string; readonly args?: undefined }
    | {
        readonly op: 'get';
        readonly variable: number;
        readonly when: When;
        readonly conversion?: Conversion;
        readonly args?: undefined;
      }
    | {
        readonly op: 'parameter';
        readonly parameter: number;
        readonly when: When;
        /** Position in a parameter that is a list. */
        readonly item?: number;
        readonly args?: undefined;
      }
    | {
        readonly op: 'clock';
        readonly when: When;
        readonly part: 'year' | 'month' | 'day' | 'date' | 'days' | 'months';
        readonly args?: undefined;
      }
    | { readonly op: UnaryOp; readonly args: readonly [number] }
    | { readonly op: 'round'; readonly digits: number; readonly args: readonly [number] }
    | { readonly op: BinaryOp; readonly args: readonly [number, number] }
    /** Condition, value, condition, value, …, otherwise: the first condition that holds decides. */
    | { readonly op: 'select'; readonly args: readonly number[] }
    /** A cell of a table, by one index per dimension. */
    | { readonly op: 'table'; readonly table: number; readonly args: readonly number[] }
    /** An item of a list parameter, by index. */
    | {
        readonly op: 'item';
        readonly parameter: number;
        readonly when: When;
        readonly args: readonly [number];
      }
    /** Position of the first row of keys that equals the arguments, else -1. */
    | { readonly op: 'match'; readonly keys: number; readonly args: readonly number[] }
    | {
        readonly op: 'scale';
        readonly parameter: number;
        readonly when: When;
        readonly args: readonly [number];
      }
    | {
        readonly op: ReduceOp;
        readonly entity: number;
        readonly mask: number;
        readonly args: readonly [number];
      }
    /** The value of the one member that has the role (`mask`), or is the `nth`; otherwise the second argument. */
    | {
        readonly op: 'holder';
        readonly entity: number;
        readonly mask: number;
        readonly nth?: number;
        readonly args: readonly [number, number];
      }
    /** The group's value for each of its members; zero for those without a role in `mask`. */
    | {
        readonly op: 'project';
        readonly entity: number;
        readonly mask: number;
        readonly args: readonly [number];
      }
    | {
        readonly op: 'role';
        readonly entity: number;
        readonly mask: number;
        readonly args?: undefined;
      }
    | {
        readonly op: 'count';
        readonly entity: number;
        readonly mask: number;
        readonly args?: undefined;
      }
    /** Place among the group's members by value, smallest first; -1 where the second argument does not hold. */
    | { readonly op: 'rank'; readonly entity: number; readonly args: readonly number[] }
  );

/** The steps of a formula, and where it ends: at a value, or at a question about the period that leads to other steps. */
export interface Body {
  /** Positions go on from those of the body around it. */
  readonly steps: readonly Step[];
  readonly result: number | Fork;
}

/** Only one way is taken, and only its steps are worked out. */
export interface Fork {
  readonly condition: number;
  readonly yes: Body;
  readonly no: Body;
}

/** A constant table, rows one after another. */
export interface Table {
  readonly data: readonly (number | string)[];
  readonly shape: readonly number[];
}

/** A formula as data. */
export interface StepFormula {
  readonly from: string;
  readonly body: Body;
  /** File, and line from 1. */
  readonly source?: string;
}

/** The rules of a pack as data, variable by variable in the pack's order. */
export interface StepPack {
  readonly formulas: readonly (readonly StepFormula[])[];
  readonly tables: readonly Table[];
  /** Rows to match, each a value or a list of values. */
  readonly keys: readonly (readonly (number | string | readonly (number | string)[])[])[];
}
