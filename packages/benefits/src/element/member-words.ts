import type { Member } from '../model/household.ts';
import type { PackTexts } from '../model/texts.ts';
import type { FirstStrings } from '../strings/first-strings.ts';

/** What the names of members are made of. */
export interface MemberWords {
  readonly strings: FirstStrings;
  readonly texts: PackTexts;
}

const OWN_KINDS = ['self', 'partner', 'child', 'grandparent'] as const;

/** What a kind of member is called. */
export function kindName(kind: string, { strings, texts }: MemberWords): string {
  const own = OWN_KINDS.find((one) => one === kind);
  return texts.kinds?.[kind] ?? (own === undefined ? kind : strings.kinds[own]);
}

/** What a member is called; of several of a kind, with a number. */
export function memberName(member: Member, members: readonly Member[], words: MemberWords): string {
  const alike = members.filter(({ kind }) => kind === member.kind);
  const name = kindName(member.kind, words);
  if (alike.length < 2) return name;
  return words.strings.numbered(name, alike.findIndex(({ id }) => id === member.id) + 1);
}
