import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { beforeAll, expect, test } from 'vitest';
import { writeTokens } from '../scripts/tokens.ts';

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

function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(colors: Colors, one: string, other: string): number {
  const value = (name: string): string => {
    const found = colors.get(`--yokoten-${name}`) ?? '';
    const alias = /var\(--yokoten-([\w-]+)\)/.exec(found)?.[1];
    return alias === undefined ? found : value(alias);
  };
  const [low = 0, high = 0] = [luminance(value(one)), luminance(value(other))].toSorted(
    (a, b) => a - b,
  );
  return (high + 0.05) / (low + 0.05);
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
  expect(contrast(light, text, ground)).toBeGreaterThanOrEqual(least);
  expect(contrast(dark, text, ground)).toBeGreaterThanOrEqual(least);
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
