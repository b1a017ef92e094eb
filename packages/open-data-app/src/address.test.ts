import type { Facet } from '@yokoten/open-data/browse';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Place, readAddress, writeAddress } from './address.ts';

const root = new URL('https://example.jp/repo/');
const facets: readonly Facet[] = [
  {
    kind: 'choice',
    id: '種別',
    label: { ja: '種別' },
    match: 'any',
    options: ['a', 'b&c', 'あ=い'].map((value) => ({ value, label: { ja: value } })),
    valuesOf: () => [],
  },
  { kind: 'range', id: '日', label: { ja: '日' }, of: 'date', spanOf: () => undefined },
];
const read = (address: string): Place => readAddress(new URL(address, root), root, facets);

test('what is written is read again', () => {
  const span = fc.option(fc.constantFrom('2026-01-01', '2026-12-31'), { nil: undefined });
  fc.assert(
    fc.property(
      fc.record({
        query: fc.string({ maxLength: 50 }),
        chosen: fc.uniqueArray(fc.constantFrom('a', 'b&c', 'あ=い')),
        from: span,
        to: span,
        order: fc.option(fc.constantFrom('name' as const, 'date' as const), { nil: undefined }),
        language: fc.option(fc.constantFrom('en', 'ja-simple'), { nil: undefined }),
      }),
      ({ query, chosen, from, to, order, language }) => {
        const place: Place = {
          selection: {
            query,
            choices: new Map(chosen.length > 0 ? [['種別', chosen]] : []),
            spans: new Map(
              from || to ? [['日', { ...(from && { from }), ...(to && { to }) }]] : [],
            ),
          },
          order,
          record: undefined,
          language,
        };
        expect(read(writeAddress(place, true))).toEqual(place);
      },
    ),
  );
});

test.each([
  ['records/f001.html?lang=en', 'f001'],
  ['records/?id=f001&lang=en', 'f001'],
  ['records/index.html?id=f001', 'f001'],
  ['records/', undefined],
  ['?id=f001', undefined],
  ['records/F001.html', undefined],
  ['records/../x.html', undefined],
  ['list/2.html', undefined],
])('%s is the page of %s', (address, record) => {
  expect(read(address).record).toBe(record);
});

test.each(['?f.種別=zzz', '?from.日=yesterday', '?f.__proto__=a&sort=size', '?q=', '#x'])(
  'what %s asks for and nothing has is left out',
  (address) => {
    const { selection, order } = read(address);
    expect([selection.query, selection.choices.size, selection.spans.size, order]).toEqual([
      '',
      0,
      0,
      undefined,
    ]);
  },
);

test('a record without a page of its own is opened by the one page for all', () => {
  const { selection } = read('');
  const place = { selection, order: undefined, record: 'r1', language: 'en' };
  expect(writeAddress(place, true)).toBe('records/r1.html?lang=en');
  expect(writeAddress(place, false)).toBe('records/?id=r1&lang=en');
});
