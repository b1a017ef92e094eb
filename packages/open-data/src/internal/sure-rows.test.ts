import { expect, test } from 'vitest';
import { recognise } from '../recognise.ts';
import { readTable } from '../table.ts';
import { RecordScanner } from './records.ts';
import { RowSieve } from './row-sieve.ts';
import type { SureRows } from './sure-rows.ts';
import { unitsOf } from './units.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const units = unitsOf('utf-8', (bytes) => decoder.decode(bytes));
const header = '全国地方公共団体コード,ID,名称,名称_カナ,緯度,経度,災害種別_洪水,備考';
const usual = '132012,1,第一小学校,ダイイチショウガッコウ,35.65,139.7,1,';

async function scan(rows: string): Promise<{ scanner: RecordScanner; sure: SureRows }> {
  const bytes = new TextEncoder().encode(`${header}\n${rows}`);
  const mapping = await recognise(readTable(bytes, { file: 'a.csv' }), { as: 'evacuation-space' });
  const sure = new RowSieve(mapping, [1], units, undefined).sureRows(',');
  if (sure === undefined) throw new Error('The columns allow no sure row.');
  const scanner = new RecordScanner(',', units);
  scanner.feed(bytes, true);
  sure.begin(scanner);
  scanner.next();
  return { scanner, sure };
}

test('rows that keep every rule are found at once, up to the last line end', async () => {
  const quoted = '"132012","2","緑町",,"35.65","139.7","","○, 要連絡"';
  const { scanner, sure } = await scan(`${usual}\n${quoted}\r\n${usual}備考\r${usual}`);
  while (sure.next(scanner));
  expect(sure.rows).toBe(3);
  expect(scanner.row).toBe(4);
  expect(scanner.lineEnds).toEqual({ crlf: 1, lf: 2, cr: 1 });
  expect([...sure.filled]).toEqual([3, 3, 3, 2, 3, 3, 2, 2]);
  expect(scanner.next()).toBe(true);
  expect(scanner.count).toBe(8);
});

test.each([
  ['a code with a wrong digit', usual.replace('132012', '132011')],
  ['a place abroad', usual.replace('35.65', '51.5')],
  ['no name', usual.replace('第一小学校', '')],
  ['a required cell of blanks', usual.replace(',1,', ', ,')],
  ['half-width letters', usual.replace('ダイイチ', 'ﾀﾞｲｲﾁ')],
  ['a cell too many', `${usual},`],
  ['a cell too few', usual.slice(0, -1)],
  ['doubled quotes', `${usual}"a ""b"""`],
  ['text behind a quote', `${usual}"a"b`],
  ['a line end in quotes', `${usual}"a\nb"`],
  ['a blank that is wide', `${usual}　`],
  ['a damaged character', `${usual}\ufffd`],
  ['blanks only', ',,,,,,,'],
])('%s: nothing is said, and nothing has changed', async (_, row) => {
  const { scanner, sure } = await scan(`${row}\n${usual}\n`);
  const { consumed } = scanner;
  expect(sure.next(scanner)).toBe(false);
  expect([scanner.consumed, scanner.row, sure.rows]).toEqual([consumed, 1, 0]);
  expect(sure.filled.every((count) => count === 0)).toBe(true);
});
