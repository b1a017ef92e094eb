import { CompiledPack } from './internal/compiled-pack.ts';
import { record, records } from './internal/record.ts';
import { type Stated, stateInputs } from './internal/state-inputs.ts';
import { RulesError } from './error.ts';
import type { Entity, Pack } from './pack.ts';
import { parsePeriod, type Period } from './period.ts';
import { populate } from './populate.ts';
import { groupMembers } from './internal/group-members.ts';
import type { Simulation } from './simulation.ts';

/** Persons a situation may have; populations of more are built from columns. */
const MOST_PERSONS = 200_000;

/**
 * Persons, groups and what is known of them, the way OpenFisca's Web API takes it: entities by their plural, members by a
 * name of your choice, then roles and variables; a variable's values by period, `null` where the value is wanted.
 * `{ persons: { Aiko: { salary: { '2024-01': 250000 } } }, households: { home: { parents: ['Aiko'] } } }`
 */
export type Situation = Readonly<Record<string, unknown>>;

/** A value that a situation asks for with `null`. */
export interface Wanted {
  readonly variable: string;
  readonly period: Period;
  /** Plural of the entity, as in the situation. */
  readonly plural: string;
  readonly id: string;
  /** Position in the column. */
  readonly at: number;
}

/**
 * Checks a situation and makes a simulation of it.
 * @throws RulesError with the path of what is wrong: `rules/unknown-entity`, `rules/unknown-variable`, `rules/bad-value`,
 * `rules/bad-period`, `rules/period-mismatch`, `rules/entity-mismatch`, `rules/missing-person`, `rules/role-full`,
 * `rules/too-large`
 */
export function buildSimulation(
  rules: Pack | CompiledPack,
  situation: Situation,
): { readonly simulation: Simulation; readonly wanted: readonly Wanted[] } {
  const pack = CompiledPack.of(rules);
  const given = record(situation, []);
  for (const key of given.keys())
    if (!pack.entities.some(({ plural }) => plural === key)) throw unknownEntity(pack, key);
  const person = pack.entities[pack.person] as Entity;
  const persons = records(given.get(person.plural), [person.plural]);
  if (persons.size === 0) throw nobody(person);
  if (persons.size > MOST_PERSONS) throw tooMany(person, persons.size);
  const groups = new Map(
    pack.entities
      .filter((entity) => entity !== person)
      .map(({ key, plural }) => [key, records(given.get(plural), [plural])] as const),
  );
  const positions = new Map([...persons.keys()].map((id, at) => [id, at]));
  const simulation = populate(pack, [...persons.keys()], (entity) =>
    groupMembers(entity, groups.get(entity.key) ?? new Map(), positions),
  );
  const wanted: Wanted[] = [];
  const stated: Stated[] = [];
  const personFirst = [...pack.entities.entries()].sort(
    ([a], [b]) => Number(b === pack.person) - Number(a === pack.person),
  );
  for (const [i, entity] of personFirst) {
    const own = groups.get(entity.key);
    const fields = own === undefined ? persons : withoutRoles(entity, own);
    for (const field of readFields(pack, i, fields))
      (field.value === null ? wanted : (stated as (Stated | Wanted)[])).push(field);
  }
  stateInputs(simulation, stated);
  return { simulation, wanted };
}

type Fields = ReadonlyMap<string, ReadonlyMap<string, unknown>>;

function* readFields(
  pack: CompiledPack,
  entityIndex: number,
  members: Fields,
): Generator<Stated & Wanted> {
  const { plural } = pack.entities[entityIndex] as Entity;
  let at = 0;
  for (const [id, fields] of members) {
    for (const [variable, byPeriod] of fields) {
      const path = [plural, id, variable];
      const index = located(path, () => pack.indexOf(variable));
      checkEntity(pack, index, entityIndex, path);
      for (const [text, value] of record(byPeriod, path)) {
        const period = located(path, () => parsePeriod(text));
        yield { variable, index, period, plural, id, at, value, path: [...path, text] };
      }
    }
    at++;
  }
}

/** Runs `work`; an error gets the path of the place in the situation. */
function located<T>(path: readonly string[], work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof RulesError ? error.below(...path) : error;
  }
}

function withoutRoles(entity: Entity, groups: Fields): Fields {
  const roleKeys = new Set(
    (entity.roles ?? []).flatMap(({ key, plural, subroles }) =>
      [plural ?? key, key].concat(subroles ?? []),
    ),
  );
  const variablesOf = (fields: ReadonlyMap<string, unknown>): ReadonlyMap<string, unknown> =>
    new Map([...fields].filter(([key]) => !roleKeys.has(key)));
  return new Map(
    [...groups].map(([id, fields]): [string, ReadonlyMap<string, unknown>] => [
      id,
      variablesOf(fields),
    ]),
  );
}

function checkEntity(
  pack: CompiledPack,
  variable: number,
  entity: number,
  path: readonly string[],
): void {
  const owner = pack.entityOf(pack.variable(variable));
  if (owner === entity) return;
  const { name } = pack.variable(variable);
  const [here, there] = [pack.entities[entity], pack.entities[owner]] as [Entity, Entity];
  throw new RulesError(
    'rules/entity-mismatch',
    {
      ja: `変数「${name}」は「${there.plural}」の項目です。「${here.plural}」には書けません。`,
      en: `The variable "${name}" belongs to "${there.plural}", not to "${here.plural}".`,
    },
    path,
  );
}

function unknownEntity(pack: CompiledPack, key: string): RulesError {
  const known = pack.entities.map(({ plural }) => plural);
  const shown = key.slice(0, 80);
  return new RulesError(
    'rules/unknown-entity',
    {
      ja: `「${shown}」というまとまりはありません。使えるのは${known.join('、')}です。`,
      en: `There is no entity "${shown}". The entities are ${known.join(', ')}.`,
    },
    [shown],
  );
}

function nobody({ plural }: Entity): RulesError {
  return new RulesError(
    'rules/missing-person',
    {
      ja: `「${plural}」に一人もいません。一人以上書いてください。`,
      en: `There is nobody in "${plural}". State at least one person.`,
    },
    [plural],
  );
}

function tooMany({ plural }: Entity, count: number): RulesError {
  return new RulesError(
    'rules/too-large',
    {
      ja: `「${plural}」が${count}人います。一度に${MOST_PERSONS}人までです。`,
      en: `There are ${count} persons in "${plural}". At most ${MOST_PERSONS} fit into one situation.`,
    },
    [plural],
  );
}
