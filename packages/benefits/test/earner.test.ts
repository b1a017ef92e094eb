import { expect, test } from 'vitest';
import { checkSchemes } from '../src/build.ts';
import {
  type Action,
  type CheckState,
  openCheck,
  type Reason,
  reduce,
  resultsOf,
  standingOf,
  startState,
  why,
} from '../src/core.ts';
import { demoPack } from '../src/demo.ts';

const INCOME = '所得';
const DEPENDANTS = '児童手当_扶養親族等の数';

/** Two guardians and a child of seven in September 2024, and what they answer. */
async function family(answers: Readonly<Record<string, readonly [self: number, partner: number]>>) {
  const check = await openCheck(demoPack, { date: '2024-09-01' });
  const only = {
    ...check,
    programmes: check.programmes.filter(({ id }) => id === 'jido-teate'),
  };
  let state = startState(only);
  const asked: string[] = [];
  const say = (action: Action): void => void (state = reduce(only, state, action));
  for (const kind of ['partner', 'child']) say({ do: 'add-member', kind });
  say({ do: 'complete', complete: true });
  for (const [member, birth] of [
    ['m1', '1985-05-05'],
    ['m2', '1986-06-06'],
    ['m3', '2017-05-05'],
  ] as const)
    // prettier-ignore
    say({ do: 'set-birth', member, birth });
  for (;;) {
    const { next } = standingOf(only, state);
    if (next?.ask !== 'value') break;
    asked.push(next.key);
    const { variable } = next.input;
    const { id = '' } = next.member ?? {};
    const value = answers[variable]?.[id === 'm1' ? 0 : 1] ?? null;
    say({ do: 'answer', answer: { ask: 'value', variable, member: id, value } });
    expect(asked.length).toBeLessThan(10);
  }
  return { check: only, state, asked };
}

const amountOf = (check: Parameters<typeof resultsOf>[0], state: CheckState) =>
  resultsOf(check, state).results[0]?.amount;

test('dependants are asked of whoever earns more alone; those of the other change nothing', async () => {
  const { check, state, asked } = await family({
    [INCOME]: [3_000_000, 7_000_000],
    [DEPENDANTS]: [3, 0],
  });
  expect(asked.toSorted()).toEqual(
    [`value ${DEPENDANTS} m2`, `value ${INCOME} m1`, `value ${INCOME} m2`].toSorted(),
  );
  expect(amountOf(check, state)).toEqual({ least: 5000, most: 5000 });
});

test('of equal incomes both are asked about dependants, and whoever has more of them counts', async () => {
  const { check, state, asked } = await family({
    [INCOME]: [7_000_000, 7_000_000],
    [DEPENDANTS]: [0, 3],
  });
  expect(asked).toHaveLength(4);
  expect(amountOf(check, state)).toEqual({ least: 10_000, most: 10_000 });
});

test('while the other income is not known, what is paid has its bounds', async () => {
  const { check, state } = await family({ [DEPENDANTS]: [3, 3] });
  expect(amountOf(check, state)).toEqual({ least: 0, most: 10_000 });
});

test('the reason names whoever counts, the limit, and the article that says so', async () => {
  const { check, state } = await family({
    [INCOME]: [3_000_000, 9_900_000],
    [DEPENDANTS]: [3, 0],
  });
  const told = why(check, state, 'jido-teate');
  expect(told.result.status).toBe('not-eligible');
  const text = JSON.stringify(told.reasons);
  expect(text).toContain('第4条第3項');
  expect(told.decisive.map(({ variable }) => variable)).toContain('児童手当_所得上限以上');
  const all = (reasons: readonly Reason[]): readonly Reason[] =>
    reasons.flatMap((one) => [one, ...all(one.because)]);
  const places = all(told.reasons).filter(({ variable }) => variable === '児童手当_生計を支える順');
  expect(places.map(({ member, value }) => [member?.id, value])).toEqual([
    ['m1', 2],
    ['m2', 1],
  ]);
  // Each place is told with the incomes that it was worked out of; a child's income is none of them.
  for (const { because } of places)
    expect(
      because.filter(({ variable }) => variable === INCOME).map(({ member }) => member?.id),
    ).toEqual(expect.arrayContaining(['m1', 'm2']));
  expect(all(told.reasons).some(({ variable, member }) => variable === INCOME && member?.id === 'm3')).toBe(false); // prettier-ignore
  const of = told.decisive.flatMap(({ member, condition }) => condition?.member?.id ?? member?.id);
  expect(new Set(of)).toEqual(new Set(['m2']));
});

