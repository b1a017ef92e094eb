/** A part somebody has in the family, as the family sees it; the rules have roles for it. */
export interface MemberKind {
  /** `self`, `partner`, `child`, `grandparent` have words in every language; of any other, the words are in `PackTexts.kinds`. */
  readonly id: string;
  /** The role that such a member has, by key of the group entity. */
  readonly roles: Readonly<Record<string, string>>;
  /** Most members of this kind. */
  readonly most?: number;
}

/** How a family becomes the persons and groups of a pack. All members are in one group of each group entity. */
export interface HouseholdShape {
  /** Key of the entity that has no roles. */
  readonly person: string;
  /** Keys of the group entities. */
  readonly groups: readonly string[];
  /** The first one is whoever answers; a household has exactly one of it. */
  readonly kinds: readonly MemberKind[];
  /** The person's variable that holds the date of birth. Without it, no birth dates are asked. */
  readonly birth?: string;
}

/** One of a household. */
export interface Member {
  /** Of this household only; never shared: `m1`, `m2` … */
  readonly id: string;
  /** Id of a `MemberKind`. */
  readonly kind: string;
  /** `YYYY-MM-DD`; `null` when whoever answers does not know it, nothing while it was not asked. */
  readonly birth?: string | null;
}
