import type { TableRow } from '../table.ts';
import { findHeader } from './header.ts';

/** Which of a file's non-blank records is the header, which are data, and which are neither. */
export interface Layout {
  readonly linkdata: boolean;
  readonly header: TableRow;
  readonly preamble: readonly TableRow[];
  readonly rows: readonly TableRow[];
}

/** `undefined` where no header is found. */
export function findLayout(records: readonly TableRow[]): Layout | undefined {
  const linkdata = records[0]?.cells[0]?.trim() === '#LINK';
  return linkdata ? linkdataLayout(records) : plainLayout(records);
}

function plainLayout(records: readonly TableRow[]): Layout | undefined {
  const at = findHeader(records.slice(0, 50).map(({ cells }) => cells));
  const header = at === undefined ? undefined : records[at];
  if (at === undefined || header === undefined) return undefined;
  return { linkdata: false, header, preamble: records.slice(0, at), rows: records.slice(at + 1) };
}

/** LinkData.org exports begin every record about the table with `#`: licence and source, `#property`, types. */
function linkdataLayout(records: readonly TableRow[]): Layout | undefined {
  const at = records.findIndex((record) => mark(record) === '#property');
  const header = records[at];
  if (header === undefined) return undefined;
  const below = records.slice(at + 1);
  const types = below.findIndex((record) => !mark(record).startsWith('#'));
  const split = types === -1 ? below.length : types;
  const preamble = [...records.slice(0, at), ...below.slice(0, split)];
  return { linkdata: true, header, preamble, rows: below.slice(split) };
}

function mark({ cells }: TableRow): string {
  return cells[0] ?? '';
}
