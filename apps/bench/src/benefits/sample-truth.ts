import type { Value } from '@yokoten/rules';
import type { DrawnHousehold } from './households.ts';
import type { Truth } from './walk.ts';

/** What the members of a drawn household would answer to the questions of the sample pack. */
export function sampleTruth(household: DrawnHousehold): Truth {
  const children = household.members.filter(({ age }) => age < 19).length;
  const [self] = household.members;
  const poor = household.oneParent && (self?.income ?? 0) < 2_500_000;
  const ofHousehold: Readonly<Record<string, Value>> = {
    '就学援助（見本市）_借家の家賃': household.rent,
    '就学援助（見本市）_児童扶養手当を受けている': poor,
  };
  return (variable, at) => {
    const member = household.members[at];
    const ofMember: Readonly<Record<string, Value>> = {
      // What is left of pay after the deduction for employees (所得税法第28条) is about seven tenths.
      所得: Math.min(20_000_000, Math.round((member?.income ?? 0) * 0.7)),
      児童手当_扶養親族等の数: member?.kind === 'self' ? children : 0,
      児童手当_親が生活費などを負担: (member?.income ?? 0) < 1_000_000,
      '子ども医療費助成（見本市）_健康保険に入っている': true,
    };
    const value = ofHousehold[variable] ?? ofMember[variable];
    if (value === undefined) throw new Error(`The sample pack asks for ${variable}.`);
    return value;
  };
}
