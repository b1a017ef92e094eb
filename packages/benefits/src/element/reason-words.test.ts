import { describe, expect, test } from 'vitest';
import { openCheck } from '../core.ts';
import { demoPack } from '../demo.ts';
import type { BenefitPack } from '../model/pack.ts';
import { en } from '../strings/en.ts';
import { ja } from '../strings/ja.ts';
import { jaSimple } from '../strings/ja-simple.ts';
import { ko } from '../strings/ko.ts';
import type { BenefitStrings } from '../strings/strings.ts';
import { vi } from '../strings/vi.ts';
import { zhHans } from '../strings/zh-hans.ts';
import { zhHant } from '../strings/zh-hant.ts';
import type { WholeContext } from './context.ts';
import { conditionText, parameterText, reasonValue, shownValue } from './reason-words.ts';

const MILLION: readonly (readonly [string, BenefitStrings, string])[] = [
  ['ja', ja, '1,000,000円'],
  ['ja-simple', jaSimple, '1,000,000円'],
  ['en', en, '1,000,000 yen'],
  ['zh-Hans', zhHans, '1,000,000日元'],
  ['zh-Hant', zhHant, '1,000,000日圓'],
  ['ko', ko, '1,000,000엔'],
  ['vi', vi, '1.000.000 yên'],
];

async function contextOf(
  language: string,
  strings: BenefitStrings,
  pack: BenefitPack = demoPack,
): Promise<WholeContext> {
  const [check, texts] = await Promise.all([
    openCheck(pack, { date: '2024-09-01', set: 'main' }),
    pack.texts(language),
  ]);
  return { check, texts, strings, language, state: { members: [] } } as unknown as WholeContext;
}

describe.each(MILLION)('in %s', (language, strings, million) => {
  test('parts of an amount, limits and figures of the law stand as money, as the amount does', async () => {
    const context = await contextOf(language, strings);
    for (const variable of [
      '被災者生活再建支援金_基礎支援金',
      '被災者生活再建支援金_加算支援金',
      '被災者生活再建支援金_額の計算',
      '被災者生活再建支援金_額',
      '児童手当_所得制限限度額',
      '就学援助（見本市）_世帯の所得',
      '所得',
    ])
      expect([variable, shownValue(variable, 1_000_000, context)]).toEqual([variable, million]);
    expect(parameterText('児童手当_扶養親族一人の加算', 1_000_000, context)).toBe(million);
    const range = { least: 0, most: 1_000_000 };
    const open = { variable: '被災者生活再建支援金_基礎支援金', range } as Parameters<typeof reasonValue>[0]; // prettier-ignore
    expect(reasonValue(open, context)).toContain(million);
  });
});

test('what is no money is not shown as money: places, ages, multiples, head counts', async () => {
  const context = await contextOf('ja', ja);
  expect(shownValue('児童手当_何番目の子', 3, context)).toBe('3');
  expect(shownValue('年度末年齢', 18, context)).toBe('18');
  expect(shownValue('世帯人数', 4, context)).toBe('4人');
  expect(shownValue('子ども医療費助成（見本市）_額', 1, context)).toBe('1人');
  expect(parameterText('就学援助（見本市）_認定の倍率', 1.3, context)).toBe('1.3');
  expect(shownValue('constructor', 1, context)).toBe('1');
});

test('a comparison has its unit on both sides', async () => {
  const context = await contextOf('ja', ja);
  const told = conditionText(
    {
      op: 'ge',
      holds: true,
      decisive: true,
      left: { value: 7_000_000, variable: '所得' },
      right: { value: 6_220_000, parameter: '児童手当_所得制限限度額の基本' },
    },
    context,
  );
  expect(told).toContain('7,000,000円');
  expect(told).toContain('6,220,000円');
});

test('a pack that does not say has its amounts as money, but no service', async () => {
  const { units, ...bare } = demoPack;
  expect(units).toBeDefined();
  const context = await contextOf('ja', ja, bare);
  expect(shownValue('児童手当_額', 10_000, context)).toBe('10,000円');
  expect(shownValue('児童手当_所得制限限度額', 10_000, context)).toBe('10,000');
  expect(shownValue('子ども医療費助成（見本市）_額', 1, context)).toBe('1');
});
