import { buildSimulation } from '@yokoten/rules';
import { packOfSteps } from '@yokoten/rules/trace';
import { expect, test } from 'vitest';
import { checkSchemes } from '../src/build.ts';

const table = `制度,種類,だれに,年齢以上,年齢未満,額,から,まで,根拠,書類
見本の祝い金,一回,子,0,1,"30,000円",2024-04-01,2025-03-31,見本要綱 第2条,申請書；口座が分かるもの
見本の祝い金,一回,子,0,1,"50,000円",2025-04-01,,見本要綱 第2条,
見本の祝い金,一回,子,6,7,"20,000円",2024-04-01,,見本要綱 第3条,
見本の券,現物,世帯,,,1枚,2024-04-01,,見本要綱 第4条,
`;
const check = (text: string) =>
  checkSchemes([{ name: 'schemes.csv', bytes: new TextEncoder().encode(text) }]);

test('rows of one name are one scheme; each row is an amount with its dates and its law', async () => {
  const { findings, compiled, schemes } = await check(table);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(schemes).toBe(2);
  if (compiled === undefined) throw new Error('not compiled');
  const { data, texts } = compiled;
  expect(texts.get('ja')?.programmes.見本の祝い金?.documents).toEqual([
    '申請書',
    '口座が分かるもの',
  ]);
  expect(
    Object.values(data.sources.parameters)
      .flat()
      .map(({ title }) => title.ja),
  ).toContain('見本要綱 第3条');
  const amounts = (month: string): (number | string)[] => {
    const { simulation } = buildSimulation(packOfSteps(data, data.steps), {
      persons: {
        a: { 生年月日: { ETERNITY: '1990-01-01' } },
        b: { 生年月日: { ETERNITY: '2024-06-15' } },
        c: { 生年月日: { ETERNITY: '2018-05-05' } },
      },
      households: { home: { guardians: ['a'], children: ['b', 'c'] } },
    });
    return ['見本の祝い金_額', '見本の券_額'].flatMap((name) =>
      Array.from<number | string>(simulation.calculate(name, month)),
    );
  };
  expect(amounts('2024-03')).toEqual([0, 0, 0, 0]);
  expect(amounts('2025-03')).toEqual([0, 30_000, 20_000, 1]);
  expect(amounts('2025-04')).toEqual([0, 50_000, 20_000, 1]);
  expect(amounts('2025-07')).toEqual([0, 0, 0, 1]);
});

test('a mistake is told with the address of its cell', async () => {
  const { findings } = await check(table.replace('"50,000円"', '5まん円'));
  const error = findings.find(({ severity }) => severity === 'error');
  expect([error?.code, error?.place?.cell, error?.place?.line]).toEqual([
    'benefits/bad-expression',
    'F3',
    3,
  ]);
  const title = (await check(table.replace('\n見本の券,', '\n,'))).findings;
  expect(title.find(({ code }) => code === 'benefits/missing-key')?.place?.line).toBe(5);
});
