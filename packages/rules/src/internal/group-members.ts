import { RulesError } from '../error.ts';
import type { Entity, Role } from '../pack.ts';
import type { GivenGroups } from '../populate.ts';
import { flatRoles } from '../population.ts';
import { mostOf, roleFull } from './role-full.ts';

/**
 * Reads the roles of every group. A person that no group names gets a group of their own, in the first role, as OpenFisca
 * does.
 */
export function groupMembers(
  entity: Entity,
  groups: ReadonlyMap<string, ReadonlyMap<string, unknown>>,
  persons: ReadonlyMap<string, number>,
): GivenGroups {
  const flat = flatRoles(entity);
  const bits = new Map(flat.map(({ key }, bit) => [key, bit]));
  const of = new Int32Array(persons.size).fill(-1);
  const roles = new Int32Array(persons.size);
  const ids = [...groups.keys()];
  for (const [group, [id, fields]] of [...groups].entries()) {
    for (const role of entity.roles ?? []) {
      const members = membersOf(role, fields, [entity.plural, id]);
      const path = [entity.plural, id, role.plural ?? role.key];
      if (members.length > mostOf(role)) throw roleFull(entity, role, members.length, path);
      for (const [at, name] of members.entries()) {
        const person = persons.get(name);
        if (person === undefined) throw undeclared(name, path);
        if (of[person] !== -1) throw twice(entity, name, path);
        of[person] = group;
        roles[person] = 1 << (bits.get(role.subroles?.[at] ?? role.key) ?? 0);
      }
    }
  }
  for (const [name, person] of persons) {
    if (of[person] !== -1) continue;
    of[person] = ids.length;
    roles[person] = 1;
    ids.push(name);
  }
  return { ids, membership: { of, roles } };
}

/** The persons listed under a role's plural, its key, or its subroles' keys. */
function membersOf(role: Role, fields: ReadonlyMap<string, unknown>, path: string[]): string[] {
  const keys = new Set([role.plural ?? role.key, role.key, ...(role.subroles ?? [])]);
  return [...keys].flatMap((key) => {
    const value = fields.get(key);
    if (value === undefined || value === null) return [];
    const list: unknown[] = Array.isArray(value) ? value : [value];
    return list.map((name) => {
      if (typeof name === 'string' || typeof name === 'number') return String(name);
      throw new RulesError(
        'rules/bad-value',
        {
          ja: `「${key}」には、人の名前の一覧を書いてください。`,
          en: `"${key}" takes a list of the names of persons.`,
        },
        [...path, key],
      );
    });
  });
}

function undeclared(name: string, path: string[]): RulesError {
  const shown = name.slice(0, 80);
  return new RulesError(
    'rules/missing-person',
    {
      ja: `「${shown}」という人は書かれていません。先に人として書いてください。`,
      en: `"${shown}" is a member here, but is not declared among the persons.`,
    },
    path,
  );
}

function twice(entity: Entity, name: string, path: string[]): RulesError {
  const shown = name.slice(0, 80);
  return new RulesError(
    'rules/bad-value',
    {
      ja: `「${shown}」が「${entity.plural}」に二度書かれています。一か所だけにしてください。`,
      en: `"${shown}" is stated more than once in "${entity.plural}". Each person has one place.`,
    },
    path,
  );
}
