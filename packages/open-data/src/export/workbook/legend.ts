import type { Localized } from '@yokoten/standard';
import { cellAddress, columnIndex } from '../../internal/address.ts';
import { movedColumns } from '../../internal/moved-columns.ts';
import { patchSentence, sentence } from '../../messages.ts';
import type { Finding } from '../../problem.ts';
import type { Patch } from '../../repair/index.ts';
import type { Table } from '../../table.ts';
import type { ExportColumn } from '../columns.ts';
import type { Mark } from './marks.ts';
import { isTooLong } from './sheet-text.ts';
import type { SheetCell } from './write.ts';
import { type WorkbookLanguage, workbookWords } from './words.ts';

/** What the second sheet explains. */
export interface LegendSource {
  readonly table: Table;
  readonly columns: readonly ExportColumn[];
  readonly patches: readonly Patch[];
  readonly problems: readonly Finding[];
}

const MOST_LINES = 100_000;
const MARKS: readonly Mark[] = ['repaired', 'flagged', 'missing'];

/** The colours, then every change and everything left to look at, with the cell in both files. */
export function legendSheet(source: LegendSource, language: WorkbookLanguage): SheetCell[][] {
  const { marks, head } = workbookWords[language];
  const lines = [
    ...changes(source, language),
    ...leftovers(source, language),
    ...tooLong(source, language),
  ];
  return [
    ...MARKS.map((mark): SheetCell[] => [[marks[mark], mark]]),
    [],
    head.map((text): SheetCell => [text, 'head']),
    ...lines.slice(0, MOST_LINES).map((line) => line.map((text): SheetCell => [text, 'text'])),
  ];
}

type Line = readonly [
  here: string,
  there: string,
  column: string,
  before: string,
  after: string,
  what: string,
  code: string,
];

function changes(source: LegendSource, language: WorkbookLanguage): Line[] {
  const here = locator(source);
  return source.patches.map((patch) => {
    const { code, row, index, cell, column, before, after, kind } = patch;
    const isCell = kind === 'cell' || kind === 'joined-cells';
    const what = inLanguage(patchSentence(patch), language);
    return [isCell ? here(row, index) : '', cell, column, before, after, what, code];
  });
}

function leftovers(source: LegendSource, language: WorkbookLanguage): Line[] {
  const here = locator(source);
  return source.problems
    .filter(({ severity }) => severity !== 'info')
    .map((problem) => {
      const { code, row, cell, column = '', before = '' } = problem;
      const there = cell ?? (row === undefined ? '' : String(row));
      const place = row === undefined || cell === undefined ? '' : here(row, columnIndex(cell));
      return [place, there, column, before, '', inLanguage(sentence(problem), language), code];
    });
}

/** Excel cuts what does not fit, so that is said. */
function tooLong({ table, columns }: LegendSource, language: WorkbookLanguage): Line[] {
  return table.rows.flatMap(({ row, cells }, at) =>
    columns.flatMap(({ index, name }, column): Line[] => {
      if (!isTooLong(cells[index] ?? '')) return [];
      const what = workbookWords[language].tooLong;
      return [
        [
          cellAddress(column, at + 2),
          cellAddress(index, row),
          name,
          '',
          '',
          what,
          'open-data/truncated-value',
        ],
      ];
    }),
  );
}

/** The address in the workbook of a cell of the published file; blank where it is not in there. */
function locator({
  table,
  columns,
  patches,
}: LegendSource): (row: number, index: number) => string {
  const rows = new Map(table.rows.map(({ row }, at) => [row, at + 2]));
  const places = new Map(columns.map(({ index }, at) => [index, at]));
  const { corrected } = movedColumns(patches);
  return (row, published) => {
    const at = rows.get(row);
    const column = places.get(corrected(published) ?? -1);
    return at === undefined || column === undefined ? '' : cellAddress(column, at);
  };
}

function inLanguage({ ja, en }: Localized, language: WorkbookLanguage): string {
  return language === 'en' ? (en ?? ja) : ja;
}
