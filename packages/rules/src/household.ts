import { CompiledPack } from './internal/compiled-pack.ts';
import { mostOf, roleFull } from './internal/role-full.ts';
import type { Entity, Pack } from './pack.ts';
import { type GivenGroups, populate } from './populate.ts';
import { flatRoles } from './population.ts';
import type { Simulation } from './simulation.ts';

/** Id of the household, in every entity that it is a group of. */
const HOME = 'home';

/**
 * A simulation of the persons of one household, about whom nothing is known yet: `buildSimulation` without a situation to read.
 * @param persons names, at least one, in the order of every column
 * @param roleOf key of the role that the person at a position has in the household; without one, they are in a group of their own,
 * in the entity's first role
 * @throws RulesError `rules/role-full`
 */
export function singleHousehold(
  rules: Pack | CompiledPack,
  persons: readonly string[],
  roleOf: (entity: Entity, person: number) => string | undefined,
): Simulation {
  return populate(CompiledPack.of(rules), persons, (entity) =>
    groupsOf(
      entity,
      persons,
      persons.map((_, person) => roleOf(entity, person)),
    ),
  );
}

function groupsOf(
  entity: Entity,
  persons: readonly string[],
  keys: readonly (string | undefined)[],
): GivenGroups {
  const flat = flatRoles(entity);
  const given = keys.map((key) => entity.roles?.find((role) => role.key === key));
  const ids = given.some((role) => role !== undefined) ? [HOME] : [];
  const [of, roles] = [new Int32Array(persons.length), new Int32Array(persons.length)];
  for (const [person, role] of given.entries()) {
    if (role === undefined) {
      of[person] = ids.push(persons[person] ?? '') - 1;
      roles[person] = 1;
      continue;
    }
    const before = given.slice(0, person).filter((one) => one === role).length;
    if (before >= mostOf(role)) throw roleFull(entity, role, before + 1, []);
    const key = role.subroles?.[before] ?? role.key;
    roles[person] = 1 << flat.findIndex((one) => one.key === key);
  }
  return { ids, membership: { of, roles } };
}
