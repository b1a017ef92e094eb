import { RulesError } from '../error.ts';
import type { Entity, Role } from '../pack.ts';

/** How many persons may have a role. */
export function mostOf({ max, subroles }: Role): number {
  return subroles?.length ?? max ?? Number.POSITIVE_INFINITY;
}

/** More persons have a role than may. */
export function roleFull(
  entity: Entity,
  role: Role,
  count: number,
  path: readonly string[],
): RulesError {
  const facts = [role.plural ?? role.key, mostOf(role), count, entity.key];
  return new RulesError('rules/role-full', facts, path);
}
