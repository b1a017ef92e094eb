import type { Column } from '../column.ts';
import type { Simulation } from '../simulation.ts';

/** Positions of the members that belong to a part, by entity in the order of the pack; ascending. */
export interface Part {
  readonly members: readonly Int32Array[];
}

/**
 * Divides a simulation into parts of about as many persons, so that no group is torn apart: who is in one group of any kind
 * stays with its others.
 * @param persons how many a part should have
 */
export function divide({ pack, populations, memberships }: Simulation, persons: number): Part[] {
  const count = populations[pack.person]?.count ?? 0;
  const household = components(
    count,
    memberships.filter((_, entity) => entity !== pack.person),
  );
  const sizes = new Int32Array(count);
  for (const own of household) sizes[own] = (sizes[own] as number) + 1;
  const partOf = new Int32Array(count);
  const known = new Int32Array(count).fill(-1);
  let [part, filled] = [0, 0];
  for (let person = 0; person < count; person++) {
    const own = household[person] as number;
    let at = known[own] as number;
    if (at < 0) {
      if (filled >= persons) [part, filled] = [part + 1, 0];
      known[own] = at = part;
      filled += sizes[own] as number;
    }
    partOf[person] = at;
  }
  const parts = part + 1;
  const members = populations.map(({ count: size }, entity) => {
    if (entity === pack.person) return collect(partOf, parts);
    const { of } = memberships[entity] ?? { of: new Int32Array() };
    const ofGroup = new Int32Array(size);
    for (let person = 0; person < of.length; person++)
      ofGroup[of[person] as number] = partOf[person] as number;
    return collect(ofGroup, parts);
  });
  return Array.from({ length: parts }, (_, at) => ({
    members: members.map((lists) => lists[at] as Int32Array),
  }));
}

/** The first person of everybody's circle: those that share a group, directly or through others. */
function components(
  persons: number,
  memberships: readonly { readonly of: Int32Array }[],
): Int32Array {
  const parent = Int32Array.from({ length: persons }, (_, person) => person);
  const find = (person: number): number => {
    let at = person;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  for (const { of } of memberships) {
    const groups = of.reduce((most, group) => Math.max(most, group + 1), 0);
    const first = new Int32Array(groups).fill(-1);
    for (let person = 0; person < of.length; person++) {
      const group = of[person] as number;
      const other = first[group] as number;
      if (other < 0) first[group] = person;
      else {
        const [a, b] = [find(other), find(person)];
        if (a !== b) parent[Math.max(a, b)] = Math.min(a, b);
      }
    }
  }
  return parent.map((_, person) => find(person));
}

function collect(partOf: Int32Array, parts: number): Int32Array[] {
  const sizes = new Int32Array(parts);
  for (const part of partOf) sizes[part] = (sizes[part] as number) + 1;
  const lists = Array.from(sizes, (size) => new Int32Array(size));
  const next = new Int32Array(parts);
  for (let member = 0; member < partOf.length; member++) {
    const part = partOf[member] as number;
    const at = next[part] as number;
    (lists[part] as Int32Array)[at] = member;
    next[part] = at + 1;
  }
  return lists;
}

/** The values of some members. */
export function pick(column: Column, members: Int32Array): Column {
  const first = members[0] ?? 0;
  const together = (members.at(-1) ?? 0) - first === members.length - 1;
  if (together) return column.slice(first, first + members.length);
  if (Array.isArray(column)) return Array.from(members, (member) => column[member] ?? '');
  const picked = new (column.constructor as Float64ArrayConstructor)(members.length);
  for (let at = 0; at < members.length; at++) picked[at] = column[members[at] as number] as number;
  return picked;
}

/** Puts the values of some members in their places. */
export function put(into: Column, column: Column, members: Int32Array): void {
  for (let at = 0; at < members.length; at++) into[members[at] as number] = column[at] as never;
}
