import { describe, expect, test } from 'vitest';
import { decodeBytes } from './encoding.ts';
import { utf16 } from '../test/encoder.ts';
import { OpenDataError } from './error.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
/** `避難所,緯度` and a line end. */
const CP932 = [0x94, 0xf0, 0x93, 0xef, 0x8f, 0x8a, 0x2c, 0x88, 0xdc, 0x93, 0x78, 0x0a];
const EUC_JP = [0xc8, 0xf2, 0xc6, 0xf1, 0xbd, 0xea, 0x2c, 0xb0, 0xde, 0xc5, 0xd9, 0x0a];

function read(bytes: Uint8Array): [string, boolean, string] {
  const { encoding, bom, bytes: body, decode } = decodeBytes(bytes, 'test.csv');
  return [encoding, bom, decode(body)];
}

describe('decodeBytes', () => {
  test.each([
    ['UTF-8', utf8('避難所,緯度\n'), ['utf-8', false]],
    ['UTF-8 with BOM', utf8('\ufeff避難所,緯度\n'), ['utf-8', true]],
    ['CP932', Uint8Array.from(CP932), ['cp932', false]],
    ['EUC-JP', Uint8Array.from(EUC_JP), ['euc-jp', false]],
    ['UTF-16LE with BOM', utf16('避難所,緯度\n', true, true), ['utf-16le', true]],
    ['UTF-16BE with BOM', utf16('避難所,緯度\n', false, true), ['utf-16be', true]],
    ['UTF-16LE without', utf16('避難所,緯度\n', true, false), ['utf-16le', false]],
    ['UTF-16BE without', utf16('避難所,緯度\n', false, false), ['utf-16be', false]],
  ])('%s', (_, bytes, expected) => {
    expect(read(bytes)).toEqual([...expected, '避難所,緯度\n']);
  });

  test('reads what only Microsoft put into Shift_JIS', () => {
    const bytes = Uint8Array.from([0x87, 0x40, 0x2c, 0xfb, 0xfc, 0x2c, 0x81, 0x60]);
    expect(read(bytes)).toEqual(['cp932', false, '①,髙,～']);
  });

  test('reads the mail encoding by its escapes', () => {
    const bytes = Uint8Array.from([0x1b, 0x24, 0x42, 0x4c, 0x3e, 0x1b, 0x28, 0x42, 0x2c, 0x41]);
    expect(read(bytes)).toEqual(['iso-2022-jp', false, '名,A']);
  });

  test('plain ASCII is UTF-8', () => {
    expect(read(utf8('name,lat\n'))).toEqual(['utf-8', false, 'name,lat\n']);
  });

  test('a few broken bytes do not hide what a file is written in', () => {
    const rows = Array.from({ length: 200 }, () => CP932).flat();
    const [encoding, , text] = read(Uint8Array.from([...rows, 0xff, 0x0a]));
    expect(encoding).toBe('cp932');
    expect(text.endsWith('\ufffd\n')).toBe(true);
  });

  test.each([
    [
      'noise',
      Uint8Array.from({ length: 400 }, (_, i) => 0x80 + ((i * 37) % 128)),
      'open-data/unknown-encoding',
    ],
    ['zero bytes all over', new Uint8Array(400), 'open-data/not-text'],
  ])('refuses %s', (_, bytes, code) => {
    expect(() => decodeBytes(bytes, 'test.csv')).toThrow(OpenDataError);
    expect(() => decodeBytes(bytes, 'test.csv')).toThrow(expect.objectContaining({ code }));
  });
});
