import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CsvRecord, CsvScanner } from './csv.ts';

function scan(
  text: string,
  separator: ',' | '\t' = ',',
): { records: CsvRecord[]; scanner: CsvScanner } {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const bytes = new TextEncoder().encode(text);
  const scanner = new CsvScanner(bytes, separator, (part) => decoder.decode(part));
  const records: CsvRecord[] = [];
  for (let record = scanner.next(); record !== undefined; record = scanner.next()) {
    records.push(record);
  }
  return { records, scanner };
}

const cellsOf = (text: string): (readonly string[])[] =>
  scan(text).records.map(({ cells }) => cells);

/** RFC 4180, section 2, quoting only what needs it. */
function quoted(value: string): string {
  return /^ |[",\r\n]/u.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

function write(rows: readonly (readonly string[])[], newline: string): string {
  return rows.map((cells) => cells.map(quoted).join(',') + newline).join('');
}

function isSolid(cells: readonly string[]): boolean {
  return cells.some((cell) => cell.trim() !== '');
}

function strip(text: string): string {
  return text.replace(/["\s,\0]/gu, '');
}

describe('records', () => {
  test.each([
    ['LF', 'a,b\nc,d\n', { crlf: 0, lf: 2, cr: 0 }],
    ['CRLF', 'a,b\r\nc,d\r\n', { crlf: 2, lf: 0, cr: 0 }],
    ['CR only', 'a,b\rc,d\r', { crlf: 0, lf: 0, cr: 2 }],
    ['mixed, the last one not ended', 'a,b\r\nc,d', { crlf: 1, lf: 0, cr: 0 }],
  ])('%s', (_, text, lineEnds) => {
    const { records, scanner } = scan(text);
    expect(records.map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(scanner.lineEnds).toEqual(lineEnds);
  });

  test('a bare CR inside quotes stays in its cell, and counts as a line of the file', () => {
    const { records, scanner } = scan('a,"b\rb",c\r\nd\r\n');
    expect(records).toEqual([
      { row: 1, line: 1, cells: ['a', 'b\rb', 'c'] },
      { row: 2, line: 3, cells: ['d'] },
    ]);
    expect(scanner.lineEnds).toEqual({ crlf: 2, lf: 0, cr: 0 });
  });

  test('row numbers count blank records, line numbers count line breaks in cells', () => {
    const { records } = scan('a\n\n"x\ny\r\nz"\n,,\nlast');
    expect(records.map(({ row, line }) => [row, line])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 6],
      [5, 7],
    ]);
  });

  test('tabs separate when told so, and commas then do not', () => {
    expect(scan('a,b\tc', '\t').records[0]?.cells).toEqual(['a,b', 'c']);
  });
});

describe('quotes', () => {
  test.each([
    ['escaped quotes', '"say ""hi""",b', ['say "hi"', 'b']],
    ['an empty quoted cell', '"",b', ['', 'b']],
    ['blanks after the closing quote', '"a" ,b', ['a', 'b']],
    ['a quote in the middle of a cell', '5" pipe,b', ['5" pipe', 'b']],
    ['a blank before the quote', 'a, "b,c" ,d', ['a', 'b,c', 'd']],
  ])('%s', (_, text, cells) => {
    const { records, scanner } = scan(text);
    expect(records[0]?.cells).toEqual(cells);
    expect(scanner.flaws).toEqual([]);
  });

  test('a JSON fragment is kept as text and named', () => {
    const { records, scanner } = scan('a, "url": "https://example.jp/x"\nb,c');
    expect(records.map(({ cells }) => cells)).toEqual([
      ['a', ' "url": "https://example.jp/x"'],
      ['b', 'c'],
    ]);
    expect(scanner.flaws).toEqual([{ row: 1, line: 1, index: 1, kind: 'stray' }]);
  });

  test('text after a closing quote is joined, as a spreadsheet does, and named', () => {
    const { records, scanner } = scan('x\n"a,b"c,d');
    expect(records[1]?.cells).toEqual(['a,bc', 'd']);
    expect(scanner.flaws).toEqual([{ row: 2, line: 2, index: 0, kind: 'stray' }]);
  });

  test('a quote that never closes swallows nothing', () => {
    const { records, scanner } = scan('a,b\n1,"two\n3,4\n5,6\n');
    expect(records.map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['1', '"two'],
      ['3', '4'],
      ['5', '6'],
    ]);
    expect(scanner.flaws).toEqual([{ row: 2, line: 2, index: 1, kind: 'unterminated' }]);
  });

  test('nor does one that the next quoted cell seems to close', () => {
    const { records, scanner } = scan('1,"two\n3,4\n"5",6\n');
    expect(records.map(({ cells }) => cells)).toEqual([
      ['1', '"two'],
      ['3', '4'],
      ['5', '6'],
    ]);
    expect(scanner.flaws).toEqual([{ row: 1, line: 1, index: 1, kind: 'unterminated' }]);
  });
});

describe('properties', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', '漢', '"', ',', '\n', '\r', ' ', '\t', '\0', '＂'),
  });
  const row = fc.array(text, { minLength: 1, maxLength: 5 });

  test('what is written is read back, whatever the cells', () => {
    fc.assert(
      fc.property(fc.array(row), fc.constantFrom('\n', '\r\n', '\r'), (rows, newline) => {
        const read = cellsOf(write(rows, newline)).filter(isSolid);
        expect(read).toEqual(rows.filter(isSolid));
      }),
    );
  });

  test('every byte of any text ends up in a cell or is a separator or a quote', () => {
    fc.assert(
      fc.property(text, (any) => {
        expect(strip(cellsOf(any).flat().join(''))).toBe(strip(any));
      }),
    );
  });
});

describe('cost', () => {
  /** Bytes decoded again from each place would take longer than a test may. */
  test.each([
    ['quote salad', '"'],
    ['openers after blanks', ' "a,'],
    ['pairs after blanks', ' ""b,'],
    ['threes', ' """b,'],
    ['never closed', '"a"b,"'],
    ['closed late', 'x,"a\n'],
    ['closed late between pairs', 'x,"a\n,"",y""z\n'],
  ])('a large file of %s', (_, piece) => {
    const input = piece.repeat(800_000 / piece.length);
    expect(strip(cellsOf(input).flat().join(''))).toBe(strip(input));
  });
});
