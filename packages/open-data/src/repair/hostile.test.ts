import { expect, test } from 'vitest';
import { isQuick } from '../../../../apps/tools/src/tier.ts';
import { type Format, formatRules } from '@yokoten/standard/datasets';
import type { Evidence } from './kind.ts';
import { fitsFormat } from './internal/fits.ts';
import { readDegrees } from './internal/degrees.ts';
import { repairText } from './index.ts';
import { kindsOf } from './pipeline.ts';
import type { Table } from '../table.ts';

/** A cell of that size costs some 5 ms; at the full size, what grows with the square takes longer than a test may. */
const SIZE = isQuick ? 20_000 : 100_000;

const PIECES = [
  '0',
  '1-',
  '１',
  '1,000',
  '1.',
  '令和',
  '元年',
  '平成1年',
  '月・',
  '月火',
  '8:',
  '午後',
  ':0',
  ' 0',
  '042-',
  '(0',
  '〒1',
  '1人',
  '１人',
  'a@',
  'a.',
  '@',
  'http:/',
  'https://a',
  '/',
  'a.b',
  '&',
  '&amp;',
  '&#',
  '<',
  '<b',
  '<br>',
  '<a ',
  '"',
  '": "',
  '{"',
  '\\"',
  '\u200b',
  '\u00a0',
  '_x000D_',
  '_x000',
  ' ',
  '\n',
  '\r\n',
  '\u0080',
  '縺',
  '縺ゅ',
  'ｱ',
  'ﾞ',
  'あ',
  '（あ',
  '(',
  ')',
  '度',
  '35度',
  "35°39'",
  '35.39.',
  '-',
  '−',
  'ー',
  '※',
  '計',
  '、',
  ';',
  '・',
  '#N/A',
  '€',
  '‚ƒ',
];

function evidence(format: Format, codes: readonly string[], values: readonly string[]): Evidence {
  const fits = fitsFormat(format, codes);
  const all = { values: () => new Set(values), hasBlank: () => true, municipality: '132012' };
  return { header: 'a', standard: 'a', format, codes, fits, ...all };
}

const formats = Object.keys(formatRules) as Format[];

test.each(formats)('no cell of a column of %s takes long', (format) => {
  for (const piece of PIECES) {
    for (const end of ['', '!', '日', '>']) {
      const text = piece.repeat(Math.ceil(SIZE / piece.length)).slice(0, SIZE) + end;
      const column = evidence(format, ['有', '無'], [text]);
      for (const kind of kindsOf(format, '名称', ['有', '無'])) {
        const read = kind.prepare(column);
        expect(() => read(text), `${kind.code} ${piece}`).not.toThrow();
      }
    }
  }
});

test('no text takes long, in a cell or in the header', () => {
  for (const piece of PIECES) {
    const text = piece.repeat(Math.ceil(SIZE / piece.length)).slice(0, SIZE);
    const table: Table = {
      file: 'a.csv',
      kind: 'csv',
      encoding: 'utf-8',
      bom: false,
      newline: 'lf',
      header: [text],
      headerRow: 1,
      headerLine: 1,
      rows: [{ row: 2, line: 2, cells: [text] }],
      preamble: [],
      blankRows: 0,
      problems: [],
    };
    expect(() => [repairText(table), readDegrees(text)], piece).not.toThrow();
  }
});
