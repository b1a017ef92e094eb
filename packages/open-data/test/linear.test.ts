import { describe, expect, test } from 'vitest';
import { Automaton } from '../src/internal/automaton.ts';
import { parsePattern } from '../src/internal/pattern.ts';
import { RecordScanner } from '../src/internal/records.ts';
import { unitsOf } from '../src/internal/units.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const units = unitsOf('utf-8', (bytes) => decoder.decode(bytes));

/** Bytes that count how often one of them is looked at: work instead of time, the same on every machine. */
function counting(text: string | Uint8Array): {
  readonly bytes: Uint8Array;
  readonly looks: () => number;
} {
  const target = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  let looks = 0;
  const bytes = new Proxy(target, {
    get(of, key) {
      if (typeof key === 'string' && /^\d+$/u.test(key)) {
        looks++;
        return of[Number(key)];
      }
      const value: unknown = Reflect.get(of, key, of);
      return typeof value === 'function' ? value.bind(of) : value;
    },
  });
  return { bytes, looks: () => looks };
}

function looksPerByte(piece: string, size: number): number {
  const { bytes, looks } = counting(`ID,名称\n${piece.repeat(size / piece.length)}`);
  const scanner = new RecordScanner(',', units);
  scanner.feed(bytes, true);
  scanner.skipBlankRecords();
  while (scanner.next()) scanner.skipBlankRecords();
  return looks() / bytes.length;
}

describe('records', () => {
  test.each([
    ['quotes only', '"'],
    ['commas only', ','],
    ['line ends only', '\n'],
    ['carriage returns only', '\r'],
    ['blanks only', ' '],
    ['NUL bytes', '\0'],
    ['never closed', '"a,\n'],
    ['closed in text', 'x,"a"b,"\n'],
    ['closed late between pairs', 'x,"a\n,"",y""z\n'],
    ['openers after blanks', ' "a,'],
    ['pairs after blanks', ' ""b,'],
    ['threes', ' """b,'],
    ['blank cells before text', ',,,,,,,a\n'],
    ['wide characters', '漢'],
    ['damaged characters', '\ufffd'],
  ])('%s: every byte is looked at a bounded number of times', (_, piece) => {
    const small = looksPerByte(piece, 4000);
    const large = looksPerByte(piece, 40_000);
    expect(large).toBeLessThan(small * 1.2 + 0.1);
    expect(large).toBeLessThan(12);
  });

  test('so it is where the bytes come in small pieces and a quote stays open', () => {
    const all = new TextEncoder().encode(`a,"${'b\n'.repeat(20_000)}`);
    const scanner = new RecordScanner(',', units);
    let sum = 0;
    let from = 0;
    for (let to = 64; ; to = from + 2 * (to - from)) {
      const { bytes, looks } = counting(all.subarray(from, to));
      scanner.feed(bytes, to >= all.length);
      while (scanner.next());
      from += scanner.consumed;
      sum += looks();
      if (to >= all.length) break;
    }
    expect(scanner.row).toBe(20_000);
    expect(sum).toBeGreaterThan(all.length);
    expect(sum).toBeLessThan(16 * all.length);
  });
});

test('a cell is compared with its format in one walk, whatever it holds', () => {
  const pattern = parsePattern(String.raw`^\d+(?:-\d+)*$`);
  if (pattern === undefined) throw new Error('The pattern is not understood.');
  const automaton = new Automaton(pattern, units);
  for (const text of ['1'.repeat(9999), '1-'.repeat(9999), `${'1-1'.repeat(9999)}!`]) {
    const { bytes, looks } = counting(text);
    automaton.fits(bytes, 0, bytes.length);
    expect(looks()).toBeLessThanOrEqual(bytes.length);
    expect(looks()).toBeGreaterThan(bytes.length / 2);
  }
});
