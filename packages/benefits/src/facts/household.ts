import { type Groups, populate, type Simulation } from '@yokoten/rules';
import type { BenefitPack } from '../model/pack.ts';
import type { Member } from '../model/household.ts';

/** A simulation of the members in their roles, in their order, about whom nothing else is known. */
export function simulationOf(
  { rules, household }: Pick<BenefitPack, 'rules' | 'household'>,
  members: readonly Member[],
): Simulation {
  const groups = household.groups.flatMap((key): [string, Groups][] => {
    const entity = rules.entities.find((one) => one.key === key);
    if (entity === undefined) return [];
    const roles = (entity.roles ?? []).map((role): [string, string[]] => [
      role.plural ?? role.key,
      members
        .filter(
          ({ kind }) => household.kinds.find(({ id }) => id === kind)?.roles[key] === role.key,
        )
        .map(({ id }) => id),
    ]);
    return [[key, new Map([['home', new Map(roles)]])]];
  });
  return populate(
    rules,
    members.map(({ id }) => id),
    new Map(groups),
  );
}
