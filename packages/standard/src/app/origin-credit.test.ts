import { expect, test } from 'vitest';
import type { DataFile, DataOrigin } from './contract.ts';
import { originCredit } from './origin-credit.ts';

const origin: DataOrigin = {
  url: 'https://example.jp/a.csv',
  credit: '見本市',
  licence: 'CC-BY-4.0',
  isMade: false,
  isChanged: false,
};

function creditOf(change?: Partial<DataOrigin>): ReturnType<typeof originCredit> {
  const file: DataFile = { path: 'data/a.csv', bytes: new Uint8Array() };
  return originCredit(change === undefined ? file : { ...file, origin: { ...origin, ...change } });
}

test('what was recorded of a fetched file is its credit', () => {
  expect(creditOf({})).toEqual({
    source: { ja: '見本市' },
    url: 'https://example.jp/a.csv',
    licence: 'CC-BY-4.0',
  });
  expect(creditOf({ licence: null })).toMatchObject({ licence: null });
});

test('without somebody to name there is no credit', () => {
  expect(creditOf()).toBeUndefined();
  expect(creditOf({ credit: null })).toBeUndefined();
});

test('ids that only lists of licences know become names with an address', () => {
  expect(creditOf({ licence: 'LicenseRef-KSJ' })).toMatchObject({
    licence: '国土数値情報ダウンロードサイト利用約款',
    licenceUrl: expect.stringMatching(/^https:/),
  });
});

test('what became of the file is said', () => {
  expect(creditOf({ isMade: true })?.processed?.ja).toContain('取り出しています');
  const both = creditOf({ isMade: true, isChanged: true })?.processed;
  expect(both?.ja).toMatch(/取り出しています。.*直しています。/);
  expect(both?.en).toMatch(/fetched\. Changed/);
});

test('an address that no page can link to is left out', () => {
  expect(creditOf({ url: 'http://example.jp/a.csv' })).not.toHaveProperty('url');
});
