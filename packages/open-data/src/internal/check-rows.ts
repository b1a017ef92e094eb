import type { Finding } from '../problem.ts';
import { findSeparator, newlineOf, type Table } from '../table.ts';
import { ByteReader } from './byte-source.ts';
import { type FileHead, isAscii, lateEncoding } from './file-head.ts';
import { finding } from './finding.ts';
import { RecordScanner } from './records.ts';
import { RowChecker, type RowContext } from './row-checker.ts';
import { labelProblems, rowCounts, rowGarbled } from './table-problems.ts';
import { Tally } from './tally.ts';
import { isCarriedOver, textDecoder, transcoded } from './transcode.ts';
import { turnInto, type Units, unitsOf } from './units.ts';

/** Bytes looked at in one go; more where a record needs them. */
export const STEP: number = 1 << 17;

/** A table without its rows. */
export type TableHead = Omit<Table, 'rows' | 'blankRows' | 'problems'>;

type Rules = Pick<RowContext, 'mapping' | 'municipality' | 'repeats' | 'limit'>;

/** What was found in the rows. */
export interface CheckedRows {
  readonly table: TableHead;
  readonly rows: number;
  readonly blankRows: number;
  readonly missing: readonly number[];
  readonly tally: Tally;
}

/** Checks the rows of a CSV file whose head has been read, from its first byte. */
export async function checkRows(
  reader: ByteReader,
  { table, bytes: head }: FileHead,
  { step, ...rules }: Rules & { readonly step: number },
): Promise<CheckedRows> {
  const { encoding, bom } = table;
  const units = unitsOf(encoding, textDecoder(encoding));
  if (bom) reader.skip(encoding === 'utf-8' ? 3 : 2);
  const carriedOver = isCarriedOver(encoding);
  const bytes = carriedOver ? new ByteReader(transcoded(reader, encoding)) : reader;
  const separator = findSeparator((await bytes.peek(1 << 16)).subarray(0, 1 << 16), units.decode);
  const scanner = new RecordScanner(separator, units);
  const tally = new Tally(rules.limit);
  const checker = new RowChecker({ ...rules, table, separator, units }, tally);
  const plain = encoding === 'utf-8' && !bom && isAscii(head);
  await scan(bytes, step, plain ? units : undefined, scanner, rowsOf(table, checker, tally));
  const missing = checker.finish();
  const { rows, blankRows } = checker;
  tally.addToFile(fileFindings(table, checker, missing));
  const found = carriedOver ? encoding : units.encoding;
  const newline = newlineOf(scanner.lineEnds);
  return { table: { ...table, encoding: found, newline }, rows, blankRows, missing, tally };
}

/** @param late units to change at the first bytes beyond ASCII, where the head has none */
async function scan(
  reader: ByteReader,
  least: number,
  late: Units | undefined,
  scanner: RecordScanner,
  taker: RowTaker,
): Promise<void> {
  let undecided = late;
  for (let step = least; ;) {
    const ahead = await reader.peek(step);
    const bytes = ahead.subarray(0, step);
    const final = reader.ended && bytes.length === ahead.length;
    if (undecided !== undefined && !isAscii(bytes)) {
      const encoding = lateEncoding(bytes, final);
      turnInto(undecided, unitsOf(encoding, textDecoder(encoding)));
      scanner.setUnits(undecided);
      undecided = undefined;
    }
    scanner.feed(bytes, final);
    taker.begin(scanner);
    do {
      taker.sureRecords(scanner);
      taker.blankRecords(scanner.skipBlankRecords());
    } while (takeNext(scanner, taker));
    if (final) return;
    // Where a record needs more than was there, the double is looked at next, so that no byte is looked at often.
    step = Math.max(least, 2 * (bytes.length - scanner.consumed));
    reader.skip(scanner.consumed);
  }
}

function takeNext(scanner: RecordScanner, taker: RowTaker): boolean {
  if (!scanner.next()) return false;
  taker.record(scanner);
  return true;
}

interface RowTaker {
  readonly begin: (record: RecordScanner) => void;
  readonly sureRecords: (record: RecordScanner) => void;
  readonly record: (record: RecordScanner) => void;
  readonly blankRecords: (count: number) => void;
}

/** Records around the header are no rows, but their quotes can be flawed all the same. */
function rowsOf({ headerRow, preamble }: Table, checker: RowChecker, tally: Tally): RowTaker {
  const around = new Set([headerRow, ...preamble.map(({ row }) => row)]);
  const last = Math.max(...around);
  return {
    begin(record) {
      checker.begin(record);
    },
    sureRecords(record) {
      if (record.row >= last) checker.takeSure(record);
    },
    record(record) {
      if (record.row > last || !around.has(record.row)) {
        checker.take(record);
        return;
      }
      const flaws = checker.quoteFlaws(record);
      if (record.row === headerRow) tally.addToFile(flaws);
      else tally.addRow(flaws);
    },
    blankRecords(count) {
      checker.blankRows += count;
    },
  };
}

function fileFindings(table: Table, checker: RowChecker, missing: readonly number[]): Finding[] {
  const { file, header, headerRow, headerLine, preamble } = table;
  const { rows, blankRows } = checker;
  const head = rowGarbled(table, { row: headerRow, line: headerLine, cells: header });
  const count = checker.mojibake + head.mojibake;
  return [
    ...rowCounts(file, preamble.length, blankRows, rows),
    ...labelProblems(table, (index) => (missing[index] ?? 0) < rows),
    ...head.lost,
    ...(count > 0 ? [finding('open-data/mojibake', 'warning', file, { count })] : []),
  ];
}
