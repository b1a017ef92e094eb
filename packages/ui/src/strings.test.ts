import { expect, test, vi } from 'vitest';
import { defineStrings } from './strings.ts';

const ja = { hello: 'こんにちは' };
const en = { hello: 'Hello' };

test('Japanese is there at once, another language once it was loaded, and only one request is made for it', async () => {
  const loader = vi.fn(() => Promise.resolve(en));
  const strings = defineStrings(ja, { en: loader });
  expect(strings.get('ja')).toBe(ja);
  expect(strings.get('en')).toBeUndefined();
  expect(loader).not.toHaveBeenCalled();
  expect(await strings.load('en')).toBe(en);
  expect(await strings.load('en-GB')).toBe(en);
  expect(strings.get('en')).toBe(en);
  expect(loader).toHaveBeenCalledTimes(1);
});

test.each(['fr', 'constructor', '', '__proto__'])(
  'a language without a table (%j) is answered in Japanese',
  async (language) => {
    const strings = defineStrings(ja, { en: () => Promise.resolve(en) });
    expect(strings.get(language)).toBe(ja);
    expect(await strings.load(language)).toBe(ja);
  },
);

test('a table that did not arrive is asked for again', async () => {
  const loader = vi
    .fn<() => Promise<typeof ja>>()
    .mockRejectedValueOnce(new TypeError('offline'))
    .mockResolvedValueOnce(en);
  const strings = defineStrings(ja, { en: loader });
  await expect(strings.load('en')).rejects.toThrow('offline');
  expect(strings.get('en')).toBeUndefined();
  expect(await strings.load('en')).toBe(en);
});
