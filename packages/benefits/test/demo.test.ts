import { buildSimulation } from '@yokoten/rules';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkSchemes, writePack } from '../src/build.ts';
import { type Action, openCheck, reduce, resultsOf, startState } from '../src/core.ts';
import { demoPack } from '../src/demo.ts';
import { data } from '../src/generated/demo/data.ts';

const folder = join(import.meta.dirname, '../demo');
const sources = readdirSync(folder).map((name) => ({
  name: `demo/${name}`,
  bytes: new Uint8Array(readFileSync(join(folder, name))),
}));

test('what is committed is what the schemes compile to', async () => {
  const { compiled, findings } = await checkSchemes(sources);
  expect(findings).toEqual([]);
  expect(JSON.parse(JSON.stringify(compiled?.data))).toEqual(data);
  expect([...(compiled?.texts.keys() ?? [])].sort()).toEqual([...demoPack.languages].sort());
  for (const [language, texts] of compiled?.texts ?? [])
    expect(await demoPack.texts(language)).toEqual(texts);
});

test('every language says everything that Japanese says, and whether it was reviewed', async () => {
  const shape = (value: unknown): unknown =>
    typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]))
      : typeof value;
  const { reviewed, ...ja } = await demoPack.texts('ja');
  expect(reviewed).toBe(true);
  expect(demoPack.languages).toEqual(['ja', 'ja-simple', 'en', 'zh-Hans', 'zh-Hant', 'ko', 'vi']);
  for (const language of demoPack.languages.slice(1)) {
    const { reviewed: read, ...texts } = await demoPack.texts(language);
    expect(read).toBe(false);
    expect(shape(texts)).toEqual(shape(ja));
    const questions = Object.values(texts.variables).flatMap(({ question }) => question ?? []);
    expect(questions.filter((one) => one.includes('{who}'))).toHaveLength(4);
  }
  for (const { contacts = [] } of demoPack.programmes)
    for (const { name } of contacts) expect(Object.keys(name)).toHaveLength(7);
});

test('it is marked as a sample, and each programme names its law', () => {
  expect(demoPack.sample).toBe(true);
  expect(demoPack.programmes.map(({ id, money }) => [id, money])).toEqual([
    ['jido-teate', 'monthly'],
    ['shugaku-enjo-mihon', 'yearly'],
    ['kodomo-iryohi-mihon', 'in-kind'],
    ['saiken-shienkin', 'one-off'],
    ['choikin', 'one-off'],
    ['shogai-mimaikin', 'one-off'],
    ['engo-shikin', 'loan'],
  ]);
  for (const { sources: laws } of demoPack.programmes) expect(laws.length).toBeGreaterThan(0);
});

test('it calculates as it is', () => {
  const { simulation } = buildSimulation(demoPack.rules, {
    persons: {
      a: { 生年月日: { ETERNITY: '1988-01-01' }, 所得: { ETERNITY: 3_000_000 } },
      b: { 生年月日: { ETERNITY: '2016-05-05' } },
    },
    households: { home: { guardians: ['a'], children: ['b'] } },
  });
  const sums = demoPack.programmes.map(({ output }) =>
    [...simulation.calculate(output, '2026-04')].reduce<number>((sum, one) => sum + Number(one), 0),
  );
  expect(sums).toEqual([10_000, 0, 1, 0, 0, 0, 0]);
});

test('the files that are written load as a pack, and say nothing that leads out of their folder', async () => {
  const { compiled } = await checkSchemes(sources);
  if (compiled === undefined) throw new Error('not compiled');
  const files = writePack(compiled.data, compiled.texts);
  expect([...files.keys()].sort()).toEqual(
    [
      'data.js',
      'index.d.ts',
      'index.js',
      ...demoPack.languages.map((tag) => `texts/${tag}.js`),
    ].sort(),
  );
  expect(writePack(compiled.data, compiled.texts)).toEqual(files);
  const written = files
    .get('data.js')
    ?.replace(/^export const data = /, '')
    .replace(/;\n$/, '');
  expect(JSON.parse(written ?? '')).toEqual(data);
});

test('after a disaster other schemes are looked at than in everyday life, and only their questions are asked', async () => {
  const date = '2026-11-22';
  const asked = async (set: string): Promise<readonly string[]> => {
    const check = await openCheck(demoPack, { date, set });
    return [...check.inputs.keys()];
  };
  expect(demoPack.sets?.map(({ id }) => id)).toEqual(['main', 'disaster']);
  const [everyday, disaster] = [await asked('main'), await asked('disaster')];
  expect(everyday.filter((name) => disaster.includes(name))).toEqual([]);
  expect(disaster).toContain('住まいの被害');
  const check = await openCheck(demoPack, { date, set: 'disaster' });
  let state = startState(check);
  const say = (action: Action): void => void (state = reduce(check, state, action));
  say({ do: 'complete', complete: true });
  for (const [variable, value] of [
    ['被災者生活再建支援金_支援法の適用', true],
    ['住まいの被害', '大規模半壊'],
    ['被災者生活再建支援金_住まいの再建', '直す'],
    ['被災者生活再建支援金_長期の避難', false],
    ['住宅の解体', false],
    ['弔慰金の災害', false],
    ['災害援護資金_救助法の適用', true],
    ['災害援護資金_世帯主のけが', false],
    ['災害援護資金_世帯の所得', 2_199_999],
  ] as const)
    say({ do: 'answer', answer: { ask: 'value', variable, value } });
  const { results, totals } = resultsOf(check, state);
  expect(
    results.map(({ programme, status, amount }) => [programme.id, status, amount.least]),
  ).toEqual([
    ['engo-shikin', 'eligible', 1_700_000],
    ['saiken-shienkin', 'eligible', 1_125_000],
    ['choikin', 'not-eligible', 0],
    ['shogai-mimaikin', 'not-eligible', 0],
  ]);
  // What must be paid back is no part of what is given.
  expect(totals.map(({ money, most }) => [money, most])).toEqual([
    ['one-off', 1_125_000],
    ['loan', 1_700_000],
  ]);
});
