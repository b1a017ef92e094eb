import { RulesError } from './error.ts';
import type { Entity } from './pack.ts';

/** Bits a mask has room for. */
const MOST_ROLES = 31;

/** The members of one entity in a simulation. `ids` in the order of every column. */
export interface Population {
  readonly entity: Entity;
  readonly ids: readonly string[];
  readonly count: number;
}

/** Which person belongs to which group, in what role. */
export interface Membership {
  /** Position of each person's group. */
  readonly of: Int32Array;
  /** One bit per role and subrole, see `roleMask`. */
  readonly roles: Int32Array;
}

/** A role or subrole that nothing subdivides: what a person really has. */
export interface FlatRole {
  readonly key: string;
  /** The role it belongs to. */
  readonly within: string;
}

/** A group entity's roles with subroles in the place of the role they divide. */
export function flatRoles(entity: Entity): FlatRole[] {
  const flat = (entity.roles ?? []).flatMap(({ key, subroles }) =>
    (subroles ?? [key]).map((sub) => ({ key: sub, within: key })),
  );
  if (flat.length <= MOST_ROLES) return flat;
  throw new RulesError('rules/too-large', {
    ja: `「${entity.key}」の役割が${flat.length}個あります。${MOST_ROLES}個までにしてください。`,
    en: `"${entity.key}" has ${flat.length} roles. There may be at most ${MOST_ROLES}.`,
  });
}

/** The bits that stand for a role: those of all its subroles. Without a role, all bits. */
export function roleMask(entity: Entity, role?: string): number {
  if (role === undefined) return -1;
  let mask = 0;
  for (const [bit, { key, within }] of flatRoles(entity).entries())
    if (key === role || within === role) mask |= 1 << bit;
  return mask;
}

/** How many persons of a role (all, when there is no mask) each group has. */
export function countMembers(membership: Membership, groups: number, mask = -1): Int32Array {
  const counts = new Int32Array(groups);
  for (let i = 0; i < membership.of.length; i++)
    if (((membership.roles[i] as number) & mask) !== 0)
      counts[membership.of[i] as number] = (counts[membership.of[i] as number] as number) + 1;
  return counts;
}

/**
 * Every person's place among the members of their group, from the smallest value up: 0, 1, 2 … Equal values keep the
 * order of persons; who does not fulfil the condition gets -1. (OpenFisca's `get_rank`.)
 */
export function rankMembers(
  { of }: Membership,
  values: ArrayLike<number>,
  condition?: ArrayLike<number>,
): Int32Array {
  const order = Array.from({ length: of.length }, (_, i) => i).filter(
    (i) => condition === undefined || condition[i] !== 0,
  );
  order.sort(
    (a, b) =>
      (of[a] as number) - (of[b] as number) ||
      (values[a] as number) - (values[b] as number) ||
      a - b,
  );
  const ranks = new Int32Array(of.length).fill(-1);
  let rank = 0;
  let group = -1;
  for (const person of order) {
    rank = of[person] === group ? rank + 1 : 0;
    group = of[person] as number;
    ranks[person] = rank;
  }
  return ranks;
}
