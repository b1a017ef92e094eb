import { buildSimulation, type Entity, type Simulation } from '@yokoten/rules';
import type { BenefitPack } from '../model/pack.ts';
import type { Member } from '../model/household.ts';

/** A simulation of the members in their roles, in their order, about whom nothing else is known. */
export function simulationOf(
  { rules, household }: Pick<BenefitPack, 'rules' | 'household'>,
  members: readonly Member[],
): Simulation {
  const entityOf = (key: string): Entity | undefined =>
    rules.entities.find((entity) => entity.key === key);
  const persons = Object.fromEntries(members.map(({ id }) => [id, {}]));
  const groups = household.groups.flatMap((key) => {
    const entity = entityOf(key);
    if (entity === undefined) return [];
    const roles = (entity.roles ?? []).map((role): [string, string[]] => [
      role.plural ?? role.key,
      members
        .filter(
          ({ kind }) => household.kinds.find(({ id }) => id === kind)?.roles[key] === role.key,
        )
        .map(({ id }) => id),
    ]);
    return [[entity.plural, { home: Object.fromEntries(roles) }]];
  });
  const { plural = '' } = entityOf(household.person) ?? {};
  return buildSimulation(rules, { [plural]: persons, ...Object.fromEntries(groups) }).simulation;
}
