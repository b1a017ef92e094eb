import { expect, test } from 'vitest';
import { checkStrings, untranslated } from './check-strings.ts';
import { defineStrings } from './strings.ts';

const ja = {
  title: '防災地図',
  count: (n: number): string => `${n}件`,
  fits: { o: '指定あり', x: '不適' },
  unit: 'km',
};
const en: typeof ja = {
  title: 'Disaster map',
  count: (n) => `${n} places`,
  fits: { o: 'Designated', x: 'Unsuitable' },
  unit: 'km',
};

test('a complete table has nothing to say, once what may be equal is named', () => {
  expect(untranslated(ja, en)).toEqual(['unit']);
  expect(untranslated(ja, en, ['unit'])).toEqual([]);
});

test.each([
  ['a text left in Japanese', { ...en, title: '防災地図' }, 'title'],
  ['a function that still speaks Japanese', { ...en, count: (n: number) => `${n}件` }, 'count'],
  ['a text inside a group', { ...en, fits: { ...en.fits, x: '不適' } }, 'fits.x'],
  ['an empty text', { ...en, title: ' ' }, 'title'],
  ['a missing group', { ...en, fits: undefined }, 'fits.o'],
  ['a text instead of a function', { ...en, count: 'places' }, 'count'],
  ['a key nobody asked for', { ...en, subtitle: 'Town' }, 'subtitle'],
])('%s is found', (_, table, path) => {
  expect(untranslated(ja, table as unknown as typeof ja, ['unit'])).toContain(path);
});

test('every language is held against Japanese and against English', async () => {
  const ko: typeof ja = { ...en, title: '재해 지도' };
  const strings = defineStrings(ja, {
    en: () => Promise.resolve(en),
    ko: () => Promise.resolve(ko),
  });
  expect(await checkStrings(strings, ['unit'])).toEqual(['ko: count', 'ko: fits.o', 'ko: fits.x']);
});
