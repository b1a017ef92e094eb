import type { Body, Step, StepPack } from '../ir.ts';

/** Steps that are worth taking apart, for each result; more would cost more than they narrow. */
const MOST_PIVOTS = 4;

const ways = new WeakMap<Body, Way>();
const counts = new WeakMap<StepPack, Int32Array>();

/** A body with the steps of the bodies around it, and what holds for them whatever the household. */
export class Way {
  readonly steps: readonly Step[];
  readonly result: Body['result'];
  readonly #affected = new Map<string, Uint8Array>();
  readonly #pivots = new Map<number, readonly number[]>();

  private constructor({ steps, result }: Body, before: readonly Step[]) {
    this.steps = before.length === 0 ? steps : [...before, ...steps];
    this.result = result;
  }

  /** The same object for the same body. */
  static of(body: Body, outer?: Way): Way {
    let way = ways.get(body);
    if (way === undefined) ways.set(body, (way = new Way(body, outer?.steps ?? [])));
    return way;
  }

  /** Which steps change when these do: 1 for each, the steps themselves too. */
  affected(positions: readonly number[]): Uint8Array {
    const key = positions.join(' ');
    let found = this.#affected.get(key);
    if (found === undefined) {
      found = new Uint8Array(this.steps.length);
      for (const position of positions) found[position] = 1;
      for (const [at, { args }] of this.steps.entries())
        if (args?.some((arg) => found?.[arg] === 1)) found[at] = 1;
      this.#affected.set(key, found);
    }
    return found;
  }

  /** Steps that a result uses in more than one place, the most used first. */
  pivots(result: number): readonly number[] {
    let found = this.#pivots.get(result);
    if (found === undefined) {
      const users = new Int32Array(this.steps.length);
      const needed = new Uint8Array(this.steps.length);
      needed[result] = 1;
      for (let at = result; at >= 0; at--)
        if (needed[at] === 1)
          for (const arg of this.steps[at]?.args ?? []) {
            needed[arg] = 1;
            users[arg] = (users[arg] ?? 0) + 1;
          }
      found = this.steps
        .map(({ op }, at) => (op === 'const' || op === 'parameter' || op === 'clock' ? -1 : at))
        .filter((at) => (users[at] ?? 0) > 1)
        .sort((a, b) => (users[b] ?? 0) - (users[a] ?? 0) || a - b)
        .slice(0, MOST_PIVOTS);
      this.#pivots.set(result, found);
    }
    return found;
  }
}

/** How often formulas ask for each variable. */
export function timesAsked(rules: StepPack): Int32Array {
  let asked = counts.get(rules);
  if (asked === undefined) {
    asked = new Int32Array(rules.formulas.length);
    for (const { body } of rules.formulas.flat()) countAsked(body, asked);
    counts.set(rules, asked);
  }
  return asked;
}

function countAsked({ steps, result }: Body, asked: Int32Array): void {
  for (const step of steps)
    if (step.op === 'get') asked[step.variable] = (asked[step.variable] ?? 0) + 1;
  if (typeof result === 'number') return;
  countAsked(result.yes, asked);
  countAsked(result.no, asked);
}
