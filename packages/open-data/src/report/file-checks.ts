import { exportColumns } from '../export/columns.ts';
import type { Finding } from '../problem.ts';
import type { Mapping } from '../recognise.ts';
import type { Table } from '../table.ts';

/** What is asked of a file as a whole. */
export type FileCheckName =
  | 'encoding'
  | 'first-row'
  | 'labels'
  | 'widths'
  | 'characters'
  | 'blank-rows'
  | 'names';

/** One check of the file, passed or not. */
export interface FileCheck {
  readonly name: FileCheckName;
  readonly passed: boolean;
}

const LABELS: readonly string[] = ['open-data/blank-label', 'open-data/duplicate-label'];
const WIDTHS: readonly string[] = ['open-data/missing-cell', 'open-data/extra-cell'];
const CHARACTERS: readonly string[] = [
  'open-data/mojibake',
  'open-data/encoding-error',
  'open-data/stray-quote',
  'open-data/unterminated-quote',
];
/** Formats that name every value, so that no row is a header. */
const NAMED: ReadonlySet<string> = new Set(['json', 'geojson', 'kml', 'ngsi', 'umap']);

/**
 * UTF-8; header in row 1; every column named once; every row as wide as the header; no broken characters or quotes;
 * no blank rows; where the dataset is known, its columns named as it names them today.
 * `written`: as our export writes the file, which is UTF-8 from row 1 on, without blank rows.
 */
export function fileChecks(
  table: Table,
  mapping: Mapping,
  problems: readonly Finding[],
  written: boolean,
): FileCheck[] {
  const has = (codes: readonly string[]): boolean =>
    problems.some(({ code, severity }) => severity !== 'info' && codes.includes(code));
  const named = namedAsToday(table, mapping, written);
  return [
    check('encoding', written || table.encoding === 'utf-8'),
    check('first-row', written || NAMED.has(table.kind) || table.headerRow === 1),
    check('labels', !has(LABELS)),
    check('widths', !has(WIDTHS)),
    check('characters', !has(CHARACTERS)),
    check('blank-rows', written || table.blankRows === 0),
    ...(mapping.definition === undefined ? [] : [check('names', named)]),
  ];
}

/** Whether the dataset's columns are called as its current edition calls them. */
function namedAsToday(table: Table, mapping: Mapping, written: boolean): boolean {
  const today = new Set(mapping.definition?.generations[0]?.columns.map(({ name }) => name));
  const labels = written
    ? new Map(exportColumns(table, mapping).map(({ index, name }) => [index, name]))
    : new Map(table.header.entries());
  return mapping.columns.every(
    ({ index, standard }) =>
      standard === undefined || !today.has(standard) || labels.get(index)?.trim() === standard,
  );
}

function check(name: FileCheckName, passed: boolean): FileCheck {
  return { name, passed };
}
