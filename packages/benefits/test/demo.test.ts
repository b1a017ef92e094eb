import { buildSimulation } from '@yokoten/rules';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkSchemes, writePack } from '../src/build.ts';
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
  expect(sums).toEqual([10_000, 0, 1]);
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
