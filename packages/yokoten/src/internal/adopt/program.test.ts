import { describe, expect, test } from 'vitest';
import { attribute, openingTags } from './program-text.ts';
import { isShown, programSettings } from './program-settings.ts';
import { restoreEdit } from './restore-edit.ts';
import type { TemplateConfig } from './template-config.ts';
import { blobHash } from './upstream.ts';

const config: TemplateConfig = {
  generation: 'ward',
  prefecture: '見本県',
  shikuchoson: '見本市',
  tiles: [],
  notes: [],
};
const overlay = (attributes: string): string =>
  `export const A = () => (\n  <Group>\n    <LayersControl.Overlay ${attributes}>\n      <B />\n`;
const layers = (source: string) =>
  programSettings(new Map([['src/components/OverlayFeatureLayers.tsx', source]]), config).layers;

test('a tag ends at its own end, whatever stands in it', () => {
  const tag = `<A.B x={() => a > 1} y="a > b" z={{ a: '}' }}>`;
  expect(openingTags(`<A.Bc><A ${tag}</A.B>`, 'A.B')).toEqual([{ at: 9, text: tag }]);
  expect(attribute(tag, 'x')).toBe('() => a > 1');
  expect(attribute(tag, 'y')).toBe('a > b');
  expect(attribute(tag, 'a')).toBeUndefined();
});

describe('which layers are on at first', () => {
  test.each([
    ['checked key={name} name={name}', 'all'],
    ['key={name} name={name}checked', 'all'],
    ['key={name} checked={true}', 'all'],
    ['key={name} checked={false}', 'none'],
    ['key={name} checked={name === "避難所"}', new Set(['避難所'])],
    ['key={name} checked={["避難所", "病院"].includes(name)}', new Set(['避難所', '病院'])],
    ['key={name} checked={i === 0}', { first: 1 }],
    ['key={name} checked={i < 3}', { first: 3 }],
    ['key={name} checked={props.open}', undefined],
    ['key={name} name="checked"', undefined],
    ['key={checked} name={name}', undefined],
  ])('%s', (attributes, shown) => {
    expect(layers(overlay(attributes))).toEqual(shown);
  });

  test('by name and number', () => {
    expect([0, 1].map((index) => isShown({ first: 1 }, 'あ', index))).toEqual([true, false]);
    expect(isShown(new Set(['あ']), 'あ', 9)).toBe(true);
    expect(isShown(undefined, 'あ', 0)).toBeUndefined();
  });
});

test.each([
  ['<title>{config.shikuchoson}防災マップ</title>', '見本市防災マップ'],
  ['<title>{config.prefecture}{config.shikuchoson}の地図</title>', '見本県見本市の地図'],
  ['<title>わたしの町</title>', 'わたしの町'],
  ['<title>{title()}</title>', undefined],
  ['<h1>a</h1>', undefined],
])('%s', (written, title) => {
  expect(programSettings(new Map([['src/App.tsx', written]]), config).title).toBe(title);
});

test('the background and whose it is', () => {
  const app = `<TileLayer url={tile.url} /><TileLayer url="https://a.jp/{z}/{x}/{y}.png" attribution='<a href="https://a.jp/">見本</a>' />`;
  expect(programSettings(new Map([['src/App.tsx', app]]), config).background).toEqual({
    url: 'https://a.jp/{z}/{x}/{y}.png',
    credit: { text: '見本', url: 'https://a.jp/' },
  });
});

describe('an edit is known whole where taking it back gives the template’s file', () => {
  const plain = `${overlay('key={name} name={name}')}<title>{config.city}ハザードマップ</title>\n"gray"\n`;
  const isKnown = (blob: string): boolean => blob === blobHash(new TextEncoder().encode(plain));

  test.each([
    ['checked', plain.replace('Overlay key', 'Overlay checked key'), 1],
    ['checked', plain.replace('name={name}>', 'name={name}checked>'), 1],
    ['checked', plain.replace('name={name}>', 'name={name} checked={true}>  '), 1],
    ['title', plain.replace('ハザードマップ', '景観マップ'), 1],
    ['color-name', plain.replace('gray', 'grey'), 1],
    ['form', plain.replaceAll('\n', '\r\n'), 0],
    ['form', `\ufeff${plain}\n\n`, 3],
  ] as const)('%s', (kind, source, edited) => {
    const restored = restoreEdit(source, isKnown);
    expect(restored?.kinds.has(kind)).toBe(true);
    expect(restored?.edited).toBe(edited);
  });

  test('with anything else in it, it is not', () => {
    expect(restoreEdit(plain.replace('<B />', '<C />'), isKnown)).toBeUndefined();
    expect(
      restoreEdit(
        plain.replace('Overlay key', 'Overlay checked key').replace('<B />', '<C />'),
        isKnown,
      ),
    ).toBeUndefined();
  });
});
