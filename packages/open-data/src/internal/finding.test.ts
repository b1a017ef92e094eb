import { describe, expect, test } from 'vitest';
import { fileMessages } from './file-messages.ts';
import { clip, problem } from './finding.ts';
import { rowMessages } from './row-messages.ts';

const messages = { ...fileMessages, ...rowMessages };
/** As long as `problem` ever makes them. */
const LONG = {
  value: '長'.repeat(12),
  column: '長'.repeat(12),
  expected: '所在地_全国地方公共団体コード',
  at: '139.76712, 139767.1234',
  count: 1_048_576,
};

describe('sentences', () => {
  const cases = Object.entries(messages).flatMap(([code, message]) => [
    [code, message(LONG)] as const,
    [code, message({ ...LONG, rows: 1_048_576 })] as const,
  ]);

  test.each(cases)('%s: short, polite and in both languages', (_, { ja, en }) => {
    const sentences = ja.split('。').filter((sentence) => sentence !== '');
    expect(ja.endsWith('。')).toBe(true);
    for (const sentence of sentences) {
      expect(sentence.length).toBeLessThanOrEqual(40);
      expect(sentence).toMatch(/(?:です|ます|せん|した|ださい)(?:（.+）)?$/u);
    }
    expect(sentences.length).toBeGreaterThan(1);
    expect(en).toMatch(/^.+\.$/u);
  });
});

test('only what is known becomes a member', () => {
  expect(Object.keys(problem('open-data/no-rows', 'warning', 'a.csv'))).toEqual([
    'code',
    'severity',
    'file',
    'message',
  ]);
});

test.each([
  ['short', 'short'],
  ['  two\nlines ', 'two lines'],
  ['１２３４５６７８９０１２３', '１２３４５６７８９０１…'],
  ['0123456789😀abc', '0123456789…'],
])('clip %j', (long, short) => {
  expect(clip(long)).toBe(short);
});
