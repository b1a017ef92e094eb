import { expect, test } from 'vitest';
import { openCheck, reduce, resultsOf, smallestChanges, startState } from '../src/core.ts';
import { demoPack } from '../src/demo.ts';
import { amountText, moneyText } from '../src/element/money-text.ts';
import { trialsOf } from '../src/element/trial.ts';
import { ja } from '../src/strings/ja.ts';

/** After a disaster: two died, a home was destroyed and is built anew, and a loan is open to them. */
async function afterDisaster() {
  const check = await openCheck(demoPack, { date: '2026-11-22', set: 'disaster' });
  let state = reduce(check, startState(check), { do: 'complete', complete: true });
  for (const [variable, value] of [
    ['弔慰金の災害', true],
    ['災害弔慰金_支えていた人の死亡', false],
    ['災害弔慰金_ほかの家族の死亡', 2],
    ['災害障害見舞金_支えている人の障害', true],
    ['災害障害見舞金_ほかの家族の障害', 0],
    ['被災者生活再建支援金_支援法の適用', true],
    ['被災者生活再建支援金_長期の避難', false],
    ['被災者生活再建支援金_住まいの再建', '建てる・買う'],
    ['住まいの被害', '全壊'],
    ['住宅の解体', false],
    ['災害援護資金_救助法の適用', true],
    ['災害援護資金_世帯主のけが', false],
    ['災害援護資金_世帯の所得', 0],
  ] as const)
    state = reduce(check, state, { do: 'answer', answer: { ask: 'value', variable, value } });
  return { check, state };
}

test('what a municipality may set lower is in no sum as if it were sure', async () => {
  const { check, state } = await afterDisaster();
  const { totals } = resultsOf(check, state);
  expect(totals).toEqual([
    { money: 'one-off', count: 3, least: 2_250_000, most: 9_750_000, upTo: true },
    { money: 'loan', count: 1, least: 0, most: 2_500_000, upTo: true },
  ]);
  expect(totals.map((one) => moneyText(one, one.money, ja))).toEqual([
    '一度だけ2,250,000円～9,750,000円',
    '最大2,500,000円を借りられます',
  ]);
});

test('an amount that is a limit says so wherever it stands', () => {
  const limit = { money: 'one-off', upTo: true } as const;
  expect(amountText(limit, 5_000_000, ja)).toBe('一度だけ最大5,000,000円');
  expect(amountText(limit, 0, ja)).toBe('一度だけ0円');
  expect(amountText({ money: 'monthly' }, 5000, ja)).toBe('1か月に5,000円');
});

test('nobody is offered to try out how many died, nor told that it would change something', async () => {
  const { check, state } = await afterDisaster();
  const tried = trialsOf(check, state, []).map(({ input }) => input.variable);
  expect(tried).toEqual(['災害援護資金_世帯の所得']);
  for (const programme of ['choikin', 'shogai-mimaikin'])
    for (const { variable } of smallestChanges(check, state, programme))
      expect(variable).not.toMatch(/死亡|支えている人の障害|ほかの家族の障害/);
});
