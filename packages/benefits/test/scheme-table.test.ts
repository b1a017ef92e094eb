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

const cases = `制度,例,月,子の生年月日,保護者の生年月日,対象,額,結果の年齢
見本の祝い金,0歳,2024-06,2024-05-10,,はい,"30,000円",
見本の祝い金,二人分,2024-06,2024-05-10；2018-01-01,1990-01-01；,はい,"50,000円",
見本の祝い金,1歳,2025-06,2024-05-10,,いいえ,0円,
見本の券,だれでも,2024-06,,,はい,1,
`;
const withCases = (text: string) =>
  checkSchemes([
    { name: 'schemes.csv', bytes: new TextEncoder().encode(table) },
    { name: 'schemes-例.csv', bytes: new TextEncoder().encode(text) },
  ]);

test('a table of examples is the tests of the schemes, those of another file too', async () => {
  const { findings, passed, failed } = await withCases(cases);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect([passed, failed]).toEqual([4, 0]);
  expect(findings.filter(({ code }) => code === 'benefits/no-examples')).toEqual([]);
  const yaml = '制度: 手当\n種類: 毎月\n質問: {家賃: {だれに: 世帯, 型: 円（月）}}\nから: 2024-04-01\n条件: [{家賃: 5万円以上}]\n額: 1万円\n'; // prettier-ignore
  const mixed = await checkSchemes([
    { name: 'a.yaml', bytes: new TextEncoder().encode(yaml) },
    { name: 'b.csv', bytes: new TextEncoder().encode('制度,例,月,家賃,額\n手当,ちょうど,2024-05,5万円,1万円\n手当,下,2024-05,4万円,0円\n') }, // prettier-ignore
  ]);
  expect([mixed.passed, mixed.failed]).toEqual([2, 0]);
});

test('an example that does not come out, of no scheme, or without a name of one, is told with its cell', async () => {
  const wrong = await withCases(cases.replace('"30,000円"', '"30,001円"'));
  const failed = wrong.findings.find(({ code }) => code === 'benefits/example-failed');
  expect([wrong.failed, failed?.place]).toEqual([1, { file: 'schemes-例.csv', line: 2, cell: 'G2' }]); // prettier-ignore
  const unknown = await withCases(cases.replace('見本の券', '見本の卷'));
  expect(unknown.findings.find(({ code }) => code === 'benefits/unknown-name')).toMatchObject({
    place: { cell: 'A5' },
  });
  expect(unknown.findings.find(({ code }) => code === 'benefits/unknown-name')?.text.ja).toContain('見本の券'); // prettier-ignore
  const nameless = await withCases(cases.replace('\n見本の券,', '\n,'));
  expect(nameless.findings.find(({ code }) => code === 'benefits/missing-key')?.place?.line).toBe(5); // prettier-ignore
});
