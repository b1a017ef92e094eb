import type { Simulation } from '@yokoten/rules';
import { singleHousehold } from '@yokoten/rules/household';
import type { BenefitPack } from '../model/pack.ts';
import type { Member } from '../model/household.ts';

/** A simulation of the members in their roles, in their order, about whom nothing else is known. */
export function simulationOf(
  { rules, household: { groups, kinds } }: Pick<BenefitPack, 'rules' | 'household'>,
  members: readonly Member[],
): Simulation {
  const roles = new Map(kinds.map(({ id, roles: own }) => [id, own]));
  return singleHousehold(
    rules,
    members.map(({ id }) => id),
    ({ key }, at) => (groups.includes(key) ? roles.get(members[at]?.kind ?? '')?.[key] : undefined),
  );
}
