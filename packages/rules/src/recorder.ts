import type { Column } from './column.ts';
import type { ParameterValue } from './pack.ts';
import type { Period } from './period.ts';
import type { Scale } from './scale.ts';
import { Simulation } from './simulation.ts';

/** One calculation that took place: a variable for a period. */
export interface Recorded {
  readonly variable: number;
  readonly period: Period;
  readonly values: Column;
  /** Keys of the calculations it asked for, once each. */
  readonly dependencies: readonly string[];
  /** Parameters it looked up, by `path<date>`. */
  readonly parameters: ReadonlyMap<string, ParameterValue | Scale>;
}

type Open = { dependencies: Set<string>; parameters: Map<string, ParameterValue | Scale> };

/** A simulation that notes what asked for what. Slower; for `/trace`. */
export class Recorder extends Simulation {
  /** By `variable<period>`, in the order in which they were finished. */
  readonly recorded: Map<string, Recorded> = new Map();
  readonly #open: Open[] = [];

  /** A recorder in the place of a simulation, with what was stated in it. */
  static of(source: Simulation): Recorder {
    const recorder = new Recorder(source.pack, source.populations, source.memberships);
    for (const { index, period, column, exact } of source.inputs())
      recorder.set(index, period, column, exact);
    for (const { index, column, exact } of source.steadyInputs())
      recorder.setAlways(index, column, exact);
    return recorder;
  }

  override get(index: number, period: Period): Column {
    const key = `${this.pack.variable(index).name}<${period.text}>`;
    this.#open.at(-1)?.dependencies.add(key);
    if (this.recorded.has(key)) return super.get(index, period);
    const open: Open = { dependencies: new Set(), parameters: new Map() };
    this.#open.push(open);
    try {
      const values = super.get(index, period);
      const dependencies = [...open.dependencies];
      this.recorded.set(key, {
        variable: index,
        period,
        values,
        dependencies,
        parameters: open.parameters,
      });
      return values;
    } finally {
      this.#open.pop();
    }
  }

  override parameter(index: number, date: string): ParameterValue | Scale {
    const value = super.parameter(index, date);
    this.#open.at(-1)?.parameters.set(`${this.pack.parameter(index).path}<${date}>`, value);
    return value;
  }
}