const scheme = (order: string, more = '') => `制度: 見本手当
種類: 毎月
だれに: 子
から: 2024-04-01
根拠: 要綱
根拠一覧: {要綱: {名前: 見本要綱, から: 2024-04-01}}
質問:
  所得: {だれに: 保護者, 型: 円（年）}
  介護の日数: {だれに: 全員, 型: 数}
  入居の日: {だれに: 保護者, 型: 日付}
  家賃: {だれに: 世帯, 型: 円（月）}
計算:
  順: ${order}
  一番目の所得: 合計（保護者、もし（一番目、所得、0円））
  一番目: {だれに: 保護者, 条件: [{順: 1}]}
条件: [{一番目の所得: 300万円以下}]
額: 1万円
例:
  - 月: 2024-10
    世帯:
      保護者: [{名前: 甲, 所得: 200万円, 介護の日数: 3}, {名前: 乙, 所得: 400万円, 介護の日数: 5}, {名前: 丙, 所得: 200万円, 介護の日数: 1}]
      子: [{介護の日数: 9}]
    結果: {対象: はい${more}}
`;
const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
const checked = (text: string) => checkSchemes([file('a.yaml', text)]);

test.each([
  ['{だれに: 保護者, 順番: 所得の高い順}', '2 1 3', false],
  ['{だれに: 保護者, 順番: 所得の低い順}', '1 3 2', true],
  ['{だれに: 保護者, 順番: [所得の少ない順, 介護の日数の少ない順]}', '2 3 1', true],
  ['{だれに: 保護者, 順番: [所得の低い順, 介護の日数の多い順]}', '1 3 2', true],
  ['{だれに: 保護者, 順番: 介護の日数の多い順, 数える人: [{介護の日数: 4以下}]}', '1 0 2', true],
])('people in order by %s: %s', async (order, places, eligible) => {
  const [a, b, c] = places.split(' ');
  const { findings } = await checked(
    scheme(order, `, 順: {甲: "${a}", 乙: "${b}", 丙: "${c}"}`).replace(
      '対象: はい',
      `対象: ${eligible ? 'はい' : 'いいえ'}`,
    ),
  );
  expect(findings).toEqual([]);
});

test.each([
  ['{だれに: 保護者, 順番: 所得順}', 'bad-value', '13:21', '「所得の高い順」'],
  ['{順番: 所得の高い順}', 'missing-key', '13:6', '「だれに」'],
  ['{だれに: 保護者, 順番: 諸得の高い順}', 'unknown-name', '13:21', '「所得」'],
  ['{だれに: 保護者, 順番: 家賃の高い順}', 'scope-mismatch', '13:21', '一人ひとりの値ではない'],
  ['{だれに: 保護者, 順番: 入居の日の低い順}', 'wrong-type', '13:21', '整数'],
  ['{だれに: 保護者, 順番: 順の高い順}', 'circular', '13:21', '順 → 順'],
])('%s is a mistake with its place', async (order, code, place, words) => {
  const { findings } = await checked(scheme(order));
  const found = findings.find((one) => one.code === `benefits/${code}`);
  expect(findings.map((one) => one.code)).toContain(`benefits/${code}`);
  expect(`${found?.place?.line}:${found?.place?.column}`).toBe(place);
  expect(found?.text.ja).toContain(words);
});

test('a table uses a calculation of the folder’s file: the income of whoever earns most', async () => {
  const { findings, passed } = await checkSchemes([
    file(
      '00.yaml',
      'パック: まち\n版: 1\n質問: {所得: {だれに: 保護者, 型: 円（年）}}\n計算:\n  順: {だれに: 保護者, 順番: 所得の高い順}\n  一番目: {だれに: 保護者, 条件: [{順: 1}]}\n  一番目の所得: 合計（保護者、もし（一番目、所得、0円））\n',
    ),
    file(
      '10.csv',
      '制度,種類,だれに,年齢未満,一番目の所得以下,額,から,根拠\n祝い金,一回,子,1,300万円,1万円,2024-04-01,要綱\n',
    ),
    file(
      '11.csv',
      '制度,例,月,子の生年月日,保護者の所得,額\n祝い金,低い,2024-06,2024-05-10,300万円；200万円,1万円\n祝い金,高い,2024-06,2024-05-10,100万円；301万円,0円\n',
    ),
  ]);
  expect(findings).toEqual([]);
  expect(passed).toBe(2);
});
