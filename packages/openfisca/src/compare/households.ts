import {
  flatRoles,
  parseIsoDate,
  parsePeriod,
  type Pack,
  Simulation,
  type Variable,
} from '@yokoten/rules';
import type { Body, Step, StepPack } from '@yokoten/rules/trace';

/** Numbers between 0 and 1 that are the same for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Households of a pack with one kind of group, and the inputs that were drawn for them. */
export interface Households {
  readonly simulation: Simulation;
  readonly persons: number;
  readonly groups: number;
  readonly of: Int32Array;
  /** Role of each person, as the key of a role without subroles, or of a subrole. */
  readonly roles: readonly string[];
  readonly inputs: ReadonlyMap<string, Float64Array | string[]>;
}

/**
 * Draws households: one to seven persons, roles as far as they have room, and a value for every input. Texts are drawn from
 * what the rules look up, row by row, so that a town goes with its prefecture.
 */
export function drawHouseholds(
  pack: Pack,
  steps: StepPack,
  count: number,
  period: string,
  seed: number,
): Households {
  const random = randomNumbers(seed);
  const entity = pack.entities.findIndex(({ roles }) => roles !== undefined);
  const group = pack.entities[entity];
  if (group === undefined || pack.entities.length !== 2)
    throw new TypeError('one kind of group is needed');
  const flat = flatRoles(group);
  const [first, ...others] = flat;
  const of: number[] = [];
  const roles: string[] = [];
  for (let household = 0; household < count; household++) {
    const size = 1 + Math.floor(random() * random() * 7);
    const taken = new Map<string, number>();
    for (let i = 0; i < size; i++) {
      const free = (i === 0 ? [first] : [...others, ...others, first]).filter((role) => {
        const own = group.roles?.find(({ key }) => key === role?.within);
        const most = own?.subroles === undefined ? (own?.max ?? 99) : 1;
        return role !== undefined && (taken.get(role.key) ?? 0) < most;
      });
      const role = free[Math.floor(random() * free.length)];
      if (role === undefined) continue;
      taken.set(role.key, (taken.get(role.key) ?? 0) + 1);
      of.push(household);
      roles.push(role.key);
    }
  }
  const inputs = new Map<string, Float64Array | string[]>();
  const texts = drawTexts(pack, steps, count, random);
  for (const variable of pack.variables) {
    if (variable.formulas !== undefined) continue;
    const length = variable.entity === group.key ? count : of.length;
    const drawn = texts.get(variable.name);
    if (variable.type === 'text')
      inputs.set(variable.name, drawn ?? Array.from({ length }, () => ''));
    else
      inputs.set(
        variable.name,
        Float64Array.from({ length }, () => drawNumber(variable, random)),
      );
  }
  const bits = new Map(flat.map(({ key }, bit) => [key, 1 << bit]));
  const membership = {
    of: Int32Array.from(of),
    roles: Int32Array.from(roles, (role) => bits.get(role) ?? 1),
  };
  const simulation = new Simulation(
    pack,
    pack.entities.map((one) => {
      const length = one === group ? count : of.length;
      return { entity: one, ids: [], count: length };
    }),
    pack.entities.map((one) =>
      one === group ? membership : { of: new Int32Array(), roles: new Int32Array() },
    ),
  );
  for (const [name, values] of inputs) {
    const index = simulation.pack.indexOf(name);
    const { type, unit } = simulation.pack.variable(index);
    const typed =
      values instanceof Float64Array
        ? type === 'float'
          ? Float32Array.from(values)
          : type === 'bool'
            ? Uint8Array.from(values)
            : Int32Array.from(values)
        : values;
    simulation.set(index, parsePeriod(periodFor(unit, period)), typed);
  }
  return { simulation, persons: of.length, groups: count, of: membership.of, roles, inputs };
}

/** The period of a unit that a day lies in. */
export function periodFor(unit: string, day: string): string {
  if (unit === 'eternity') return 'ETERNITY';
  return unit === 'year' ? day.slice(0, 4) : unit === 'month' ? day.slice(0, 7) : day;
}

function drawNumber({ type, values, initial }: Variable, random: () => number): number {
  const roll = random();
  if (type === 'bool') return roll < 0.15 ? 1 : 0;
  if (type === 'enum')
    return roll < 0.6 ? Number(initial) : Math.floor(random() * (values?.length ?? 1));
  if (type === 'date')
    return Math.floor((parseIsoDate('1930-01-01') ?? 0) + random() ** 0.7 * 34_600);
  if (type === 'int')
    return roll < 0.5
      ? 0
      : roll < 0.8
        ? Math.floor(random() * 12)
        : Math.floor(random() * 3_000_000);
  if (roll < 0.3) return 0;
  const amount = random() ** 2 * 12_000_000;
  return roll < 0.8 ? Math.floor(amount / 1000) * 1000 : Math.fround(amount);
}

/** Texts for the variables that look-ups compare; one row of keys for all of them at once. */
function drawTexts(
  pack: Pack,
  steps: StepPack,
  count: number,
  random: () => number,
): Map<string, string[]> {
  const texts = new Map<string, string[]>();
  const lookups = steps.formulas.flat().flatMap(({ body }) => matches(body));
  lookups.sort((a, b) => b.names.length - a.names.length);
  for (const { keys, names } of lookups) {
    const columns = names.map((variable) => pack.variables[variable]);
    if (
      columns.some(
        (variable) =>
          variable === undefined || variable.type !== 'text' || texts.has(variable.name),
      )
    )
      continue;
    const rows = steps.keys[keys] ?? [];
    const filled = columns.map((): string[] => []);
    for (let i = 0; i < count; i++) {
      const row = [rows[Math.floor(random() * rows.length)]].flat();
      for (const [at, column] of filled.entries())
        column.push(random() < 0.03 ? '?' : String(row[at]));
    }
    for (const [at, variable] of columns.entries())
      if (variable !== undefined) texts.set(variable.name, filled[at] ?? []);
  }
  return texts;
}

function matches(body: Body): { keys: number; names: number[] }[] {
  const found = body.steps.flatMap((step: Step) => {
    if (step.op !== 'match') return [];
    const names = step.args.map((arg) => {
      const from = body.steps[arg];
      return from?.op === 'get' ? from.variable : -1;
    });
    return [{ keys: step.keys, names }];
  });
  return typeof body.result === 'number'
    ? found
    : [...found, ...matches(body.result.yes), ...matches(body.result.no)];
}
