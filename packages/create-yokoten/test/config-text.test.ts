import * as fc from 'fast-check';
import { parse } from 'jsonc-parser';
import { expect, test } from 'vitest';
import { dropKeys, setKey } from '../scripts/config-text.ts';

/** Any JSON value; through JSON once, where -0 is 0. Not `__proto__`, which the parser we compare with does not keep. */
const json = (maxDepth: number): fc.Arbitrary<unknown> =>
  fc
    .jsonValue({ maxDepth })
    .map((value) => JSON.stringify(value))
    .filter((text) => !text.includes('__proto__'))
    .map((text): unknown => JSON.parse(text));

/** A config as people write it: keys on lines of their own, comments above them, some blank lines between. */
const config = fc
  .uniqueArray(
    fc.record({
      key: fc.stringMatching(/^[a-z]{1,6}$/),
      value: json(2),
      comments: fc.array(fc.stringMatching(/^[a-z ]{0,12}$/), { maxLength: 2 }),
      blank: fc.boolean(),
    }),
    { selector: ({ key }) => key, minLength: 1, maxLength: 6 },
  )
  .chain((entries) => fc.tuple(fc.constant(entries), fc.boolean()))
  .map(([entries, trailingComma]) => {
    const lines = entries.map(({ key, value, comments, blank }, i) => {
      const above = comments.map((comment) => `  // ${key}: ${comment}\n`).join('');
      const comma = i < entries.length - 1 || trailingComma ? ',' : '';
      const written = JSON.stringify(value, undefined, 2).replaceAll('\n', '\n  ');
      return `${blank ? '\n' : ''}${above}  ${JSON.stringify(key)}: ${written}${comma}\n`;
    });
    return { entries, text: `{\n${lines.join('')}}\n` };
  });

function comments(source: string): string[] {
  return source.match(/^ {2}\/\/ .*$/gm) ?? [];
}

test('dropping keys leaves all others with their values and comments, in strict JSON but for those comments', () => {
  fc.assert(
    fc.property(config, fc.nat(63), ({ entries, text }, choice) => {
      const dropped = entries.filter((_, i) => (choice >> i) & 1).map(({ key }) => key);
      const kept = entries.filter(({ key }) => !dropped.includes(key));
      const result = dropKeys(text, dropped);
      const errors: never[] = [];
      const value: unknown = parse(result, errors, { allowTrailingComma: false });
      expect(errors).toEqual([]);
      expect(value).toEqual(Object.fromEntries(kept.map(({ key, value }) => [key, value])));
      expect(comments(result)).toEqual(
        comments(text).filter((line) => kept.some(({ key }) => line.startsWith(`  // ${key}:`))),
      );
      expect(result).not.toMatch(/\n\s*\n\s*\n/);
    }),
  );
});

test('dropping nothing changes nothing but a last comma', () => {
  fc.assert(
    fc.property(config, ({ text }) => {
      expect(dropKeys(text, ['other-key']).replaceAll(/[\n,]/g, '')).toBe(
        text.replaceAll(/[\n,]/g, ''),
      );
    }),
  );
});

test('setting a key changes its value and no other byte', () => {
  fc.assert(
    fc.property(config, fc.nat(), json(1), ({ entries, text }, n, value) => {
      const { key } = entries[n % entries.length] ?? { key: '' };
      const result = setKey(text, key, value);
      expect(parse(result)).toEqual({ ...(parse(text) as object), [key]: value });
      expect(setKey(result, key, 0)).toBe(setKey(text, key, 0));
    }),
  );
});
