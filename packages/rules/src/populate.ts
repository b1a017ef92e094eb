import type { CompiledPack } from './internal/compiled-pack.ts';
import type { Entity } from './pack.ts';
import type { Membership } from './population.ts';
import { Simulation } from './simulation.ts';

/** The groups of one entity and who belongs to them. */
export interface GivenGroups {
  readonly ids: readonly string[];
  readonly membership: Membership;
}

/** A simulation of persons in their groups, about whom nothing is known yet. */
export function populate(
  pack: CompiledPack,
  persons: readonly string[],
  groupsOf: (entity: Entity) => GivenGroups,
): Simulation {
  const given = pack.entities.map((entity, at) =>
    at === pack.person
      ? { ids: persons, membership: { of: new Int32Array(), roles: new Int32Array() } }
      : groupsOf(entity),
  );
  return new Simulation(
    pack,
    given.map(({ ids }, at) => ({ entity: pack.entities[at] as Entity, ids, count: ids.length })),
    given.map(({ membership }) => membership),
  );
}
