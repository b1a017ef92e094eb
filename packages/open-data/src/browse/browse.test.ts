import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { browse, EVERYTHING, ordered, ordersOf, searchKeys, type Selection } from './browse.ts';
import { suggestFacets } from './facets.ts';
import type { BrowseColumn, BrowseRecord, ColumnKind } from './record.ts';

const column = (header: string, kind: ColumnKind): BrowseColumn => ({
  header,
  label: { ja: header },
  kind,
});
const columns = [
  column('名称', 'name'),
  column('開始日', 'date'),
  column('終了日', 'date'),
  column('料金', 'fee'),
  column('種別', 'choice'),
  column('曜日', 'weekdays'),
  column('車椅子可', 'flag'),
  column('授乳室', 'flag'),
  column('定員', 'number'),
];
const record = (...cells: string[]): BrowseRecord => ({
  id: cells[0] ?? '',
  name: cells[0] ?? '',
  cells,
});
const records = [
  record('まつり', '2026-04-01', '2026-04-03', '無料', '催し', '土日', '有', '', '100'),
  record('講座', '2026-03-01', '', '500円', '学び', '月水', '有', '有', '20'),
  record('ＡＥＤ講習', '2026-05-10', '2026-05-01', '', '学び;催し', '土', '無', '', '1,000'),
  record('相談', '', '', '0円', '相談', '', '', '', ''),
];
const facets = suggestFacets(columns, records);
const found = (selection: Partial<Selection>): string[] =>
  browse(records, facets, { ...EVERYTHING, ...selection }, searchKeys(columns)).found.map(
    ({ name }) => name,
  );
const chosen = (id: string, ...values: string[]): Partial<Selection> => ({
  choices: new Map([[id, values]]),
});

test('facets follow from the columns: days, fee, choices, weekdays, what is there, one number', () => {
  expect(facets.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
    '開始日 range',
    '料金 choice',
    '種別 choice',
    '曜日 choice',
    '設備 choice',
    '定員 range',
  ]);
});

test('a column that says the same as another, or one number throughout, is no facet', () => {
  const twice = [column('a', 'choice'), column('b', 'choice'), column('c', 'number')];
  const rows = [record('x', 'x', '1'), record('y', 'y', '1')];
  expect(suggestFacets(twice, rows).map(({ id }) => id)).toEqual(['a']);
});

test('a fee that no record has is no choice', () => {
  const [fee] = suggestFacets([column('料金', 'fee')], [record('無料'), record('500円')]);
  expect(fee?.kind === 'choice' && fee.options.map(({ value }) => value)).toEqual(['無料', '有料']);
});

describe('a search', () => {
  test.each([
    ['aed', ['ＡＥＤ講習']],
    ['マツリ', ['まつり']],
    ['学び　500円', ['講座']],
    ['ない', []],
    ['', ['まつり', '講座', 'ＡＥＤ講習', '相談']],
  ])('for %j finds %j', (query, names) => {
    expect(found({ query })).toEqual(names);
  });
});

describe('a choice', () => {
  test.each([
    ['種別', ['催し'], ['まつり', 'ＡＥＤ講習']],
    ['種別', ['催し', '相談'], ['まつり', 'ＡＥＤ講習', '相談']],
    ['設備', ['車椅子可', '授乳室'], ['講座']],
    ['曜日', ['土'], ['まつり', 'ＡＥＤ講習']],
    ['料金', ['無料'], ['まつり', '相談']],
    ['料金', ['不明'], ['ＡＥＤ講習']],
  ])('of %s %j leaves %j', (id, values, names) => {
    expect(found(chosen(id, ...values))).toEqual(names);
  });

  test('counts what each value would leave, the others of the same facet not minded', () => {
    const { counts } = browse(
      records,
      facets,
      { ...EVERYTHING, ...chosen('種別', '催し') },
      searchKeys(columns),
    );
    expect([...(counts.get('種別') ?? [])]).toEqual([
      ['催し', 2],
      ['学び', 2],
      ['相談', 1],
    ]);
    expect(counts.get('料金')?.get('無料')).toBe(1);
  });
});

describe('a span', () => {
  test.each([
    ['開始日', { from: '2026-04-02' }, ['まつり', 'ＡＥＤ講習']],
    ['開始日', { to: '2026-04-01' }, ['まつり', '講座']],
    ['開始日', { from: '2026-04-03', to: '2026-04-03' }, ['まつり']],
    ['定員', { from: '100' }, ['まつり', 'ＡＥＤ講習']],
    ['定員', { from: '30', to: '100' }, ['まつり']],
  ])('of %s %j leaves %j', (id, span, names) => {
    expect(found({ spans: new Map([[id, span]]) })).toEqual(names);
  });
});

function order(today: string): string[] {
  return ordered(records, 'date', { columns, facets, today }).map(({ name }) => name);
}

describe('the order', () => {
  test('by day has what is to come first, then what is over, then what has no day; nothing goes', () => {
    expect(order('2026-04-02')).toEqual(['まつり', 'ＡＥＤ講習', '講座', '相談']);
    expect(order('2099-01-01')).toEqual(['ＡＥＤ講習', 'まつり', '講座', '相談']);
  });

  test('by day is the usual one where there are days', () => {
    expect(ordersOf(facets)[0]).toBe('date');
    expect(ordersOf([])).toEqual(['file', 'name']);
  });
});

test('what a count promises is what a choice finds, whatever else is chosen', () => {
  const ids = facets.flatMap((facet) =>
    facet.kind === 'choice' ? facet.options.map(({ value }) => [facet.id, value] as const) : [],
  );
  fc.assert(
    fc.property(fc.subarray(ids), fc.constantFrom(...ids), (some, [id, value]) => {
      const choices = new Map<string, string[]>();
      for (const [key, one] of some) choices.set(key, [...(choices.get(key) ?? []), one]);
      const facet = facets.find((other) => other.id === id);
      const { counts } = browse(records, facets, { ...EVERYTHING, choices }, () => '');
      const isAll = facet?.kind === 'choice' && facet.match === 'all';
      const others = isAll ? (choices.get(id) ?? []).filter((one) => one !== value) : [];
      const then = new Map([...choices, [id, [...others, value]]]);
      const { found: left } = browse(records, facets, { ...EVERYTHING, choices: then }, () => '');
      expect(counts.get(id)?.get(value) ?? 0).toBe(left.length);
    }),
  );
});
