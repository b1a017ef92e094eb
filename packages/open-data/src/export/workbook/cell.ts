import type { CellObject } from 'write-excel-file/universal';
import type { Mark } from './marks.ts';
import { sheetText } from './sheet-text.ts';

/** Light grounds that differ in brightness too; black text on each has more than 7 : 1. */
const COLORS: Readonly<Record<Mark, string>> = {
  repaired: '#C6E9D5',
  flagged: '#FFE08A',
  missing: '#F2A9A9',
};

/** A cell of type and format text: Excel changes nothing in it, also when a person edits it. */
export function textCell(text: string, mark?: Mark): CellObject {
  const cell: CellObject = { type: String, format: '@', value: sheetText(text) };
  return mark === undefined ? cell : { ...cell, backgroundColor: COLORS[mark] };
}

/** A cell of a header row. */
export function headCell(text: string): CellObject {
  return { ...textCell(text), fontWeight: 'bold', backgroundColor: '#E8F1FE' };
}
