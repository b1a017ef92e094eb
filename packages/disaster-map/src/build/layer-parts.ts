import { OpenDataError, type Problem, type Table } from '@yokoten/open-data';
import { explain } from '@yokoten/open-data/messages';
import { read } from '@yokoten/open-data/read';
import type { Localized } from '@yokoten/standard';
import { nearest } from '@yokoten/standard/nearest';
import { type BuiltLayer, buildLayer, type LayerContext } from './layer.ts';
import type { LayerFile } from './layer-files.ts';
import { unknownField, unreadable } from './layer-problems.ts';

/** What a row belongs to that says nothing in the column by which its file is split. */
const UNSORTED = '未分類';

/**
 * Reads one file of `data/`: a layer, or one for each sheet, folder, archive entry or value of a column with places. A
 * part without any (notes, a list of codes) is no layer, and stops nothing as long as another part is one.
 */
export async function buildLayers(
  source: LayerFile,
  context: LayerContext,
): Promise<readonly BuiltLayer[]> {
  let tables: readonly Table[];
  try {
    tables = await read(source.file.bytes, { file: source.file.path });
  } catch (error) {
    if (!(error instanceof OpenDataError)) throw error;
    const problems = explain([error.finding]);
    return [{ rows: 0, shown: 0, problems, stops: problems.map(unreadable) }];
  }
  const { split, url } = source.config ?? {};
  const parts = split === undefined ? tables : tables.flatMap((table) => byValue(table, split));
  // What is fetched may change from day to day: without the column all of it is one layer.
  const isSure = split === undefined || url !== undefined;
  const missing = isSure ? [] : unknownSplit(source, split, tables);
  const built: BuiltLayer[] = [];
  const names = new Set<string>();
  for (const table of parts) {
    const part =
      tables.length === 1 && split === undefined
        ? withSettings(source, table.part)
        : partOf(source, table, names);
    built.push(await buildLayer(part, table, context));
  }
  const shown = built.some((layer) => layer.shown > 0)
    ? built.map((layer) =>
        layer.shown > 0
          ? layer
          : { rows: layer.rows, shown: 0, problems: layer.problems, stops: [] },
      )
    : built;
  const known = new Set([...names, ...tables.flatMap(({ part }) => part ?? [])]);
  return [
    ...shown,
    { rows: 0, shown: 0, problems: unknownParts(source, [...known]), stops: missing },
  ];
}

/** What the config says of the file holds for each of its parts; a title names the part too. */
function partOf(source: LayerFile, { part = '' }: Table, names: Set<string>): LayerFile {
  let name = part;
  for (let number = 2; names.has(name); number++) name = `${part} (${number})`;
  names.add(name);
  const { file, config } = source;
  const id = `${source.id} ${name}`;
  const own = config?.parts.get(part);
  if (config === undefined) return { file, id };
  const title = own?.title ?? (config.title && withPart(config.title, name));
  return { file, id, config: { ...config, ...own, ...(title && { title }) } };
}

/** A file that has no parts today is the one part that the config speaks of. */
function withSettings(source: LayerFile, part: string | undefined): LayerFile {
  const { config } = source;
  if (config === undefined) return source;
  const [only, ...others] = [...config.parts.values()];
  const own = config.parts.get(part ?? '') ?? (others.length === 0 ? only : undefined);
  return own === undefined ? source : { ...source, config: { ...config, ...own } };
}

function withPart(title: Localized, name: string): Localized {
  const texts = Object.entries(title).map(([language, text]) => [language, `${text} ${name}`]);
  return { ...Object.fromEntries(texts), ja: `${title.ja} ${name}` };
}

/** A table for each value of a column, in the order in which the values come. */
function byValue(table: Table, header: string): Table[] {
  const index = table.header.findIndex((name) => name.trim() === header);
  const values = new Map<string, Table['rows'][number][]>();
  for (const row of table.rows) {
    const value = row.cells[index]?.trim() || UNSORTED;
    const rows = values.get(value) ?? [];
    rows.push(row);
    values.set(value, rows);
  }
  // What is wrong with the whole file is said once.
  const withRows = (part: string, rows: Table['rows'], isFirst: boolean): Table => ({
    ...table,
    part,
    rows,
    problems: isFirst ? table.problems : [],
  });
  return [...values].map(([part, rows], place) => withRows(part, rows, place === 0));
}

function unknownSplit(
  source: LayerFile,
  split: string,
  tables: readonly Table[],
): BuiltLayer['stops'] {
  const headers = tables.flatMap(({ header }) => header.map((name) => name.trim()));
  return headers.includes(split) ? [] : [unknownField(source, split, headers, 'split')];
}

/** A part that is not in the file today may be there tomorrow, surely in one that is fetched: a word, and no stop. */
function unknownParts({ file, config }: LayerFile, known: readonly string[]): Problem[] {
  if (known.length === 0 || config?.url !== undefined) return [];
  const named = [...(config?.parts.keys() ?? [])].filter((name) => !known.includes(name));
  return named.map((name) => {
    const guess = nearest(name, known);
    return {
      code: 'disaster-map/unknown-part',
      severity: 'warning',
      file: file.path,
      before: name,
      message: {
        ja: `「${name}」という部分は、今のファイルにありません。${guess === undefined ? '設定の parts を確かめてください。' : `「${guess}」ではありませんか。`}`,
        en: `The file has no part "${name}" now. ${guess === undefined ? 'Check "parts" in the config.' : `Did you mean "${guess}"?`}`,
      },
    };
  });
}
