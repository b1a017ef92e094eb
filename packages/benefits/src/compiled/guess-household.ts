import type { Entity, Pack, Role } from '@yokoten/rules';
import type { HouseholdShape, MemberKind } from '../model/household.ts';

/** Words of OpenFisca packages for a role of children, and for the older generation. */
const CHILD = /子|child|enfant|kind|hijo/i;
const OLDER = /祖父母|grandparent/i;
const BIRTH = /生年月日|birth|naissance/i;

/**
 * How a family becomes the persons and groups of a pack that does not say so: the roles of its first kind of group are the kinds
 * of members, the first role's first member is whoever answers. In other kinds of groups the role of the same place is taken.
 */
export function guessHousehold({ entities, variables }: Pack): HouseholdShape {
  const person = entities.find(({ roles }) => roles === undefined);
  const groups = entities.filter(({ roles }) => roles !== undefined);
  const [first] = groups;
  const kinds = (first?.roles ?? []).flatMap((role, place) => kindsOf(role, place, groups));
  const birth = variables.find(
    ({ name, type, entity }) => type === 'date' && entity === person?.key && BIRTH.test(name),
  );
  return {
    person: person?.key ?? '',
    groups: groups.map(({ key }) => key),
    kinds: kinds.length > 0 ? kinds : [{ id: 'self', roles: {}, most: 1 }],
    ...(birth !== undefined && { birth: birth.name }),
  };
}

function kindsOf(role: Role, place: number, groups: readonly Entity[]): MemberKind[] {
  const roles = Object.fromEntries(
    groups.map(({ key, roles: own = [] }) => [key, (own[place] ?? own[0])?.key ?? '']),
  );
  const most = role.subroles?.length ?? role.max;
  if (place === 0) {
    const self: MemberKind = { id: 'self', roles, most: 1 };
    const others = most === undefined ? undefined : most - 1;
    const partner = { id: 'partner', roles, ...(others !== undefined && { most: others }) };
    return others === 0 ? [self] : [self, partner];
  }
  const id = CHILD.test(role.key) ? 'child' : OLDER.test(role.key) ? 'grandparent' : role.key;
  return [{ id, roles, ...(most !== undefined && { most }) }];
}
