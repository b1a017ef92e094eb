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
  throw new RulesError('rules/too-large', [entity.key, flat.length, MOST_ROLES]);
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

/** Persons in the order of their groups, and where each group begins. */
interface Order {
  readonly persons: Int32Array;
  readonly starts: Int32Array;
}

const orders = new WeakMap<Int32Array, Order>();

/** The order of the persons of these groups; worked out once. */
export function orderOf(of: Int32Array): Order {
  const known = orders.get(of);
  if (known !== undefined) return known;
  const groups = of.reduce((most, group) => Math.max(most, group + 1), 0);
  const starts = new Int32Array(groups + 1);
  for (const group of of) starts[group + 1] = (starts[group + 1] as number) + 1;
  for (let group = 0; group < groups; group++)
    starts[group + 1] = (starts[group + 1] as number) + (starts[group] as number);
  const next = starts.slice();
  const persons = new Int32Array(of.length);
  for (const [person, group] of of.entries()) {
    const at = next[group] as number;
    persons[at] = person;
    next[group] = at + 1;
  }
  const order = { persons, starts };
  orders.set(of, order);
  return order;
}

/** The persons of a group, in their order, as positions. */
export function personsOf({ of }: Membership, group: number): Int32Array {
  const { persons, starts } = orderOf(of);
  return persons.subarray(starts[group] ?? 0, starts[group + 1] ?? 0);
}
