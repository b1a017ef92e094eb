import type { Period } from '../period.ts';
import type { Held } from './narrow.ts';
import type { Way } from './way.ts';

/** A formula for a period, with the values of its steps by position and member. */
export interface Frame {
  readonly way: Way;
  readonly period: Period;
  /** By `#place`. */
  readonly memo: (Held | undefined)[];
  readonly periods: (Period | undefined)[];
  /** The same before an input was tried with another value. */
  readonly before?: Frame | undefined;
  /** The same without the assumptions of this one, and which steps these change. */
  readonly base?: Frame;
  readonly affected?: Uint8Array;
  readonly depth: number;
}

/** A variable for a period: its members' values so far, and its formula. */
export interface Row {
  readonly held: (Held | undefined)[];
  frame?: Frame | undefined;
  /** The same before an input was tried with another value. */
  readonly before: Row | undefined;
}
