import { expect, test } from 'vitest';
import { checkSchemes } from '../src/build.ts';

/** What a calculation's value counts. */
async function measured(calculation: string): Promise<string | undefined> {
  const text = `制度: 見本手当
種類: 毎月
から: 2024-04-01
根拠: 要綱
根拠一覧: {要綱: {名前: 見本要綱, から: 2024-04-01}}
質問:
  家賃: {だれに: 世帯, 型: 円（月）}
  同居の人: {だれに: 世帯, 型: 人数}
  点: {だれに: 世帯, 型: 数}
  所得: {だれに: 保護者, 型: 円（年）}
数値:
  上限: {2024-04-01: 5万円, 2025-04-01: なし}
  単価: {2024-04-01: 300}
  倍率: {2024-04-01: 1.3}
計算: {所得あり: {だれに: 保護者, 条件: [{所得: 1円以上}]}, 値: ${calculation}}
まで: 2025-03-31
条件: []
額: 1円
例: [{月: 2024-10, 世帯: {保護者: [{}]}, 結果: {額: 1円}}]
`;
  const bytes = new TextEncoder().encode(text);
  const { compiled, findings } = await checkSchemes([{ name: 'a.yaml', bytes }]);
  expect(findings).toEqual([]);
  return compiled?.data.units?.variables['見本手当_値'];
}

test.each([
  ['家賃', 'yen'],
  ['家賃 + 100', 'yen'],
  ['切り捨て（家賃 × 倍率、100）', 'yen'],
  ['上限 × 同居の人', 'yen'],
  ['切り捨て（家賃 ÷ 2人）', 'yen'],
  ['最小（家賃、上限）', 'yen'],
  ['合計（保護者、所得）', 'yen'],
  ['最大（保護者、所得 − 38万円）', 'yen'],
  ['もし（だれか（保護者、所得あり）、0、上限）', 'yen'],
  ['{表: [{点: 3以上, 額: 0円}, {額: 家賃}]}', 'yen'],
  ['{表: [{点: 3以上, 額: 1万円}, {額: 2万円}]}', 'yen'],
  ['0 − 家賃', 'yen'],
  ['人数（子） + 同居の人 + 1', 'persons'],
  ['世帯人数', 'persons'],
  ['切り捨て（家賃 ÷ 1万円）', undefined],
  ['世帯人数 × 2', undefined],
  ['切り捨て（家賃 ÷ 上限）', undefined],
  ['点 × 単価', undefined],
  ['最大（家賃、同居の人）', undefined],
  ['12か月', undefined],
])('%s counts %s', async (calculation, measure) => {
  expect(await measured(calculation)).toBe(measure);
});
