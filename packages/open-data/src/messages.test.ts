import { describe, expect, test } from 'vitest';
import { fileMessages } from './internal/file-messages.ts';
import { finding } from './internal/finding.ts';
import { rowMessages } from './internal/row-messages.ts';
import { clip, explain, sentence } from './messages.ts';
import type { ProblemCode } from './problem-code.ts';
import { reportMessages } from './report/messages.ts';
import { unifyMessages } from './unify/messages.ts';

/** As long as values ever come. */
const LONG = {
  value: '長'.repeat(20),
  column: '長'.repeat(20),
  expected: '所在地_全国地方公共団体コード',
  at: '139.76712, 139767.1234',
  count: 1_048_576,
};

describe('sentences', () => {
  const codes = Object.keys({
    ...fileMessages,
    ...rowMessages,
    ...reportMessages,
    ...unifyMessages,
  }) as ProblemCode[];
  const cases = codes.flatMap((code) =>
    [false, true].map((many) => {
      const { ja, en = '' } = sentence(finding(code, 'info', 'a.csv', { ...LONG, many }));
      return [code, { ja, en }] as const;
    }),
  );

  test.each(cases)('%s: short, polite and in both languages', (_, { ja, en }) => {
    const sentences = ja.split('。').filter((sentence) => sentence !== '');
    expect(ja.endsWith('。')).toBe(true);
    for (const sentence of sentences) {
      expect(sentence.length).toBeLessThanOrEqual(40);
      expect(sentence).toMatch(/(?:です|ます|せん|した|ださい)(?:（.+）)?$/u);
    }
    expect(sentences.length).toBeGreaterThan(1);
    expect(en).toMatch(/^.+\.$/u);
    expect(ja + en).not.toMatch(/[{}]/u);
  });
});

test('only what is known becomes a member', () => {
  expect(Object.keys(explain([finding('open-data/no-rows', 'warning', 'a.csv')])[0] ?? {})).toEqual(
    ['code', 'severity', 'file', 'message'],
  );
});

test.each([
  ['short', 'short'],
  ['  two\nlines ', 'two lines'],
  ['１２３４５６７８９０１２３', '１２３４５６７８９０１…'],
  ['0123456789😀abc', '0123456789…'],
])('clip %j', (long, short) => {
  expect(clip(long)).toBe(short);
});
