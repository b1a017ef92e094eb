import { readable, type Value } from '../readable.ts';
import type { Pack } from '../pack.ts';
import { Recorder } from '../recorder.ts';
import { buildSimulation, type Situation } from '../situation.ts';

/** How the values of a situation came about, as OpenFisca's `/trace` tells it. */
export interface Trace {
  /** `variable<period>` of what was asked for. */
  readonly requestedCalculations: readonly string[];
  /** Names of the members, by the plural of their entity, in the order of the values. */
  readonly entitiesDescription: Readonly<Record<string, readonly string[]>>;
  /** By `variable<period>`. */
  readonly trace: Readonly<
    Record<
      string,
      {
        readonly value: readonly Value[];
        readonly dependencies: readonly string[];
        readonly parameters: Readonly<Record<string, unknown>>;
      }
    >
  >;
}

/** What asked for what, variable by variable, as OpenFisca's `/trace` tells it. */
export function traceSituation(pack: Pack, situation: Situation): Trace {
  const { simulation, wanted } = buildSimulation(pack, situation);
  const recorder = Recorder.of(simulation);
  for (const { variable, period } of wanted) recorder.calculate(variable, period);
  const entries = [...recorder.recorded].map(
    ([key, { variable, values, dependencies, parameters }]) => {
      const described = recorder.pack.variable(variable);
      // Single precision in full, and no scales: as OpenFisca tells it.
      const value = Array.from(values as ArrayLike<number | string>, (raw) =>
        described.type === 'float' ? raw : readable(described, raw),
      );
      const figures = [...parameters].filter(([, figure]) => !isScale(figure));
      return [key, { value, dependencies, parameters: Object.fromEntries(figures) }] as const;
    },
  );
  return {
    requestedCalculations: [
      ...new Set(wanted.map(({ variable, period }) => `${variable}<${period.text}>`)),
    ],
    entitiesDescription: Object.fromEntries(
      recorder.populations.map(({ entity, ids }) => [entity.plural, ids]),
    ),
    trace: Object.fromEntries(entries),
  };
}

function isScale(figure: unknown): boolean {
  return typeof figure === 'object' && figure !== null && 'thresholds' in figure;
}
