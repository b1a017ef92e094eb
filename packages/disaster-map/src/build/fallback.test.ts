import { expect, test } from 'vitest';
import type { Layer, MapDocument, Place } from '../document.ts';
import { fallbackHtml } from './fallback.ts';

const FIELDS = [
  { header: '種別', label: { ja: '種別', en: 'Kind' }, role: 'kind' },
  { header: '所在地', label: { ja: '住所', en: 'Address' }, role: 'address' },
] as const;

function page(
  rows: readonly (readonly (string | null)[])[],
  languages = ['ja', 'en'],
  date = '2022',
): string {
  const places = rows.map(([name = '', ...values], index): Place => {
    return [139.3, 35.6, `p${index}`, name ?? '', values, ''];
  });
  const layer: Layer = {
    id: 'shelters',
    title: { ja: '避難所', en: 'Shelters' },
    kind: 'shelter',
    icon: 'shelter',
    color: '#0017c1',
    visible: true,
    credit: { source: { ja: '青空市' }, licence: null, date },
    fields: FIELDS,
    places,
  };
  const document: MapDocument = {
    schemaVersion: 1,
    municipality: { name: { ja: '青空市' }, bbox: [139, 35, 140, 36] },
    title: { ja: '地図', en: 'Map' },
    languages,
    layers: [layer],
    hazards: [],
    report: { rows: rows.length, shown: rows.length, leftOut: 0 },
  };
  return fallbackHtml(document);
}

test('what every row says is said once above the table', () => {
  const html = page([
    ['第一小学校', '指定避難所', '一町1'],
    ['第二小学校', '指定避難所', '二町2'],
  ]);
  expect(html).toContain('<p>種別: 指定避難所</p><table>');
  expect(html.match(/指定避難所/g)).toHaveLength(1);
  expect(html).toContain(
    '<thead><tr><th scope="col">名前</th><th scope="col">住所</th></tr></thead>',
  );
  expect(html).toContain('<tr><th scope="row">第二小学校</th><td>二町2</td></tr>');
});

test('a column in which rows differ, or a single row, stays; one in which all are empty goes', () => {
  expect(
    page([
      ['あ', '指定避難所', null],
      ['い', null, null],
    ]),
  ).toContain('<tr><th scope="row">い</th><td></td></tr>');
  expect(page([['あ', '指定避難所', '一町1']])).toContain('<td>指定避難所</td><td>一町1</td>');
  expect(
    page([
      ['あ', 'x', null],
      ['い', 'y', null],
    ]),
  ).not.toContain('住所');
});

test('dates read as on the page, in its first language', () => {
  expect(page([])).toContain('出典: 青空市、2022年、利用条件の記載なし');
  expect(page([], ['en', 'ja'])).toContain('Source: 青空市, 2022, licence not stated');
  expect(page([], ['ja'], '2026-02-30')).toContain('、2026-02-30、');
});

test('text is never markup, above the table either', () => {
  const html = page([
    ['<b>あ', '<script>', '"'],
    ['い', '<script>', "'"],
  ]);
  expect(html).toContain('<p>種別: &lt;script&gt;</p>');
  expect(html).not.toMatch(/<script|<b>/);
});
