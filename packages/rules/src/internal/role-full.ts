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
  const label = role.plural ?? role.key;
  return new RulesError(
    'rules/role-full',
    {
      ja: `「${label}」は${mostOf(role)}人までです。${count}人書かれています。`,
      en: `There can be at most ${mostOf(role)} "${label}" in a ${entity.key}; ${count} are stated.`,
    },
    path,
  );
}
