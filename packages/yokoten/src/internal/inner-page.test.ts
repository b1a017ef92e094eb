import { expect, test } from 'vitest';
import { innerPage } from './inner-page.ts';
import type { PageParts } from './page.ts';

const parts: PageParts = {
  languages: ['ja', 'en'],
  title: { ja: '町のデータ' },
  description: { ja: '町の説明' },
  generator: 'Yokoten',
  themeColor: '#0017c1',
  csp: "default-src 'none'",
  siteUrl: 'https://example.jp/repo/',
  image: 'images/a.png',
  icon: './images/icon.svg',
  stylesheet: './assets/yokoten.css',
  element: 'open-data-app',
  documentUrl: './assets/map.json',
  fallbackHtml: 'all',
  modulePreloads: ['./assets/map.js'],
};
const HTML = `<!doctype html><html><head>
<script type="module" crossorigin src="./assets/index.js"></script>
<link rel="stylesheet" crossorigin href="./assets/index.css">
</head><body><open-data-app></open-data-app></body></html>`;

test('a page beside the first one is the same app, with every address as seen from there', () => {
  const html = innerPage(HTML, parts, 'records/1.html', {
    title: { ja: '本館 | 町のデータ' },
    fallbackHtml: '<h1>本館</h1>',
  });
  const addresses = [...html.matchAll(/ (?:src|href)="([^"]+)"/g)].map(([, address]) => address);
  expect(addresses.toSorted()).toEqual([
    '../assets/index.css',
    '../assets/index.js',
    '../assets/map.js',
    '../assets/map.json',
    '../assets/map.json',
    '../assets/yokoten.css',
    '../images/icon.svg',
    'https://example.jp/repo/records/1.html',
  ]);
  expect(html).toContain('<title>本館 | 町のデータ</title>');
  expect(html).toContain(
    '<meta property="og:url" content="https://example.jp/repo/records/1.html">',
  );
  expect(html).toContain(
    '<meta property="og:image" content="https://example.jp/repo/images/a.png">',
  );
  expect(html).toContain('<meta name="description" content="町の説明">');
  expect(html).toContain('<h1>本館</h1>');
  expect(html).not.toContain('all</div>');
});
