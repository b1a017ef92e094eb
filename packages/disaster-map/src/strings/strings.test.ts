import { checkStrings } from '@yokoten/ui';
import { expect, test } from 'vitest';
import { HAZARDS } from '../document.ts';
import { en } from './en.ts';
import { ja, type MapStrings } from './ja.ts';
import { mapStrings } from './strings.ts';

test('English says everything, in other words than Japanese', async () => {
  const signs = ['signs.o', 'signs.x', 'signs.-', 'signs.?'];
  expect(await checkStrings(mapStrings, signs)).toEqual([]);
});

test('every hazard has a name', () => {
  for (const strings of [ja, en]) {
    expect(Object.keys(strings.hazards).toSorted()).toEqual(HAZARDS.toSorted());
  }
});

test('a Japanese sentence has 40 characters at most', () => {
  expect(
    saidBy(ja)
      .flatMap((text) => text.split('。'))
      .filter((text) => text.length > 40),
  ).toEqual([]);
});

test('Japanese has no half-width full stop or comma, English no Japanese sign', () => {
  expect(saidBy(ja).filter((text) => /[^\d][.,]/.test(text))).toEqual([]);
  expect(saidBy({ ...en, emptyColumns: '' }).filter((text) => /[。、「」]/.test(text))).toEqual([]);
});

test('numbers have separators, and one is one', () => {
  expect(ja.counted(12345, 12345)).toBe('12,345件');
  expect(ja.counted(268, 1344)).toBe('1,344件のうち268件');
  expect(en.counted(1, 1)).toBe('1 place');
  expect(en.counted(268, 1344)).toBe('268 of 1,344 places');
  expect(en.reportRows(1, 1, 0)).toBe('1 row read, all shown.');
});

function saidBy(strings: MapStrings): string[] {
  return Object.values(strings).flatMap((entry: unknown) => {
    if (typeof entry === 'function') return [String(entry(1234, 1000, 5))];
    return typeof entry === 'object' && entry !== null ? Object.values(entry) : String(entry);
  });
}
