import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberText, shownText } from './cell-text.ts';
import { numberFormat } from './number-format.ts';

/** What Excel shows beside what we write, for formats of real files. */
test.each([
  ['45383', 14, undefined, '2024-04-01'],
  ['45383.375', 22, undefined, '2024-04-01T09:00'],
  ['0.375', 20, undefined, '09:00'],
  ['0.37505787037', 21, undefined, '09:00:05'],
  ['1', 46, undefined, '24:00'],
  ['45383', 58, undefined, '2024-04-01'],
  ['45383', 55, undefined, '2024-04'],
  ['45383', 164, '[$-411]ggge"年"m"月"d"日";@', '2024-04-01'],
  ['45383', 164, 'yyyy"年"m"月"', '2024-04'],
  ['45383', 164, 'm"月"d"日"', '2024-04-01'],
  ['45383', 164, 'yyyy/m/d\\(aaa\\)', '2024-04-01'],
  ['45383.5', 164, 'yyyy/mm/dd hh:mm', '2024-04-01T12:00'],
  ['45383.5', 164, 'yyyy/mm/dd', '2024-04-01'],
  ['0.75', 164, '[$-F400]h:mm:ss AM/PM', '18:00'],
  ['1.0625', 164, '[h]:mm', '25:30'],
  ['0.354166666666667', 164, 'h"時"mm"分"', '08:30'],
  ['59', 14, undefined, '1900-02-28'],
  ['60', 14, undefined, '1900-02-29'],
  ['61', 14, undefined, '1900-03-01'],
  ['0.125', 9, undefined, '12.5%'],
  ['0.07', 164, '0.0%', '7%'],
  ['12', 164, '000000', '000012'],
  ['1234567', 164, '000000', '1234567'],
  ['600001', 164, '000\\-0000', '060-0001'],
  ['600001', 164, '[<=999]000;[<=9999]000\\-00;000\\-0000', '060-0001'],
  ['0.30000000000000004', 0, undefined, '0.3'],
  ['139.33980000000001', 0, undefined, '139.3398'],
  ['1.3201200000001E+11', 0, undefined, '132012000000.01'],
  ['1E-7', 11, undefined, '0.0000001'],
  ['4315', 164, '#,##0"人"', '4315'],
  ['-5', 164, '0;[Red]-0', '-5'],
  ['5', 164, '0.00E+00', '5'],
  ['5', 164, '@', '5'],
  ['5', 164, '"m"0', '5'],
  ['5', 49, undefined, '5'],
  ['-1', 14, undefined, '-1'],
  ['3000000', 14, undefined, '3000000'],
])('%s in format %i %s is %s', (written, id, code, text) => {
  expect(numberText(written, numberFormat(id, code), false)).toBe(text);
});

test('a workbook that counts from 1904', () => {
  expect(numberText('43921', numberFormat(14, undefined), true)).toBe('2024-04-01');
});

test('control characters as Excel writes them, and line ends', () => {
  expect(shownText('1階_x000D_\n2階\r3階')).toBe('1階\n2階\n3階');
});

test('no format code takes long or throws', () => {
  const code = fc.array(
    fc.constantFrom('0', '#', '-', ';', '[', ']', '"', '\\', 'h', 'm', 'y', 'e', '%', '<', '0000'),
    { maxLength: 400 },
  );
  fc.assert(
    fc.property(code, fc.double({ noNaN: true }), (parts, value) => {
      expect(numberText(String(value), numberFormat(164, parts.join('')), false)).not.toBe('');
    }),
  );
  // Looked at again from each place in them, these would take longer than a test may.
  for (const code of ['[h', '0-'])
    expect(() => numberFormat(164, code.repeat(500_000))).not.toThrow();
});
