import { expect, test } from 'vitest';
import { languageChain, textIn } from './language.ts';

test('a reader gets the language, else the one it is a variety of, else Japanese, and is told which', () => {
  const texts = { ja: '見本市', en: 'Mihon City', zh: '见本市' };
  expect(textIn(texts, 'en')).toEqual({ text: 'Mihon City', language: 'en' });
  expect(textIn(texts, 'zh-TW')).toEqual({ text: '见本市', language: 'zh' });
  expect(textIn(texts, 'ko')).toEqual({ text: '見本市', language: 'ja' });
  expect(textIn({ ja: '見本市', en: '' }, 'en')).toEqual({ text: '見本市', language: 'ja' });
});

test('the names every object has are not languages', () => {
  expect(textIn({ ja: '見本市' }, 'constructor').text).toBe('見本市');
});

test.each([
  ['zh-TW', ['zh-TW', 'zh-Hant', 'zh']],
  ['zh-HK', ['zh-HK', 'zh-Hant', 'zh']],
  ['zh', ['zh', 'zh-Hans']],
  ['zh-Hant', ['zh-Hant', 'zh']],
  ['en-GB', ['en-GB', 'en-Latn', 'en']],
  ['ja-simple', ['ja-simple', 'ja-Jpan', 'ja']],
  ['not a tag', ['not a tag']],
])('%s is served in the order %j', (language, chain) => {
  expect(languageChain(language)).toEqual(chain);
});
