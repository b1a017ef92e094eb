import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { examineFile } from '../examine.ts';
import type { Report } from '../model.ts';
import { escapeText, link, markup } from './markup.ts';
import { reportHtml } from './page.ts';
import { style, styleHash } from './style.ts';

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><script>alert(1)</script>',
  '</title><svg onload=alert(1)>',
  'javascript:alert(1)',
  '`${alert(1)}`',
  '&lt;script&gt;',
  '<!--',
  ']]><script>',
  '\u202egnp.exe',
  '\0<b>',
];

const report = async (): Promise<Report> => {
  const text = '名称,緯度,経度,備考\nみほん館,35.6,139.3,\n逆の館,139.3,35.6,\n';
  return (await examineFile(new TextEncoder().encode(text), { file: 'a.csv' })).report;
};

/** Members whose values are ours, from a fixed list. */
const FIXED = new Set(['action', 'severity', 'part', 'name', 'generation', 'requirement']);

/** The report with a text in every place where a text can stand. */
function poisoned<T>(part: T, text: string): T {
  if (typeof part === 'string') return text as T;
  if (Array.isArray(part)) return part.map((one: unknown) => poisoned(one, text)) as T;
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, one]) => [key, FIXED.has(key) ? one : poisoned(one, text)]),
  ) as T;
}

const TAGS = /<\/?([a-z][a-z0-9]*)/giu;
const tagsOf = (html: string): string[] =>
  [...new Set([...html.matchAll(TAGS)].map(([, tag = '']) => tag.toLowerCase()))].sort();

describe('reportHtml', () => {
  test.each(HOSTILE)('nothing of the data becomes markup: %j everywhere', async (text) => {
    const plain = await report();
    const patch = {
      kind: 'cell',
      code: 'open-data/width-mixed',
      row: 2,
      cell: 'A2',
      column: 'a',
      before: 'b',
      after: 'c',
      confidence: 1,
      message: { ja: '直しました。', en: 'Mended.' },
    } as const;
    const offer = { index: 0, header: 'a', standard: 'b', confidence: 0.5 };
    const full: Report = { ...plain, patches: [patch], offers: [offer] };
    const page = reportHtml(poisoned(full, text));
    const allowed = new Set(tagsOf(reportHtml(full)));
    expect(tagsOf(page.replace(style, '')).filter((tag) => !allowed.has(tag))).toEqual([]);
    expect(page).not.toMatch(/<[^>]*\son[a-z]+\s*=/iu);
    expect(page).not.toMatch(/[\0\u202e]/u);
    expect(
      [...page.matchAll(/href="([^"]*)"/gu)].filter(([, to = '']) => !to.startsWith('https://')),
    ).toEqual([]);
  });

  test('a file of very many columns makes no page of that size', async () => {
    const header = Array.from({ length: 5_000 }, (_, at) => `列${at}`);
    const bytes = new TextEncoder().encode(
      `名称,緯度,経度,${header.join(',')}\nみほん,35.6,139.3\n`,
    );
    const { report: wide } = await examineFile(bytes, { file: 'a.csv' });
    expect(wide.columns).toHaveLength(5_003);
    expect(reportHtml(wide).length).toBeLessThan(300_000);
  });

  test('loads nothing and allows only its own stylesheet', async () => {
    const page = reportHtml(await report());
    expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\(/iu);
    expect(page).not.toMatch(/\sstyle=/u);
    expect(styleHash).toBe(`sha256-${createHash('sha256').update(style).digest('base64')}`);
    expect(page).toContain(
      `content="default-src 'none'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'"`,
    );
  });

  test.each(['ja', 'en'] as const)(
    'every table has a caption and scopes, in %s',
    async (language) => {
      const page = reportHtml(await report(), { language });
      expect(page).toContain(`<html lang="${language}">`);
      expect(page.match(/<caption/gu)?.length).toBe(page.match(/<table/gu)?.length);
      expect(page).not.toMatch(/<th(?![^>]*scope=)[ >]/u);
    },
  );
});

test('escapes what matters and shows what is not text', () => {
  expect(escapeText(`<a href="x" title='y'>&\`\u0001`)).toBe(
    '&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;&#96;\ufffd',
  );
  expect(markup`<b>${['<', markup`<i>`, 1]}</b>`.text).toBe('<b>&lt;<i>1</b>');
});

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  '//example.jp',
  'http://example.jp',
  ' https://x',
  'JAVASCRIPT:x',
])('no link leads to %s', (address) => {
  expect(link(address, 'x').text).toBe('x');
});

test.each(['https://example.jp/', 'tel:0421234567', 'mailto:a@example.jp'])(
  'a link may lead to %s',
  (address) => {
    expect(link(address, 'x').text).toContain(`href="${address}"`);
  },
);
