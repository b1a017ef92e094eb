import { refusal } from '../../internal/finding.ts';
import { examine } from '../../internal/table-problems.ts';
import type { Finding } from '../../problem.ts';
import type { Table, TableRow } from '../../table.ts';
import { type Context, marked } from '../context.ts';
import { partFinding } from '../refuse.ts';
import { findHeaderRows, type HeaderRows } from '../header-rows.ts';
import type { Sheet, SheetRow } from './sheet.ts';
import { type Block, findBlocks } from './side-by-side.ts';

/**
 * The table of a sheet, or its tables where several stand side by side. Rows and columns keep their places, so that
 * addresses are those of the sheet: a table that begins at H has seven blank columns before.
 * @param most how many cells there may be once every row is as wide as the header
 * @throws OpenDataError `open-data/no-header`, `open-data/too-many-cells`
 */
export function sheetTables(sheet: Sheet, context: Context, most: number): Table[] {
  const { file } = context;
  const [first] = sheet.rows;
  if (first === undefined) return [];
  const header = findHeaderRows(sheet.rows, sheet.merges);
  if (header === undefined) {
    const value = first.cells.join(' ').trim();
    throw refusal('open-data/no-header', file, { row: first.row, line: first.row, value });
  }
  const below = sheet.rows.slice(header.last + 1);
  const width = below.reduce((sum, { cells }) => Math.max(sum, cells.length), header.labels.length);
  const count = width * below.length;
  if (count > most) throw refusal('open-data/too-many-cells', file, { count });
  const blocks = findBlocks(
    header.labels,
    below.map(({ cells }) => cells),
  );
  const said = remarks(sheet, header, blocks, context);
  return blocks.map((block, index) => {
    const table = blockTable(sheet, header, blocks.length === 1 ? undefined : block, file);
    const problems = index === 0 ? [...said, ...table.problems] : table.problems;
    return marked({ ...table, problems }, context);
  });
}

function blockTable(
  sheet: Sheet,
  { first, last, labels }: HeaderRows,
  block: Block | undefined,
  file: string,
): Table {
  const below = sheet.rows.slice(last + 1);
  const filled =
    block === undefined ? below : below.map((row) => inBlock(row, block)).filter(isFilled);
  const width = filled.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const named = { row: 0, cells: [...labels] };
  const header = padded((block === undefined ? named : inBlock(named, block)).cells, width);
  const top = sheet.rows[first]?.row ?? 1;
  const preamble = [...sheet.rows.slice(0, first), ...sheet.rows.slice(first + 1, last + 1)];
  const shape = {
    file,
    header,
    headerRow: top,
    headerLine: top,
    rows: filled.map(({ row, cells }) => ({ row, line: row, cells: padded(cells, header.length) })),
    preamble: preamble.map(asRow),
    blankRows: sheet.blankRows + below.length - filled.length,
  };
  const problems = examine(shape);
  return { ...shape, kind: 'xlsx', encoding: 'utf-8', bom: false, newline: 'none', problems };
}

function asRow({ row, cells }: SheetRow): TableRow {
  return { row, line: row, cells };
}

function isFilled({ cells }: SheetRow): boolean {
  return cells.some((cell) => cell.trim() !== '');
}

function inBlock({ row, cells }: SheetRow, { left, right }: Block): SheetRow {
  return { row, cells: cells.slice(0, right + 1).map((cell, at) => (at < left ? '' : cell)) };
}

/** The cells themselves, made as wide as the header: a copy of each would be half the cost of a large sheet. */
function padded(cells: string[], width: number): string[] {
  while (cells.length < width) cells.push('');
  return cells;
}

/** What a person sees in Excel and a table of text does not show. */
function remarks(
  { merges, hiddenRows, struckOut, errors, rows }: Sheet,
  { first, last }: HeaderRows,
  blocks: readonly Block[],
  context: Context,
): Finding[] {
  const bottom = rows[last]?.row ?? 0;
  const merged = merges.filter(({ top }) => top > bottom).length;
  const side = blocks.length > 1 ? blocks.length : 0;
  const several = last > first ? last - first + 1 : 0;
  const counts = [
    ['open-data/side-by-side', 'warning', side],
    ['open-data/several-header-rows', 'info', several],
    ['open-data/merged-cells', 'warning', merged],
    ['open-data/hidden-rows', 'warning', hiddenRows],
    ['open-data/struck-out', 'warning', struckOut],
    ['open-data/formula-error', 'warning', errors],
  ] as const;
  return counts.flatMap(([code, severity, count]) =>
    count > 0 ? [partFinding(code, severity, context, { count })] : [],
  );
}
