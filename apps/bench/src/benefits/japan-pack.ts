import type { BenefitPack, Programme, Question } from '@yokoten/benefits/core';
import type { Pack, Value } from '@yokoten/rules';
import type { StepPack } from '@yokoten/rules/trace';
import { DAY, OUTPUTS } from '../rules/japan.ts';
import type { DrawnHousehold, DrawnMember } from './households.ts';

const MONEY: Readonly<Record<string, Programme['money']>> = {
  受験生チャレンジ支援貸付: 'loan',
};

/** Nobody below 15 is in paid work (労働基準法第56条). */
const EARNING = { from: 15 };

const QUESTIONS: readonly Question[] = [
  { variable: '収入', unit: 'yen-per-year', most: 1_000_000_000, ages: EARNING },
  { variable: '個人事業主の必要経費', unit: 'yen-per-year', most: 1_000_000_000, ages: EARNING },
  { variable: '年1回目の賞与', unit: 'yen', most: 1_000_000_000, ages: EARNING },
  { variable: '年2回目の賞与', unit: 'yen', most: 1_000_000_000, ages: EARNING },
  { variable: '年3回目の賞与', unit: 'yen', most: 1_000_000_000, ages: EARNING },
  { variable: '年4回目以降の賞与合計', unit: 'yen', most: 1_000_000_000, ages: EARNING },
  { variable: '国民年金基金掛金', unit: 'yen-per-year', most: 10_000_000, ages: EARNING },
  { variable: '厚生年金基金掛金', unit: 'yen-per-year', most: 10_000_000, ages: EARNING },
  { variable: '週労働時間20時間以上', ages: EARNING },
  { variable: '国民年金保険に加入している', ages: { from: 20 } },
  { variable: '預貯金', unit: 'yen', most: 2_000_000_000 },
  { variable: '家賃', unit: 'yen-per-month', most: 10_000_000 },
  { variable: '高校履修種別', ages: EARNING },
  { variable: '高校運営種別', ages: EARNING },
];

/** The ten benefits of OpenFisca-Japan with the least that a pack has to say about them. Its texts are its own labels. */
export function japanPack(rules: Pack, steps: StepPack): BenefitPack {
  return {
    id: 'openfisca-japan',
    version: rules.origin.version,
    rules,
    steps: () => Promise.resolve(steps),
    household: {
      person: '人物',
      groups: ['世帯'],
      birth: '誕生年月日',
      kinds: [
        { id: 'self', roles: { 世帯: '親' }, most: 1 },
        { id: 'partner', roles: { 世帯: '親' }, most: 1 },
        { id: 'child', roles: { 世帯: '子' } },
        { id: 'grandparent', roles: { 世帯: '祖父母' } },
      ],
    },
    programmes: OUTPUTS.map((output) => ({
      id: output,
      output,
      money: MONEY[output] ?? 'monthly',
      sources: [],
    })),
    questions: QUESTIONS,
    gates: [
      {
        id: '手帳',
        variables: [
          '身体障害者手帳等級',
          '療育手帳等級',
          '愛の手帳等級',
          '精神障害者保健福祉手帳等級',
          '内部障害',
          '脳性まひ_進行性筋萎縮症',
        ],
      },
      {
        id: '状況',
        variables: [
          '入院中',
          '介護施設入所中',
          '在宅療養中',
          '妊産婦',
          '放射線障害',
          '六か月以内に新規就労',
        ],
      },
      {
        id: '収入の内訳',
        variables: [
          '個人事業主の必要経費',
          '年1回目の賞与',
          '年2回目の賞与',
          '年3回目の賞与',
          '年4回目以降の賞与合計',
          '国民年金基金掛金',
          '厚生年金基金掛金',
        ],
      },
    ],
    languages: ['ja'],
    texts: (language) =>
      Promise.resolve({
        language,
        reviewed: true,
        title: rules.origin.name,
        programmes: {},
        variables: {},
      }),
  };
}

const GRADES = ['無', '一級', '二級', '三級', '四級', '五級', '六級', '七級'];

/** At the age of upper secondary school. */
function high({ age }: DrawnMember): boolean {
  return age >= 15 && age < 18;
}

const ofMember = (member: DrawnMember): Readonly<Record<string, Value>> => {
  const { body, mind, spirit } = member.handbooks;
  return {
    収入: member.income,
    個人事業主の必要経費: member.selfEmployed ? Math.round(member.income * 0.3) : 0,
    預貯金: member.savings,
    学生: member.age >= 6 && member.age < 20,
    性別: member.woman ? '女性' : '男性',
    身体障害者手帳等級: GRADES[body ?? 0] ?? '無',
    療育手帳等級: mind === undefined ? '無' : mind === 1 ? 'A' : 'B',
    精神障害者保健福祉手帳等級: GRADES[spirit ?? 0] ?? '無',
    妊産婦: member.pregnant ? '妊娠6ヵ月未満' : '無',
    入院中: member.inHospital,
    週労働時間20時間以上: member.income > 1_000_000,
    国民年金保険に加入している: member.age >= 20 && member.age < 60,
    高校履修種別: high(member) ? '全日制課程' : '無',
    高校運営種別: high(member) ? '公立' : '無',
    年1回目の賞与: member.income > 4_000_000 && !member.selfEmployed ? member.income / 12 : 0,
    年2回目の賞与: member.income > 4_000_000 && !member.selfEmployed ? member.income / 12 : 0,
  };
};

/** What the members of a drawn household would answer to the pack's questions. */
export function japanTruth(
  household: DrawnHousehold,
  places: readonly string[],
): (variable: string, member: number) => Value {
  const ofHousehold: Readonly<Record<string, Value>> = {
    居住都道府県: household.prefecture,
    居住市区町村: places[Math.floor(household.place * places.length)] ?? 'その他',
    家賃: household.rent,
    夫と離別死別: household.oneParent && (household.members[0]?.woman ?? false),
    配偶者がいるがひとり親に該当: false,
  };
  const members = household.members.map((member) => ofMember(member));
  const none: Readonly<Record<string, Value>> = {
    愛の手帳等級: '無',
    内部障害: '無',
    脳性まひ_進行性筋萎縮症: '無',
    放射線障害: '無',
  };
  return (variable, member) =>
    ofHousehold[variable] ?? members[member]?.[variable] ?? none[variable] ?? initialOf(variable);
}

/** Numbers and truth values that nobody in these households has. */
function initialOf(variable: string): Value {
  return /掛金|賞与/.test(variable) ? 0 : false;
}

export { DAY };
