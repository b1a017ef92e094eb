import { OpenDataError } from '@yokoten/open-data';
import { read, type Table } from '@yokoten/open-data/read';
import type { Findings, Place } from '../finding.ts';
import { EXAMPLE_COLUMN, examplesOf, type TableExamples } from './example-table.ts';
import { SCHEME_KEYS } from './read-scheme.ts';
import { cellsOf, entry, type TableCell } from './table-cells.ts';
import type { Entry, MapNode, TextNode, Tree } from './tree.ts';

/** Columns that belong to a row of the amount table; every other column that is no key of a scheme is a condition on a name. */
const ROW_COLUMNS = ['額', 'から', 'まで', '根拠'];

/** Columns whose cells hold several things, one a line or with ； between. */
const LISTS = ['書類', '窓口で聞くこと', '参考'];

/** Ends of a column's name that make its cells a limit: 「年齢以上」. */
const LIMITS = ['以上', '以下', '未満'];

/** What a table holds: schemes, or examples of them. */
export interface TableContent {
  readonly schemes: readonly { readonly file: string; readonly map: MapNode }[];
  readonly examples: readonly TableExamples[];
}

/**
 * A table of simple schemes as the tree that a YAML file would give: one row is one amount; rows of the same 「制度」 belong
 * together, and what is said about the scheme stands in its first row. 「年齢以上」 and 「年齢未満」 are conditions on 年齢. A table with
 * the column 「例」 holds examples instead.
 */
export async function readSchemeTable(
  bytes: Uint8Array,
  file: string,
  findings: Findings,
): Promise<TableContent> {
  try {
    const tables = await read(bytes, { file });
    return {
      schemes: tables
        .filter((table) => !areExamples(table))
        .flatMap((table) => schemesOf(table, findings)),
      examples: tables.filter(areExamples).flatMap((table) => examplesOf(table, findings)),
    };
  } catch (error) {
    if (!(error instanceof OpenDataError)) throw error;
    const said = error.finding.message;
    findings.error(
      'benefits/cannot-read',
      { file },
      said?.ja ?? error.message,
      said?.en ?? error.message,
    );
    return { schemes: [], examples: [] };
  }
}

function areExamples({ header }: Table): boolean {
  return header.some((name) => name.trim() === EXAMPLE_COLUMN);
}

function schemesOf(
  table: Table,
  findings: Findings,
): { readonly file: string; readonly map: MapNode }[] {
  const { file, header, headerRow, rows } = table;
  if (!header.some((name) => name.trim() === '制度')) {
    findings.error(
      'benefits/missing-key',
      { file, line: headerRow },
      '「制度」という列がありません。見出しの行に「制度」「種類」「額」などを書いてください。',
      'There is no column 制度. The first row must name columns such as 制度, 種類 and 額.',
    );
    return [];
  }
  const groups = new Map<string, (readonly TableCell[])[]>();
  for (const row of rows) {
    const cells = cellsOf(table, row);
    const title = cells.find(({ column }) => column === '制度')?.text.value;
    if (title === undefined && cells.length > 0)
      noTitle(cells[0]?.text.place ?? { file }, findings);
    if (title !== undefined) groups.set(title, [...(groups.get(title) ?? []), cells]);
  }
  return [...groups.values()].map((all) => ({ file, map: schemeTree(all, file) }));
}

function schemeTree(rows: readonly (readonly TableCell[])[], file: string): MapNode {
  const [first = []] = rows;
  const place: Place = first[0]?.text.place ?? { file };
  const facts = first.filter(
    ({ column }) =>
      SCHEME_KEYS.includes(column) && !ROW_COLUMNS.includes(column) && column !== '条件',
  );
  const earliest = rows
    .flatMap((row) => row.filter(({ column }) => column === 'から'))
    .map(({ text }) => text)
    .sort((a, b) => (a.value < b.value ? -1 : 1));
  const begin = earliest[0] ?? { kind: 'text', value: '2000-01-01', place };
  const amounts = rows.map((row): Tree => rowTree(row, place));
  const conditions = rows.map((row): Tree => {
    const all = rowTree(row, place);
    return {
      ...all,
      entries: all.entries.filter(({ key }) => key.value !== '額' && key.value !== '根拠'),
    };
  });
  const sources = sourcesOf(rows, begin);
  return {
    kind: 'map',
    place,
    entries: [
      ...facts.map(({ column, text }) => entry(column, factTree(column, text))),
      entry('から', begin),
      entry('根拠一覧', { kind: 'map', entries: sources, place }),
      entry('根拠', { kind: 'list', items: sources.map(({ key }) => key), place }),
      entry('条件', { kind: 'list', place, items: [anyOf(conditions, place)] }),
      entry('額', { kind: 'list', items: amounts, place }),
    ],
  };
}

/** Somebody is eligible who fits one of the rows. */
function anyOf(items: readonly Tree[], place: Place): MapNode {
  const open = items.some((one) => one.kind === 'map' && one.entries.length === 0);
  return {
    kind: 'map',
    place,
    entries: open ? [] : [entry('いずれか', { kind: 'list', items, place })],
  };
}

function rowTree(row: readonly TableCell[], place: Place): MapNode {
  const limits = new Map<string, TextNode>();
  const own: Entry[] = [];
  for (const { column, text } of row) {
    if (ROW_COLUMNS.includes(column)) own.push(entry(column, text));
    if (ROW_COLUMNS.includes(column) || SCHEME_KEYS.includes(column)) continue;
    const limit = LIMITS.find((end) => column.endsWith(end));
    const name = limit === undefined ? column : column.slice(0, -limit.length);
    const value = limit === undefined ? text.value : `${text.value}${limit}`;
    const before = limits.get(name);
    limits.set(name, { ...text, value: (before?.value ?? '') + value });
  }
  return {
    kind: 'map',
    place: row[0]?.text.place ?? place,
    entries: [...[...limits].map(([name, text]) => entry(name, text)), ...own],
  };
}

/** 「根拠」 of a table is the law itself; each becomes a source from the first day of the scheme. */
function sourcesOf(rows: readonly (readonly TableCell[])[], begin: TextNode): Entry[] {
  const named = rows.flatMap((row) => row.filter(({ column }) => column === '根拠'));
  const unique = new Map(named.map(({ text }) => [text.value, text]));
  return [...unique.values()].map((text) =>
    entry(text.value, {
      kind: 'map',
      place: text.place,
      entries: [entry('名前', text), entry('から', begin)],
    }),
  );
}

function factTree(column: string, text: TextNode): Tree {
  if (!LISTS.includes(column)) return text;
  const items = text.value.split(/[\n;；]/).flatMap((part): TextNode[] => {
    const value = part.trim();
    return value === '' ? [] : [{ ...text, value }];
  });
  return { kind: 'list', items, place: text.place };
}

function noTitle(place: Place, findings: Findings): void {
  findings.error(
    'benefits/missing-key',
    place,
    'この行の「制度」が空です。前の行と同じ制度でも、名前を書いてください。',
    'The cell 制度 is empty in this row. Repeat the name, even where it is that of the row before.',
  );
}
