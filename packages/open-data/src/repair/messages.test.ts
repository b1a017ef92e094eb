import { describe, expect, test } from 'vitest';
import { finding } from '../internal/finding.ts';
import { sentence } from '../messages.ts';
import type { RepairCode } from './codes.ts';
import { doneMessages, doubtMessages, patchSentence } from './messages.ts';

/** As long as values ever come. */
const LONG = {
  value: '長'.repeat(20),
  column: '長'.repeat(20),
  expected: '長'.repeat(12),
  at: '長'.repeat(8),
  count: 1_048_576,
};

function expectPlain({ ja, en = '' }: { ja: string; en?: string }): void {
  const sentences = ja.split('。').filter((one) => one !== '');
  expect(sentences.length).toBeGreaterThan(1);
  for (const one of sentences) {
    expect(one.length, one).toBeLessThanOrEqual(40);
    expect(one).toMatch(/(?:です|ます|せん|した|ださい)(?:（.+）)?$/u);
  }
  expect(en).toMatch(/^.+\.$/u);
  expect(ja + en).not.toMatch(/[{}]/u);
}

describe('sentences', () => {
  test.each(Object.keys(doubtMessages) as (keyof typeof doubtMessages)[])('%s', (code) => {
    for (const many of [false, true]) {
      expectPlain(sentence(finding(code, 'warning', 'a.csv', { ...LONG, many })));
    }
  });

  test.each(Object.keys(doneMessages) as RepairCode[])('of a patch: %s', (code) => {
    expectPlain(patchSentence({ code }));
  });
});
