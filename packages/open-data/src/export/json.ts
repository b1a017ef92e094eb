import type { Mapping } from '../recognise.ts';
import type { Table } from '../table.ts';
import { type ExportColumn, exportKeys, type ExportOptions } from './columns.ts';

/** One row as JSON: a blank cell is `null`, a number is one only where the dataset's format says so. */
export type JsonRecord = Readonly<Record<string, string | number | null>>;

const NUMERIC: ReadonlySet<string> = new Set(['integer', 'number', 'latitude', 'longitude']);
/** Digits a double holds exactly, no leading zeros: what is not this stays text. */
const PLAIN_NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/u;

/** The rows as objects, keyed by the standard's names; ready for `JSON.stringify`. */
export function exportJson(table: Table, mapping: Mapping, options?: ExportOptions): JsonRecord[] {
  const keys = exportKeys(table, mapping, options);
  return table.rows.map(({ cells }) => recordOf(keys, cells));
}

/** `Object.fromEntries` defines each key, `__proto__` too, where an assignment would set the prototype. */
export function recordOf(keys: readonly ExportColumn[], cells: readonly string[]): JsonRecord {
  return Object.fromEntries(keys.map((key) => [key.name, valueOf(key, cells[key.index] ?? '')]));
}

function valueOf({ column }: ExportColumn, cell: string): string | number | null {
  const text = cell.trim();
  if (text === '') return null;
  const isNumber = column !== undefined && NUMERIC.has(column.format) && PLAIN_NUMBER.test(text);
  return isNumber ? Number(text) : cell;
}
