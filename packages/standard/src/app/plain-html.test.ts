import { expect, test } from 'vitest';
import { creditHtml, dayText, escapeHtml, htmlText } from './plain-html.ts';

test('data is text, in elements and in attributes', () => {
  expect(escapeHtml(`<a href="x" title='y'>&amp;`)).toBe(
    '&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;',
  );
  expect(htmlText({ ja: '<村>' }, 'en')).toBe('&lt;村&gt;');
});

test('a credit names source, day, terms and what was done, in the page’s language', () => {
  const credit = {
    source: { ja: '見本<市>', en: 'Mihon' },
    date: '2026-11-22',
    licence: null,
    processed: { ja: '抜き出し' },
  };
  expect(creditHtml(credit, 'ja')).toBe(
    '出典: 見本&lt;市&gt;、2026年11月22日（日）、利用条件の記載なし、抜き出し',
  );
  expect(creditHtml(credit, 'en')).toContain('Source: Mihon, 22 November 2026, licence not stated');
  expect(creditHtml(undefined, 'ja-simple')).toBe('出典と利用条件の記載なし');
});

test('a day that no calendar has stays as the source writes it', () => {
  expect(dayText('2026-02-30', 'ja')).toBe('2026-02-30');
});
