import { expect, test } from 'vitest';
import { smallDocument, smallLayer, smallPlace } from '../../test/small-document.ts';
import { entriesOf, fitOf, foundEntries, orderedFor, valueOf } from './entry.ts';
import { initialState, type MapState } from './map-state.ts';

const document = smallDocument();
const entries = entriesOf(document);
const start = initialState(document, 'ja');
const all = new Set(document.layers.map(({ id }) => id));

const found = (state: Partial<MapState>): string[] =>
  foundEntries(entries, { ...start, ...state }).map(({ id }) => id);

test('places stand in the order of their layers; those not visible at first are left out', () => {
  expect(entries.map(({ id }) => id)).toEqual(['s1', 's2', 'h1', 'h2', 'a1', 'a2']);
  expect(found({})).toEqual(['s1', 's2', 'h1', 'h2']);
  expect(found({ layers: all })).toHaveLength(6);
  expect(found({ layers: new Set() })).toEqual([]);
});

test.each([
  ['小学校', ['h1', 'h2', 'a2']],
  ['しょうがっこう', []],
  ['本町 小学校', ['h1', 'a2']],
  ['本町　ｓｙｏ', []],
  ['高台２ー３', ['s2']],
  ['aed', ['a1', 'a2']],
  ['in english', ['s1', 's2', 'h1', 'h2', 'a1', 'a2']],
  ['621-3001', []],
  ['   ', ['s1', 's2', 'h1', 'h2', 'a1', 'a2']],
])('a search for %s finds %j: every word, in name, address, kind or layer', (query, ids) => {
  expect(found({ query, layers: all })).toEqual(ids);
});

test('places at one spot are what is shown there', () => {
  expect(found({ layers: all, here: ['a2', 'h1'] })).toEqual(['h1', 'a2']);
  expect(found({ here: ['a2', 'h1'] })).toEqual(['h1']);
});

test('with a hazard: designated, unknown, not designated, unsuitable, then what says nothing', () => {
  const fits = ['x', '-', '', '?', 'o', 'o'].map((letter, index) =>
    smallPlace(`${index}${letter}`, '場所', letter === '' ? {} : { fit: { flood: letter as 'o' } }),
  );
  const some = entriesOf(smallDocument({ layers: [smallLayer('場所', { places: fits })] }));
  expect(orderedFor('flood', some).map(({ id }) => id)).toEqual([
    '4o',
    '5o',
    '3?',
    '1-',
    '0x',
    '2',
  ]);
  expect(orderedFor(undefined, some)).toBe(some);
});

test('a letter that is no fit says nothing', () => {
  const [entry] = entriesOf(
    smallDocument({ layers: [smallLayer('場所', { places: [[0, 0, 'p', '場所', [], 'zo']] })] }),
  );
  if (entry === undefined) throw new Error('no entry');
  expect(fitOf(entry, 'flood')).toBeUndefined();
  expect(fitOf(entry, 'landslide')).toBe('o');
  expect(fitOf(entry, 'volcano')).toBeUndefined();
});

test('the value of a field by its role', () => {
  const [first, second] = entries;
  if (first === undefined || second === undefined) throw new Error('no entries');
  expect(valueOf(second, 'phone')).toBe('000-000-0001');
  expect(valueOf(first, 'phone')).toBeUndefined();
  expect(valueOf(first, 'capacity')).toBeUndefined();
});
