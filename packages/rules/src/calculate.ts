import { readable, type Value } from './readable.ts';
import type { Origin, Pack } from './pack.ts';
import { buildSimulation, type Situation } from './situation.ts';

/** The answer to a situation, and how far it can be trusted. */
export interface Calculation {
  /** The situation with every `null` filled in. */
  readonly situation: Situation;
  /** `numpy`: whole numbers of 32 bits, single precision, as OpenFisca works. For exact fractions see `./trace`. */
  readonly arithmetic: 'numpy';
  /** Date of the newest rule or figure that was used, `YYYY-MM-DD`; rules of a later date are not known to the pack. */
  readonly asOf: string;
  readonly origin: Origin;
  /** Variables that need themselves endlessly for other periods, and were cut off at their initial value; where there are any. */
  readonly endless?: readonly string[];
}

/**
 * Fills in what a situation asks for, as OpenFisca's `/calculate` does.
 * @throws RulesError see `buildSimulation` and `Simulation.calculate`
 */
export function calculate(pack: Pack, situation: Situation): Calculation {
  const { simulation, wanted } = buildSimulation(pack, situation);
  const answers = new Map<string, Value>();
  for (const { variable, period, plural, id, at } of wanted) {
    const column = simulation.calculate(variable, period);
    const described = simulation.pack.variable(simulation.pack.indexOf(variable));
    const answer = readable(described, column[at] as number | string);
    answers.set(JSON.stringify([plural, id, variable, period.text]), answer);
  }
  const fill = (value: unknown, path: readonly string[]): unknown => {
    if (value === null && path.length === 4) return answers.get(JSON.stringify(path)) ?? null;
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, fill(inner, [...path, key])]),
    );
  };
  return {
    situation: fill(situation, []) as Situation,
    arithmetic: 'numpy',
    asOf: simulation.asOf,
    origin: pack.origin,
    ...(simulation.endless.length > 0 && { endless: simulation.endless }),
  };
}
