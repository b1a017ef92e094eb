import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import * as fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { writeTokens } from '../scripts/tokens.ts';
import { contrast, linear, mixed } from '../test/color-math.ts';

type Colors = ReadonlyMap<string, string>;

let css = '';
let light: Colors;
let dark: Colors;

/** The `--yokoten-*` of all rules whose selector is `selector`, later ones over earlier ones. */
function rules(selector: string): [string, string][] {
  return css
    .split('}')
    .filter((rule) => rule.split('{').at(-2)?.trim().endsWith(selector))
    .flatMap((rule) =>
      Array.from(
        rule.matchAll(/(--yokoten-[\w-]+):\s*([^;]+);/g),
        ([, name = '', value = '']): [string, string] => [name, value],
      ),
    );
}

beforeAll(async () => {
  const agency = createRequire(import.meta.url).resolve(
    '@digital-go-jp/design-tokens/dist/tokens.css',
  );
  css = writeTokens(
    await readFile(new URL('tokens.css', import.meta.url), 'utf8'),
    await readFile(agency, 'utf8'),
  );
  light = new Map(rules('\n:root'));
  // The tint of another accent is only known to a browser; the default's is spelt out.
  const plain = rules(":root[data-theme='dark']").filter(
    ([, value]) => !value.includes('color-mix'),
  );
  dark = new Map([...light, ...plain]);
});

/** The colour of a token, `surface` for `--yokoten-surface`, in one of the two schemes. */
function colorOf(colors: Colors, name: string): ReturnType<typeof linear> {
  const found = colors.get(`--yokoten-${name}`) ?? '';
  const alias = /var\(--yokoten-([\w-]+)\)/.exec(found)?.[1];
  return alias === undefined ? linear(found) : colorOf(colors, alias);
}

const pairs: [text: string, ground: string, least: number][] = [
  ['text', 'surface', 7],
  ['text', 'surface-sunken', 7],
  ['text-muted', 'surface', 4.5],
  ['text-muted', 'surface-sunken', 4.5],
  ['action', 'surface', 4.5],
  ['action', 'action-soft', 4.5],
  ['on-action', 'action', 4.5],
  ['text', 'action-soft', 4.5],
  ['text-muted', 'action-soft', 4.5],
  ['success', 'success-soft', 4.5],
  ['error', 'error-soft', 4.5],
  ['warning', 'warning-soft', 4.5],
  ['text', 'warning-soft', 4.5],
  ['border-strong', 'surface', 3],
  ['focus', 'surface', 3],
];

test.each(pairs)('%s on %s reaches %f : 1, light and dark', (text, ground, least) => {
  expect(contrast(colorOf(light, text), colorOf(light, ground))).toBeGreaterThanOrEqual(least);
  expect(contrast(colorOf(dark, text), colorOf(dark, ground))).toBeGreaterThanOrEqual(least);
});

test('any accent that is fit for white stays readable as its tint on a dark ground', () => {
  const tints = new Map(
    rules(":root[data-theme='dark']").filter(([, value]) => value.includes('color-mix')),
  );
  const share = (name: string, ground: string): number => {
    const mix = new RegExp(`accent\\) (\\d+)%, ${ground}`).exec(tints.get(name) ?? '');
    return Number(mix?.[1]) / 100;
  };
  const accents = fc
    .integer({ min: 0, max: 0xffffff })
    .map((value) => `#${value.toString(16).padStart(6, '0')}`)
    .filter((accent) => contrast(linear(accent), linear('#ffffff')) >= 4.5)
    .map(linear);
  fc.assert(
    fc.property(accents, (accent) => {
      const action = mixed(accent, share('--yokoten-action', 'white'), 'white');
      const soft = mixed(accent, share('--yokoten-action-soft', 'black'), 'black');
      expect(contrast(action, colorOf(dark, 'surface'))).toBeGreaterThanOrEqual(4.5);
      expect(contrast(action, colorOf(dark, 'on-action'))).toBeGreaterThanOrEqual(4.5);
      expect(contrast(action, soft)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(colorOf(dark, 'text-muted'), soft)).toBeGreaterThanOrEqual(4.5);
    }),
    {
      examples: ['#000000', '#0017c1', '#767676', '#ce0000', '#008000'].map((accent) => [
        linear(accent),
      ]),
    },
  );
});

test('the reader’s dark setting and data-theme say the same', () => {
  expect(rules(":root:not([data-theme='light'])")).toEqual(rules(":root[data-theme='dark']"));
  expect(rules(":root[data-theme='dark']").length).toBeGreaterThan(10);
});

test('dark is for screens only: paper stays light', () => {
  expect(css.match(/@media [^{]*/g)).toEqual([
    '@media screen and (prefers-color-scheme: dark) ',
    '@media screen ',
    '@media screen and (prefers-color-scheme: dark) ',
    '@media screen ',
    '@media (forced-colors: active) ',
  ]);
});

test('nothing of the source’s own notation is left, and the licence is named', () => {
  expect(css).not.toMatch(/token\(|^\s*dark \{/m);
  expect(css).toMatch(/^\/\*!.*デジタル庁, MIT License/);
});

test('a name the agency does not have stops the build', () => {
  expect(() => writeTokens(':root { --a: token(--no-such) }', '')).toThrow('--no-such');
});
