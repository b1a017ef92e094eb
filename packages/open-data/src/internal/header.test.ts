import { describe, expect, test } from 'vitest';
import { findHeader } from './header.ts';

const rows = (text: string): string[][] => text.split('\n').map((line) => line.split(','));

describe('findHeader', () => {
  test.each([
    ['the first row', '名称,緯度\nみほん館,35.6', 0],
    ['a row below a title', '避難場所一覧,,\n番号,場所,人数\n1,みほん館,20', 1],
    ['a row below a title and a date', '一覧,,\n,,令和6年\n番号,場所,人数\n1,みほん館,20', 2],
    ['years', '地区,2019,2020\n東,100,200', 0],
    ['a single column', '場所\nみほん館', 0],
    ['known words beside a value', 'name,lat,2024-01-01\nみほん館,35.6,3', 0],
    ['words that recur in one column', '駐車場,台数\n駐車場,20', 0],
  ])('%s', (_, text, index) => {
    expect(findHeader(rows(text))).toBe(index);
  });

  test.each([
    ['coordinates', '見本市,みほん館,35.6,139.3'],
    ['both in one cell', '見本市;みほん館;35.6, 139.3'],
    ['an address on the web', 'みほん館,https://example.jp/'],
    ['a phone number', 'みほん館,042-000-0000'],
    ['a date', 'みほん館,2024/4/1'],
    ['mostly whole numbers', '13201,1,2,みほん館'],
    ['full-width decimals', 'みほん館,３５．６'],
  ])('a row with %s is no header', (_, text) => {
    const separator = text.includes(';') ? ';' : ',';
    expect(findHeader([text.split(separator), text.split(separator)])).toBeUndefined();
  });

  test('a row whose values recur below is no header', () => {
    expect(findHeader(rows('東京都,見本市,一\n東京都,見本市,二'))).toBeUndefined();
  });

  test('no records, no header', () => {
    expect(findHeader([])).toBeUndefined();
  });
});
