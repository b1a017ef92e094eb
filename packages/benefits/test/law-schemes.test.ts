import { expect, test } from 'vitest';
import { checkSchemes } from '../src/build.ts';

const own = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
const gift = own(
  '10-祝い金.yaml',
  '制度: 祝い金\n種類: 一回\nだれに: 子\nから: 2024-04-01\n根拠: 要綱\n根拠一覧: {要綱: {名前: 要綱, から: 2024-04-01}}\n条件: [{年齢: 0以下}]\n額: 1万円\n例: [{月: 2024-06, 世帯: {保護者: [{}], 子: [{生年月日: 2024-05-10}]}, 結果: {額: 1万円}}]\n', // prettier-ignore
);
const pack = (line: string) => own('00.yaml', `パック: まちの支援\n版: 1\n${line}\n`);
const words = (language: string, text: string) =>
  own(
    `${language}.yaml`,
    `言語: ${language}\n訳: {祝い金: ${text}, まちの支援: ${text}, 要綱: ${text}}\n`,
  );

test('schemes of the law are taken in beside a town’s own, with their examples and the languages that the town speaks', async () => {
  const told = await checkSchemes([pack('国の制度: [災害]'), gift, words('ko', '축하금')]);
  expect(told.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(told.compiled?.data.sets).toEqual([
    { id: 'main', programmes: ['祝い金'] },
    {
      id: 'disaster',
      programmes: ['saiken-shienkin', 'choikin', 'shogai-mimaikin', 'engo-shikin'],
    },
  ]);
  expect([...(told.compiled?.texts.keys() ?? [])]).toEqual(['ja', 'ko']);
  const ko = told.compiled?.texts.get('ko');
  expect(ko?.programmes['engo-shikin']?.title).toBe('재해 원호자금(대출)');
  expect(told.passed).toBeGreaterThan(15);
  expect(told.failed).toBe(0);
});

test('without the line there is nothing of it, and one set of questions', async () => {
  const { compiled, passed } = await checkSchemes([pack(''), gift]);
  expect([compiled?.data.sets, compiled?.data.programmes.length, passed]).toEqual([
    undefined,
    1,
    1,
  ]);
});

test('a town of which nothing is but the law has the disaster set alone', async () => {
  const { compiled } = await checkSchemes([pack('国の制度: 災害')]);
  expect(compiled?.data.sets?.map(({ id }) => id)).toEqual(['disaster']);
});

test('what is not there to be taken in is told with what is', async () => {
  const { findings } = await checkSchemes([pack('国の制度: [火事]'), gift]);
  expect(findings).toMatchObject([
    { code: 'benefits/bad-value', place: { file: '00.yaml', line: 3 } },
  ]);
  expect(findings[0]?.text.ja).toContain('災害');
  const shared = await checkSchemes([own('a.yaml', '共通: あ\n質問: {}\n'), gift]);
  expect(shared.findings.map(({ code }) => code)).toEqual(['benefits/missing-key']);
});

test('a file may hold several languages; one it does not name is a mistake, told once', async () => {
  const both = own(
    '訳.yaml',
    '言語: [en, ko]\n訳:\n  祝い金: {en: Gift, ko: 축하금}\n  まちの支援: {en: Support, ko: 지원, fr: Aide}\n  要綱: 축하금\n',
  );
  const { findings, compiled } = await checkSchemes([pack(''), gift, both]);
  expect(findings.filter(({ severity }) => severity === 'error')).toMatchObject([
    { code: 'benefits/unknown-key', place: { line: 4 } },
    { code: 'benefits/wrong-type', place: { line: 5 } },
  ]);
  expect(compiled).toBeUndefined();
  const fine = own('訳.yaml', '言語: [en, ko]\n訳:\n  祝い金: {en: Gift, ko: 축하금}\n');
  const { compiled: done } = await checkSchemes([gift, fine]);
  expect(['en', 'ko'].map((one) => done?.texts.get(one)?.programmes['祝い金']?.title)).toEqual(['Gift', '축하금']); // prettier-ignore
});
