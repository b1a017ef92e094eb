import type { Finding } from '../problem.ts';
import type { Mapping } from '../recognise.ts';
import type { Patch } from '../repair/index.ts';
import type { Table } from '../table.ts';
import { type ExportColumn, exportColumns, type ExportOptions } from './columns.ts';
import { legendSheet } from './workbook/legend.ts';
import { exportMarks, type Marks } from './workbook/marks.ts';
import { type SheetCell, writeWorkbook } from './workbook/write.ts';
import { type WorkbookLanguage, workbookWords } from './workbook/words.ts';

/** What a workbook is made from. */
export interface XlsxSource {
  /** The corrected table and its columns. */
  readonly table: Table;
  readonly mapping: Mapping;
  /** What was changed and what is left for a person, by the addresses of the file as published. */
  readonly patches?: readonly Patch[] | undefined;
  readonly problems?: readonly Finding[] | undefined;
}

/** Settings of {@link exportXlsx}. */
export interface XlsxOptions extends ExportOptions {
  /** Of the sheets' names and the legend. Default `ja`. */
  readonly language?: WorkbookLanguage | undefined;
}

const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
const LEGEND_WIDTHS: readonly number[] = [22, 20, 26, 30, 30, 64, 34];
/** Rows that are looked at for a column's width. */
const SAMPLE = 200;

/**
 * Writes the corrected table as an Excel workbook. Every cell is text, so that no zero, date or long number is eaten;
 * the header stays in view; repaired, questionable and missing cells are coloured, and a second sheet explains the
 * colours and lists every change before → after.
 * @throws RangeError where a sheet cannot hold the table.
 */
export function exportXlsx(
  source: XlsxSource,
  { language = 'ja', ...options }: XlsxOptions = {},
): Uint8Array {
  const { table, mapping, patches = [], problems = [] } = source;
  const columns = exportColumns(table, mapping, options);
  const size = [table.rows.length + 1, columns.length] as const;
  if (size[0] > MOST_ROWS || size[1] > MOST_COLUMNS)
    throw new RangeError(
      `A sheet holds ${MOST_ROWS} rows and ${MOST_COLUMNS} columns; the table has ${size.join(' and ')}.`,
    );
  const words = workbookWords[language];
  const marks = exportMarks(patches, problems);
  const data = {
    name: words.data,
    rows: dataRows(table, columns, marks),
    widths: columns.map((column) => widthOf(column, table)),
    frozen: true,
  };
  const legend = {
    name: words.legend,
    rows: legendSheet({ table, columns, patches, problems }, language),
    widths: LEGEND_WIDTHS,
    frozen: false,
  };
  return writeWorkbook([data, legend]);
}

function dataRows({ rows }: Table, columns: readonly ExportColumn[], marks: Marks): SheetCell[][] {
  const head = columns.map(({ name }): SheetCell => [name, 'head']);
  const body = rows.map(({ row, cells }) => {
    const marked = marks.get(row);
    return columns.map(({ index }): SheetCell => [
      cells[index] ?? '',
      marked?.get(index) ?? 'text',
    ]);
  });
  return [head, ...body];
}

/** Japanese characters are twice as wide as the digits that Excel counts in. */
function widthOf({ name, index }: ExportColumn, { rows }: Table): number {
  let longest = name.length;
  for (const { cells } of rows.slice(0, SAMPLE))
    longest = Math.max(longest, cells[index]?.length ?? 0);
  return Math.min(44, Math.max(8, longest * 2 + 2));
}
