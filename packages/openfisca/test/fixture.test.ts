import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTests, runTests } from '../src/index.ts';
import { load, type Loaded, MIHON, yamlFiles } from './compile-fixture.ts';

let mihon: Loaded;
beforeAll(async () => {
  mihon = await load(MIHON);
});
afterAll(() => mihon.remove());

test('compiles without an error, with its reforms', () => {
  expect(mihon.compilation.errors).toEqual([]);
  expect(mihon.compilation.country.reforms.map((name) => name.split('.').at(-1))).toEqual([
    'flat_levy',
    'steeper',
    'made_variable',
  ]);
});

test.each(yamlFiles(`${MIHON}/tests`))('$path', async ({ path, text }) => {
  const results = await runTests(mihon.pack, text, path, async ([name = '']) => mihon.reform(name));
  expect(results.filter(({ passed }) => !passed)).toEqual([]);
  expect(results).toHaveLength(readTests(text, path).length);
  expect(results.every(({ checks }) => checks > 0)).toBe(true);
});

async function run(text: string): Promise<readonly [boolean, string | undefined]> {
  const [result] = await runTests(mihon.pack, text, 'a.yaml');
  return [result?.passed ?? true, result?.reason];
}

describe('the runner fails what is wrong', () => {
  test.each([
    [
      '{period: 2024-10, input: {income: 1}, output: {levy: 5}}',
      /levy@2024-10: got 0\.1\d*, expected 5/,
    ],
    [
      '{period: 2024-10, absolute_error_margin: 1, input: {income: 100}, output: {levy: 12}}',
      /got 10, expected 12/,
    ],
    ['{period: 2024-10, input: {work: own}, output: {work: none}}', /got own, expected none/],
    ['{period: 2024-10, input: {salery: 1}, output: {levy: 5}}', /salery/],
    ['{period: 2024, input: {income: 1}, output: {levy: 5}}', /defined per month/],
    ['{period: 2024-10, input: {persons: {A: {}}}, output: {persons: {B: {levy: 1}}}}', /"B"/],
    ['{period: 2024-10, reforms: [mihon.none], output: {levy: 0}}', /reform/],
    ['{output: {levy: 0}}', /no period/],
  ])('%s', async (text, reason) => {
    const [passed, why] = await run(text);
    expect(passed).toBe(false);
    expect(why).toMatch(reason);
  });

  test.each([
    '{period: 2024-10, absolute_error_margin: 2, input: {income: 100}, output: {levy: 12}}',
    '{period: 2024-10, relative_error_margin: 0.2, input: {income: 100}, output: {levy: 12}}',
    '{period: 2024-10, input: {persons: {A: {income: 100}, B: {}}}, output: {levy: [10, 0]}}',
  ])('and passes what is near enough: %s', async (text) => {
    expect(await run(text)).toEqual([true, undefined]);
  });

  test('inputs that OpenFisca does not read where they stand are named', async () => {
    const text =
      '{period: 2024-10, input: {rent: 5, household: {guardians: [A]}, persons: {A: {}}}, output: {rent: 0}}';
    expect(await runTests(mihon.pack, text, 'a.yaml')).toMatchObject([
      { passed: true, passedOver: ['rent'] },
    ]);
  });

  test('a file that is no file of tests is an error', async () => {
    await expect(run('{period: 2024-10, input: {}, outputs: {}}')).rejects.toThrow(/outputs/);
    await expect(run('a: [')).rejects.toThrow(/a\.yaml:\d/);
  });
});

test('what is written says where it comes from', () => {
  const { files } = mihon.compilation;
  expect(files.get('NOTICE')).toContain('mihon');
  expect(files.get('index.d.ts')).toContain('"work": "none" | "employed" | "own";');
  expect(mihon.pack.origin.name).toBe('mihon');
  const map = JSON.parse(files.get('index.js.map') ?? '{}') as { sources: string[] };
  expect(map.sources).toContain('mihon/variables/support.py');
});

test('labels stand apart', () => {
  const { files } = mihon.compilation;
  expect(files.get('labels.js')).toContain('見本市 子ども手当');
  expect(files.get('index.js')).not.toContain('見本市');
});
