import type { Output, Unknown } from '../bounds.ts';
import { boundsOfAll, survey } from '../bounds.ts';
import { readable, type Value } from '../readable.ts';
import { RulesError } from '../error.ts';
import { readValue } from '../internal/read-value.ts';
import type { StepPack } from '../ir.ts';
import type { Pack, Variable } from '../pack.ts';
import { parsePeriod } from '../period.ts';
import type { Simulation } from '../simulation.ts';
import { buildSimulation, type Situation } from '../situation.ts';

/** An input that was written as `{ "least": 0, "most": 100 }`, `{ "values": [] }` or `{}` in the place of a value. */
interface Written {
  readonly plural: string;
  readonly id: string;
  readonly variable: string;
  readonly period: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Inputs that one question may leave open. */
const MOST_UNKNOWN = 2000;

/** A situation whose inputs are partly unknown, and what is asked of it. */
interface OpenSituation {
  readonly simulation: Simulation;
  readonly unknown: readonly Unknown[];
  readonly outputs: readonly Output[];
}

/**
 * Reads a situation as `/calculate` takes it, in which an object in the place of a value says what the value can be.
 * @param all every input that is not stated is unknown, too
 * @throws RulesError with the path in the situation
 */
function readOpenSituation(pack: Pack, situation: Situation, all: boolean): OpenSituation {
  const written: Written[] = [];
  const named = new Set<string>();
  const known = withoutObjects(situation, written, named);
  const { simulation, wanted } = buildSimulation(pack, known);
  const unknown = written.map((one) => readUnknown(simulation, one));
  if (all) unknown.push(...everyOther(simulation, named));
  if (unknown.length > MOST_UNKNOWN)
    throw new RulesError('rules/too-large', {
      ja: `分からない入力が${unknown.length}個あります。${MOST_UNKNOWN}個までです。`,
      en: `There are ${unknown.length} unknown inputs. There may be at most ${MOST_UNKNOWN}.`,
    });
  return {
    simulation,
    unknown,
    outputs: wanted.map(({ variable, period, at }) => ({ variable, period, member: at })),
  };
}

/** `POST /bounds`: the situation with `{ least, most }` where a value is asked for; `null` where there is no bound. */
export function answerBounds(
  pack: Pack,
  steps: StepPack,
  situation: Situation,
  all: boolean,
): object {
  const { simulation, unknown, outputs } = readOpenSituation(pack, situation, all);
  const bounds = boundsOfAll(simulation, steps, outputs, unknown);
  return {
    bounds: outputs.map((output, at) => {
      const { least = Number.NaN, most = Number.NaN } = bounds[at] ?? {};
      const variable = variableOf(simulation, output.variable);
      return place(simulation, variable, output.member ?? 0, {
        period: periodText(output),
        least: shown(variable, least),
        most: shown(variable, most),
      });
    }),
  };
}

/** `POST /missing`: the unknown inputs that can still change a value that is asked for, the most telling first. */
export function answerMissing(
  pack: Pack,
  steps: StepPack,
  situation: Situation,
  all: boolean,
): object {
  const { simulation, unknown, outputs } = readOpenSituation(pack, situation, all);
  const { missing } = survey(simulation, steps, outputs, unknown);
  return {
    missing: missing.map(({ variable, member, period, effect }) =>
      place(simulation, variableOf(simulation, variable), member, { period, effect }),
    ),
  };
}

/** A mapping with each entry made into others; what is no mapping stays. */
function each(
  data: unknown,
  work: (key: string, value: unknown) => readonly (readonly [string, unknown])[],
): unknown {
  if (!isRecord(data)) return data;
  return Object.fromEntries(Object.entries(data).flatMap(([key, value]) => work(key, value)));
}

function withoutObjects(situation: Situation, written: Written[], named: Set<string>): Situation {
  const read = (plural: string, id: string, variable: string, values: unknown): unknown =>
    each(values, (period, value) => {
      if (value !== null) named.add(`${plural} ${id} ${variable}`);
      if (!isRecord(value)) return [[period, value]];
      written.push({ plural, id, variable, period, data: value });
      return [];
    });
  return each(situation, (plural, members) => [
    [
      plural,
      each(members, (id, member) => [
        [id, each(member, (variable, values) => [[variable, read(plural, id, variable, values)]])],
      ]),
    ],
  ]) as Situation;
}

function readUnknown(
  simulation: Simulation,
  { plural, id, variable, period, data }: Written,
): Unknown {
  const path = [plural, id, variable, period];
  const { pack } = simulation;
  const described = variableOf(simulation, variable);
  const population = simulation.populations.find(({ entity }) => entity.plural === plural);
  const member = population?.ids.indexOf(id) ?? -1;
  if (population === undefined || member < 0 || population.entity.key !== described.entity)
    throw new RulesError(
      'rules/entity-mismatch',
      {
        ja: `「${variable.slice(0, 80)}」は「${described.entity}」の変数です。`,
        en: `"${variable.slice(0, 80)}" is a variable of "${described.entity}".`,
      },
      path,
    );
  const number = (key: string): number | undefined => {
    const value = Object.hasOwn(data, key) ? data[key] : undefined;
    return value === undefined ? undefined : Number(readValue(described, value, [...path, key]));
  };
  const values = Object.hasOwn(data, 'values') ? data.values : undefined;
  const [least, most] = [number('least'), number('most')];
  const at =
    pack.variable(pack.indexOf(variable)).unit === 'eternity'
      ? 'ETERNITY'
      : parsePeriod(period).text;
  return {
    variable,
    member,
    period: at,
    ...(Array.isArray(values) && {
      values: values.map((value) => readValue(described, value, [...path, 'values'])) as number[],
    }),
    ...(least !== undefined && { least }),
    ...(most !== undefined && { most }),
  };
}

/** Inputs that nobody stated and nobody named. */
function everyOther({ pack, populations }: Simulation, named: ReadonlySet<string>): Unknown[] {
  return pack.variables.flatMap((variable) => {
    const population = populations[pack.entityOf(variable)];
    if (variable.formulas !== undefined || variable.type === 'text' || population === undefined)
      return [];
    return population.ids.flatMap((id, member) => {
      const known = named.has(`${population.entity.plural} ${id} ${variable.name}`);
      return known ? [] : [{ variable: variable.name, member }];
    });
  });
}

function variableOf({ pack }: Simulation, name: string): Variable {
  return pack.variable(pack.indexOf(name));
}

function place(simulation: Simulation, variable: Variable, member: number, more: object): object {
  const population = simulation.populations[simulation.pack.entityOf(variable)];
  return {
    entity: population?.entity.plural,
    id: population?.ids[member],
    variable: variable.name,
    ...more,
  };
}

function periodText({ period }: Output): string {
  return typeof period === 'object' ? period.text : String(period);
}

function shown(variable: Variable, value: number): Value | null {
  return Number.isFinite(value) ? readable(variable, value) : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
