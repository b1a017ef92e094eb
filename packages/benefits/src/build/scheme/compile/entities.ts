import { type Entity, roleMask } from '@yokoten/rules';
import type { HouseholdShape } from '../../../model/household.ts';
import type { Who } from '../definition.ts';
import type { RoleWord } from '../expression.ts';

/** Positions of the two entities that all schemes are about. */
export const PERSON = 0;
export const HOUSEHOLD = 1;

const household: Entity = {
  key: 'household',
  plural: 'households',
  roles: [
    { key: 'guardian', plural: 'guardians' },
    { key: 'child', plural: 'children' },
    { key: 'other', plural: 'others' },
  ],
};

/** A household of guardians (whoever answers, and a partner), children and others. */
export const ENTITIES: readonly Entity[] = [{ key: 'person', plural: 'persons' }, household];

/** The role of the rules for a word, and the key under which a situation lists its persons. */
export const ROLES: ReadonlyMap<RoleWord, { readonly key: string; readonly plural: string }> =
  new Map([
    ['保護者', { key: 'guardian', plural: 'guardians' }],
    ['子', { key: 'child', plural: 'children' }],
    ['その他', { key: 'other', plural: 'others' }],
  ]);

/** The bits of a role; all of them for 「全員」. */
export function maskOf(role: RoleWord): number {
  return roleMask(household, ROLES.get(role)?.key);
}

/** The position of the entity that a value belongs to. */
export function axisOf(who: Who): number {
  return who === '世帯' ? HOUSEHOLD : PERSON;
}

/** The variable of a person's date of birth. */
export const BIRTH = '生年月日';

/** How a family becomes the persons and the household of these rules. */
export const SHAPE: HouseholdShape = {
  person: 'person',
  groups: ['household'],
  kinds: [
    { id: 'self', roles: { household: 'guardian' }, most: 1 },
    { id: 'partner', roles: { household: 'guardian' }, most: 1 },
    { id: 'child', roles: { household: 'child' } },
    { id: 'grandparent', roles: { household: 'other' } },
    { id: 'other', roles: { household: 'other' } },
  ],
  birth: BIRTH,
};
