import type { BrowseColumn } from '@yokoten/open-data/browse';
import { expect, test } from 'vitest';
import { highlightColumns } from './highlights.ts';

const column = (
  header: string,
  kind: BrowseColumn['kind'],
  more: Partial<BrowseColumn> = {},
): BrowseColumn => ({ header, label: { ja: header }, kind, ...more });
const shown = (columns: readonly BrowseColumn[], count = 3): string[] =>
  highlightColumns(columns, count).map((index) => columns[index]?.header ?? '');

test('a town is no highlight beside the address that says it, but is one without', () => {
  const town = column('所在地_市区町村', 'choice');
  const kind = column('種別', 'choice');
  expect(shown([town, kind, column('住所', 'address')])).toEqual(['種別', '住所']);
  expect(shown([town, kind])).toEqual(['所在地_市区町村', '種別']);
});

test('what tells rows of one name apart is always among them, in the place the table gives it', () => {
  const columns = [
    column('開始日', 'date'),
    column('住所', 'address'),
    column('種別', 'choice'),
    column('設置位置', 'text', { tellsApart: true }),
  ];
  expect(shown(columns)).toEqual(['開始日', '住所', '設置位置']);
  expect(shown(columns, 1)).toEqual(['設置位置']);
});

test('days in words count as days', () => {
  const columns = [column('説明', 'text'), column('料金', 'fee'), column('開催日', 'text')];
  expect(shown(columns, 2)).toEqual(['料金', '開催日']);
});

test('of a span only its beginning is one', () => {
  expect(shown([column('開始日', 'date'), column('終了日', 'date')])).toEqual(['開始日']);
});
