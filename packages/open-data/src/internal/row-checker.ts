import type { Bbox } from '@yokoten/standard';
import { missingColumns, readPlace } from '../places.ts';
import type { Finding } from '../problem.ts';
import type { Mapping } from '../recognise.ts';
import type { Table, TableRow } from '../table.ts';
import type { MunicipalityArea } from '../validate.ts';
import { cellsOf } from './csv.ts';
import { checkedColumns, foreignCodeFinder, type Positions, rowFormats } from './formats.ts';
import { type PlaceColumns, placeColumns } from './place-columns.ts';
import type { RecordScanner } from './records.ts';
import { type Repeated, repeatFindings, Repeats } from './repeats.ts';
import { requiredColumns, rowRequired } from './required.ts';
import { RowSieve } from './row-sieve.ts';
import type { SureRows } from './sure-rows.ts';
import { quoteProblem, rowGarbled, rowWidth } from './table-problems.ts';
import type { Tally } from './tally.ts';
import type { Units } from './units.ts';
import { Widths } from './widths.ts';

/** What the checks of all rows share. */
export interface RowContext {
  readonly table: Pick<Table, 'file' | 'header' | 'headerRow' | 'headerLine'>;
  readonly mapping: Mapping;
  readonly separator: ',' | '\t';
  readonly units: Units;
  readonly municipality: MunicipalityArea | undefined;
  /** Whether rows and IDs that repeat are looked for. */
  readonly repeats: boolean;
  /** Of how many rows the findings are kept. */
  readonly limit: number;
}

/** Finds in one record after another what `examine` and `validate` find in a table. */
export class RowChecker {
  rows = 0;
  blankRows = 0;
  /** Cells that were decoded wrongly before the file was written. */
  mojibake = 0;
  readonly #context: RowContext;
  readonly #tally: Tally;
  readonly #widths: Widths;
  readonly #sieve: RowSieve;
  readonly #sure: SureRows | undefined;
  readonly #columns: Positions;
  readonly #places: PlaceColumns;
  readonly #hasPlaces: boolean;
  readonly #filled: readonly number[];
  readonly #bbox: Bbox | undefined;
  readonly #foreignCode: ((row: TableRow) => Finding[]) | undefined;
  readonly #repeats: Repeats | undefined;

