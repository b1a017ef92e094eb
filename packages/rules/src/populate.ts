import { CompiledPack } from './internal/compiled-pack.ts';
import { groupMembers } from './internal/group-members.ts';
import type { Pack } from './pack.ts';
import { Simulation } from './simulation.ts';

/** Groups of one entity: by the group's name, lists of names of persons by role (its plural, or its key where it has none). */
export type Groups = ReadonlyMap<string, ReadonlyMap<string, unknown>>;

/**
 * A simulation of persons in their groups, about whom nothing is known yet: `buildSimulation` without the reading of a situation.
 * @param persons names, at least one, in the order of every column
 * @param groups by the entity's key; a person that no group names gets a group of their own, in the first role
 * @throws RulesError `rules/missing-person`, `rules/role-full`, `rules/bad-value` for a person in two groups
 */
export function populate(
  rules: Pack | CompiledPack,
  persons: readonly string[],
  groups: ReadonlyMap<string, Groups>,
): Simulation {
  const pack = CompiledPack.of(rules);
  const positions = new Map(persons.map((id, at) => [id, at]));
  const given = pack.entities.map((entity, at) =>
    at === pack.person
      ? { ids: persons, membership: { of: new Int32Array(), roles: new Int32Array() } }
      : groupMembers(entity, groups.get(entity.key) ?? new Map(), positions),
  );
  return new Simulation(
    pack,
    given.map(({ ids }, at) => ({
      entity: pack.entities[at] as (typeof pack.entities)[number],
      ids,
      count: ids.length,
    })),
    given.map(({ membership }) => membership),
  );
}
