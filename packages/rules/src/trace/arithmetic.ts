import type { BinaryOp, Kind, UnaryOp } from '../ir.ts';
import type { Scale } from '../scale.ts';

/** How an explanation works with numbers: as OpenFisca does, or in exact fractions. */
export interface Arithmetic<N> {
  readonly name: 'numpy' | 'exact';
  /** A number of the source, a table, a parameter or an input; a decimal fraction means what is written. */
  readonly from: (value: number) => N;
  /** The nearest double. */
  readonly toNumber: (value: N) => number;
  readonly unary: (op: Exclude<UnaryOp, 'cast' | 'not'>, value: N, kind: Kind) => N;
  readonly binary: (op: Exclude<BinaryOp, 'and' | 'or' | 'xor'>, a: N, b: N, kind: Kind) => N;
  readonly compare: (a: N, b: N) => number;
  readonly round: (value: N, digits: number, kind: Kind) => N;
  /** To another type; `from` is the type it had. */
  readonly cast: (value: N, from: Kind, to: Kind) => N;
  readonly scale: (scale: Scale, base: N) => N;
}