  constructor(context: RowContext, tally: Tally) {
    const { table, mapping, separator, units, municipality, repeats, limit } = context;
    this.#context = context;
    this.#tally = tally;
    this.#widths = new Widths(table, tally, limit);
    this.#columns = checkedColumns(mapping);
    this.#places = placeColumns(mapping);
    const { lat, lng, latlng } = this.#places;
    this.#hasPlaces = lat !== undefined || lng !== undefined || latlng !== undefined;
    this.#bbox = municipality?.bbox;
    const { missing, filled } = requiredColumns(table, mapping);
    this.#filled = filled;
    this.#sieve = new RowSieve(mapping, filled, units, municipality);
    this.#sure = this.#sieve.sureRows(separator);
    tally.addToFile([...missing, ...missingColumns(table, this.#places)]);
    this.#foreignCode = municipality && foreignCodeFinder(table, mapping, municipality.code);
    this.#repeats = repeats ? new Repeats(mapping, units) : undefined;
  }

  /** Told when the scanner has got other bytes. */
  begin(record: RecordScanner): void {
    this.#sure?.begin(record);
  }

  /** Takes the records that follow, as long as bytes clear them at once. */
  takeSure(record: RecordScanner): void {
    const sure = this.#sure;
    const repeats = this.#repeats;
    const widths = this.#widths;
    if (sure === undefined || !widths.even) return;
    while (sure.next(record)) {
      this.rows++;
      widths.takeEven();
      const repeated = repeats?.look(record);
      if (repeated !== undefined && (repeated.row !== 0 || repeated.id)) {
        this.#tally.addRow(this.#repeatFindings(this.#text(record), repeated));
      }
    }
  }

  /** Takes a record that is neither the header nor around it. */
  take(record: RecordScanner): void {
    const { count, row, line } = record;
    // What a cell says is not between its borders: it is compared as text.
    const text = record.special.length > 0 ? this.#text(record) : undefined;
    const sieve = this.#sieve;
    const filled =
      count > 0 &&
      (text === undefined ? sieve.findBlanks(record) : sieve.findBlankText(text.cells));
    if (!filled) {
      this.blankRows++;
      if (record.flaws.length > 0) this.#tally.addRow(this.quoteFlaws(record));
      return;
    }
    this.rows++;
    const repeated = this.#repeats?.look(record);
    const ownWidth = this.#widths.take(row, line, count);
    const fine = text === undefined && sieve.passes(record);
    if (
      fine &&
      !ownWidth &&
      !record.suspect &&
      record.flaws.length === 0 &&
      (repeated === undefined || (repeated.row === 0 && !repeated.id))
    ) {
      this.#widths.others(0);
      return;
    }
    const findings = this.#findings(record, text ?? this.#text(record), text !== undefined);
    if (repeated !== undefined) {
      findings.push(...this.#repeatFindings(text ?? this.#text(record), repeated));
    }
    this.#widths.others(findings.length);
    if (ownWidth) findings.push(...this.#width(text ?? this.#text(record)));
    this.#tally.addRow(findings);
  }

  /** The flaws of the record's quotes, which are then no longer kept at the scanner. */
  quoteFlaws(record: RecordScanner): Finding[] {
    return record.flaws.splice(0).map((flaw) => quoteProblem(this.#context.table, flaw));
  }

  /** At the end of the file: in how many rows the cell of each column is blank or not there. */
  finish(): readonly number[] {
    this.#widths.finish();
    const absent = this.#widths.absent();
    const { rows = 0, filled = [] } = this.#sure ?? {};
    return Array.from(
      this.#sieve.missing,
      (blank, index) => blank + (absent[index] ?? 0) + rows - (filled[index] ?? rows),
    );
  }

  /** @param all whether every rule is asked, because bytes could not tell which to ask */
  #findings(record: RecordScanner, row: TableRow, all: boolean): Finding[] {
    const { table, mapping } = this.#context;
    const sieve = this.#sieve;
    const parts: (readonly Finding[])[] = [];
    if (record.flaws.length > 0) parts.push(this.quoteFlaws(record));
    if (record.suspect) {
      const { lost, mojibake } = rowGarbled(table, row);
      this.mojibake += mojibake;
      parts.push(lost);
    }
    if (all || sieve.unfilled) parts.push(rowRequired(table, this.#filled, row));
    if (this.#hasPlaces && (all || sieve.placeDoubt)) {
      const { reason, problems } = readPlace(table, this.#places, row, this.#bbox);
      parts.push(problems, reason === undefined ? [] : [reason]);
    }
    const doubtful = all ? this.#columns : sieve.doubtful;
    if (mapping.definition !== undefined && doubtful.size > 0) {
      parts.push(rowFormats(table, mapping.definition, doubtful, row));
    }
    if (this.#foreignCode !== undefined && (all || sieve.codeDoubt)) {
      parts.push(this.#foreignCode(row));
    }
    return parts.flat();
  }

  #repeatFindings(row: TableRow, repeated: Repeated): Finding[] {
    return repeatFindings(this.#context.table, row, repeated, this.#repeats?.idColumn);
  }

  #width(row: TableRow): Finding[] {
    const found = rowWidth(this.#context.table, row);
    if (found === 'blank-extras') this.#widths.blankExtras++;
    return typeof found === 'object' ? [found] : [];
  }

  #text(record: RecordScanner): TableRow {
    const { separator, units } = this.#context;
    const { row, line } = record;
    return { row, line, cells: cellsOf(record, separator, units.decode) };
  }
}
