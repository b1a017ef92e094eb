import { type Column, type Format, formatRules, loadDataset } from '@yokoten/standard/datasets';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesOf } from '../../test/bytes-of.ts';
import type { Encoding } from '../encoding.ts';
import { cellCheck } from './cell-check.ts';
import { unitsOf } from './units.ts';

const codes = ['有', '無', '(1)', 'a-b'].map((value) => ({ value, en: '' }));
const encodings = ['utf-8', 'cp932', 'euc-jp'] as const;

function unitsFor(encoding: Encoding): ReturnType<typeof unitsOf> {
  const decoder = new TextDecoder(encoding === 'cp932' ? 'shift_jis' : encoding, {
    ignoreBOM: true,
  });
  return unitsOf(encoding, (bytes) => decoder.decode(bytes));
}

/** Pieces of values that formats accept, of values they nearly accept, and blanks of every kind. */
const pieces = fc.constantFrom(
  '1',
  '0',
  '3',
  '9',
  '-',
  '.',
  ':',
  ';',
  '@',
  '/',
  'https://',
  'a',
  'Z',
  ' ',
  '　',
  '\t',
  '\n',
  '；',
  'ア',
  'ー',
  'ヴ',
  'ｱ',
  '漢',
  'ひ',
  '有',
  '無',
  '月',
  '日',
  '、',
  '（',
  '〇',
  '々',
  '＠',
  '\u00a0',
  '\u2003',
  'é',
  '😀',
  '2024-02-29',
  '2023-04-31',
  '24:00',
  '09:30',
  '35.68',
  '139.7',
  '132012',
  '1000020132012',
  '0008-001',
  '(1)',
);
const value = fc.array(pieces, { maxLength: 6 }).map((parts) => parts.join(''));

describe.each(encodings)('in %s', (encoding) => {
  const units = unitsFor(encoding);
  const encode = bytesOf(encoding);

  test.each(Object.keys(formatRules))('%s: what bytes accept, the text accepts', async (format) => {
    const column: Column = {
      name: '列',
      en: '',
      required: 'optional',
      format: format as Format,
      codes,
      aliases: [],
    };
    const check = cellCheck(column, units);
    const { checkRow } = await import('../../../standard/src/internal/row-check.ts');
    const fits = (text: string): boolean =>
      checkRow([column], { 列: text.trim() }).issues === undefined;
    let agreed = 0;
    fc.assert(
      fc.property(value, (text) => {
        const bytes = encode(text);
        if (bytes === undefined) return;
        const fine = check?.isSurelyFine(bytes, 0, bytes.length) ?? true;
        if (fine) expect(fits(text)).toBe(true);
        if (fine === fits(text)) agreed++;
        // Without a number's range or a calendar behind it, the pattern alone decides, and exactly so.
        const rule = formatRules[format as Format];
        const { range, calendar, checkDigit } = rule;
        if (range ?? calendar ?? checkDigit ?? text.includes('😀')) return;
        expect(fine).toBe(fits(text));
      }),
    );
    expect(agreed).toBeGreaterThan(0);
  });
});

test('usual values are accepted without looking at the text', async () => {
  const { generations } = await loadDataset('evacuation-space');
  const usual = new Map([
    ['全国地方公共団体コード', '132012'],
    ['名称_カナ', 'ダイイチショウガッコウ　タイイクカン'],
    ['緯度', '35.681236'],
    ['経度', '139.767125'],
    ['標高', '-1.5'],
    ['電話番号', '042-620-7252'],
    ['連絡先メールアドレス', 'a@example.jp'],
    ['郵便番号', '1920063'],
    ['災害種別_洪水', '1'],
    ['URL', 'https://example.jp/避難所?id=1'],
  ]);
  for (const encoding of encodings) {
    for (const column of generations[0]?.columns ?? []) {
      const bytes = bytesOf(encoding)(usual.get(column.name) ?? '');
      expect(
        cellCheck(column, unitsFor(encoding))?.isSurelyFine(
          bytes ?? new Uint8Array(),
          0,
          bytes?.length ?? 0,
        ) ?? true,
      ).toBe(true);
    }
  }
});
