import { untranslated } from '@yokoten/ui';
import { expect, test } from 'vitest';
import { en } from './en.ts';
import { ja } from './ja.ts';

/** Names of formats are the same in both. */
const SAME = ['products.geojson', 'kinds'];

test('English is complete and says nothing in Japanese', () => {
  expect(untranslated(ja, en, SAME)).toEqual([]);
  const japanese = /[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}]/u;
  const said = JSON.stringify(en, (_, value: unknown) =>
    typeof value === 'function' ? (value as (...a: number[]) => string)(1, 2, 3, 4) : value,
  );
  expect(said).not.toMatch(japanese);
});

test('no Japanese sentence is longer than 40 characters', () => {
  const said: string[] = [];
  JSON.stringify(ja, (_, value: unknown) => {
    if (typeof value === 'string') said.push(value);
    return value;
  });
  const sentences = said.flatMap((text) => text.split(/(?<=。)/u));
  expect(sentences.filter((sentence) => sentence.length > 40)).toEqual([]);
});
