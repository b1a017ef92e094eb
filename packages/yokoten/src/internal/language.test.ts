import { expect, test } from 'vitest';
import { chooseLanguage, inLanguage } from './language.ts';

test.each([
  ['en', { LANG: 'ja_JP.UTF-8' }, 'en'],
  [undefined, { LANG: 'ja_JP.UTF-8' }, 'ja'],
  [undefined, { LANG: 'en_US.UTF-8' }, 'en'],
  [undefined, { LANG: 'fr_FR.UTF-8' }, 'en'],
  [undefined, { LANG: 'C.UTF-8' }, 'ja'],
  [undefined, { LANG: 'en_US.UTF-8', LC_ALL: 'ja_JP' }, 'ja'],
  [undefined, {}, 'ja'],
  ['fr', {}, 'ja'],
])('asked %s, system %j: %s', (asked, env, expected) => {
  expect(chooseLanguage(asked, env)).toBe(expected);
});

test('a text without this language is shown in Japanese', () => {
  expect(inLanguage({ ja: 'あ', en: 'a' }, 'en')).toBe('a');
  expect(inLanguage({ ja: 'あ' }, 'en')).toBe('あ');
});
