import type { Merge } from '../header-rows.ts';
import type { Attributes, XmlHandler } from '../xml.ts';
import { numberText, shownText } from './cell-text.ts';
import type { CellStyle } from './styles.ts';

/** A row with at least one value. */
export interface SheetRow {
  /** 1-based, as the spreadsheet numbers it. */
  readonly row: number;
  /** From column A to the last filled one. */
  readonly cells: string[];
}

/** A sheet as it is. */
export interface Sheet {
  readonly rows: SheetRow[];
  readonly merges: Merge[];
  /** Rows without a value that the file mentions all the same. */
  blankRows: number;
  hiddenRows: number;
  struckOut: number;
  errors: number;
}

/** What the cells of all sheets share. */
export interface SheetBook {
  readonly texts: readonly string[];
  readonly styles: readonly CellStyle[];
  readonly from1904: boolean;
  /** Called with the number of cells that a row asks for, blank ones included. */
  readonly spend: (cells: number) => void;
}

const PLAIN = { kind: 'plain' } as const;

/** Collects a sheet's rows while its XML goes by. */
export function sheetHandler(sheet: Sheet, book: SheetBook): XmlHandler {
  let row = 0;
  let hidden = false;
  let cells: string[] = [];
  let column = -1;
  let addressed = false;
  let type = '';
  let style: CellStyle | undefined;
  let text = '';
  let taking = false;
  let inRuby = false;

  const openCell = (attributes: Attributes): void => {
    const address = attributes('r');
    addressed = address !== undefined;
    column = address === undefined ? column + 1 : columnOf(address);
    type = attributes('t') ?? 'n';
    style = book.styles[Number(attributes('s') ?? -1)];
  };
  const closeCell = (): void => {
    const value = valueOf(text, type, style, book);
    text = '';
    if (value === '') return;
    if (column >= cells.length) book.spend(column + 1 - cells.length);
    while (cells.length < column) cells.push('');
    cells[column] = value;
    if (type === 'e') sheet.errors++;
    if (style?.struckOut === true) sheet.struckOut++;
  };
  const closeRow = (): void => {
    if (cells.every((cell) => cell.trim() === '')) sheet.blankRows++;
    else {
      sheet.rows.push({ row, cells });
      if (hidden) sheet.hiddenRows++;
    }
    cells = [];
  };

  return {
    open: (name, attributes, selfClosing) => {
      if (name === 'c') {
        // A million rows of styled blanks: where cells have addresses, one without content has nothing to tell.
        if (!selfClosing || !addressed) openCell(attributes);
      } else if (name === 'v' || name === 't') taking = !inRuby;
      else if (name === 'rPh') inRuby = true;
      else if (name === 'row') {
        row = Number(attributes('r') ?? row + 1);
        const flag = attributes('hidden');
        hidden = flag === '1' || flag === 'true';
        column = -1;
        addressed = false;
      } else if (name === 'mergeCell') {
        const merge = mergeOf(attributes('ref') ?? '');
        if (merge !== undefined) sheet.merges.push(merge);
      }
    },
    text: (written) => {
      if (taking) text += written;
    },
    close: (name) => {
      if (name === 'c') closeCell();
      else if (name === 'v' || name === 't') taking = false;
      else if (name === 'rPh') inRuby = false;
      else if (name === 'row') closeRow();
    },
  };
}

function valueOf(
  written: string,
  type: string,
  style: CellStyle | undefined,
  { texts, from1904 }: SheetBook,
): string {
  if (written === '') return '';
  switch (type) {
    case 's':
      return texts[Number(written)] ?? '';
    case 'b':
      return written === '1' ? 'TRUE' : 'FALSE';
    case 'n':
      return numberText(written, style?.format ?? PLAIN, from1904);
    case 'd':
      return written.replace(/T00:00(?::00(?:\.0+)?)?Z?$/u, '');
    default:
      return shownText(written);
  }
}

/** 0-based column of an address: `AB12` is 27. Columns end at XFD; what is no address is column A. */
function columnOf(address: string): number {
  let column = 0;
  for (let i = 0; i < Math.min(3, address.length); i++) {
    const letter = address.charCodeAt(i);
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return Math.max(0, column - 1);
}

function mergeOf(ref: string): Merge | undefined {
  const [, from = '', top, to = '', bottom] =
    /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/u.exec(ref) ?? [];
  if (top === undefined) return undefined;
  return { top: Number(top), bottom: Number(bottom), left: columnOf(from), right: columnOf(to) };
}
