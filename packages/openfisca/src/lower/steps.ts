import type { Kind, Step } from '@yokoten/rules/trace';
import { OpenFiscaError } from '../error.ts';

/** A step as it is put in: its place in the source is added by the builder. */
export type NewStep = Step extends infer S
  ? S extends Step
    ? Omit<S, 'line' | 'name'>
    : never
  : never;

/** Steps of formulas: more than any real package needs, less than fills a memory. */
const MOST_STEPS = 400_000;

/**
 * The steps of one formula while it is read. The same step asked for twice is one step. A fork's branches build on the
 * steps before it and number on from them.
 */
export class StepBuilder {
  readonly steps: Step[] = [];
  readonly #base: number;
  readonly #outer: StepBuilder | undefined;
  readonly #known = new Map<string, number>();
  /** Line of the source that is being read, from 1. */
  line = 0;

  constructor(outer?: StepBuilder) {
    this.#outer = outer;
    this.#base = outer === undefined ? 0 : outer.#base + outer.steps.length;
    this.line = outer?.line ?? 0;
  }

  /** Adds a step, or finds the one that is the same. */
  add(step: NewStep): number {
    const key = JSON.stringify(step);
    const known = this.#find(key);
    if (known !== undefined) return known;
    if (this.steps.length >= MOST_STEPS) throw tooLarge();
    this.steps.push({ ...step, line: this.line });
    const position = this.#base + this.steps.length - 1;
    this.#known.set(key, position);
    return position;
  }

  at(position: number): Step {
    if (position < this.#base && this.#outer !== undefined) return this.#outer.at(position);
    return this.steps[position - this.#base] as Step;
  }

  /** Remembers what the source calls a step of this level; the first name stays. */
  name(position: number, name: string): void {
    const step = this.steps[position - this.#base];
    if (step !== undefined && step.name === undefined && step.op !== 'const')
      this.steps[position - this.#base] = { ...step, name };
  }

  kindOf(position: number): Kind {
    return this.at(position).kind;
  }

  #find(key: string): number | undefined {
    const known = this.#known.get(key);
    return known === undefined && this.#outer !== undefined ? this.#outer.#find(key) : known;
  }
}

/** A formula, or a package, that would never be done with. */
export function tooLarge(): OpenFiscaError {
  return new OpenFiscaError('openfisca/too-large', {
    ja: '式が大きすぎます。繰り返しの回数を確かめてください。',
    en: 'The formulas are too large. Look at how often their loops run.',
  });
}
