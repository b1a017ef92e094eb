import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAttribution } from './attribution.ts';

test.each([
  [
    '<a href="https://example.jp/a?b=1&amp;c=2">見本市 防災課</a>',
    { text: '見本市 防災課', url: 'https://example.jp/a?b=1&c=2' },
  ],
  [
    "<a target=_blank href='http://example.jp/'>a</a> &copy; b",
    { text: 'a © b', url: 'https://example.jp/' },
  ],
  ['<a href=//example.jp/x>a</a>', { text: 'a', url: 'https://example.jp/x' }],
  ['<a href="javascript:alert(1)">a</a>', { text: 'a' }],
  ['見本市', { text: '見本市' }],
  ['<img src=x onerror=alert(1)>', undefined],
  ['&#x3042;&#12356;&bogus;', { text: 'あい&bogus;' }],
  ['', undefined],
  [7, undefined],
])('%j', (html, credit) => {
  expect(readAttribution(html)).toEqual(credit);
});

test('no text comes out as a tag, and no link but https', () => {
  fc.assert(
    fc.property(fc.string(), fc.webUrl(), (text, url) => {
      const credit = readAttribution(`<a href="${url}">${text}</a>${text}`);
      expect(credit?.text ?? '').not.toMatch(/<[a-z][^<>]*>/i);
      expect(credit?.url ?? 'https://').toMatch(/^https:\/\//);
    }),
  );
});
