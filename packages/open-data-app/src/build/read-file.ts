import {
  type DatasetId,
  OpenDataError,
  type Problem,
  recognise,
  type Table,
} from '@yokoten/open-data';
import { explain } from '@yokoten/open-data/messages';
import { read } from '@yokoten/open-data/read';
import { readMendedRecords, type Records } from '@yokoten/open-data/records';
import type { Localized } from '@yokoten/standard';
import { nearest } from '@yokoten/standard/nearest';
import type { AppConfig } from './config.ts';
import type { AppMunicipality, ConfigProblem, DataFile } from '@yokoten/standard/app';
import { repairNotes } from './repair-notes.ts';

/** What a file holds, or why it holds nothing that could be shown. */
export interface FileContents extends Omit<Records, 'problems'> {
  readonly dataset?: { readonly id: DatasetId; readonly title: Localized };
  /** Data rows of the file, with those that turned out to be none. */
  readonly rows: number;
  /** What is left for a person. */
  readonly problems: readonly Problem[];
  /** What was mended: each with what stood there before. */
  readonly repairs: readonly Problem[];
  readonly stops: readonly ConfigProblem[];
}

/** Reads one file of any form. Of several tables in it the one with the most rows is shown, and the others are told. */
export async function readFile(
  { path, bytes }: DataFile,
  { as, asWritten }: Pick<AppConfig, 'as' | 'asWritten'>,
  { code, bbox }: Pick<AppMunicipality, 'code' | 'bbox'>,
): Promise<FileContents> {
  let tables: readonly [Table, ...Table[]];
  try {
    tables = await read(bytes, { file: path });
  } catch (error) {
    if (!(error instanceof OpenDataError)) throw error;
    return nothing(explain([error.finding]).map(unreadable));
  }
  const [table, ...others] = tables.toSorted((a, b) => b.rows.length - a.rows.length);
  if (table === undefined || table.rows.length === 0) return nothing([noRows(path)]);
  const municipality = code === undefined ? undefined : { code, bbox };
  const { columns, records, mapping, patches, problems, unknown } = await readMendedRecords(table, {
    as,
    asWritten,
    municipality,
    bbox,
  });
  const { definition } = mapping;
  return {
    columns,
    records,
    ...(definition && { dataset: { id: definition.id, title: definition.title } }),
    rows: table.rows.length,
    problems: [
      ...others.map((other) => leftOut(table, other)),
      ...(as === undefined ? [] : await otherDataset(table, as)),
      ...explain(problems),
    ],
    repairs: repairNotes(table, patches),
    stops: unknown.map((one) => noSuchColumn(one, asWritten, table)),
  };
}

function nothing(stops: readonly ConfigProblem[]): FileContents {
  return { columns: [], records: [], rows: 0, problems: [], repairs: [], stops };
}

/** A file that is no table; the reader's own code and sentence, with the file's name before it. */
function unreadable({ code, file, message }: Problem): ConfigProblem {
  return {
    code,
    path: [],
    file,
    message: { ja: `${file}: ${message.ja}`, en: `${file}: ${message.en ?? ''}` },
  };
}

function noRows(file: string): ConfigProblem {
  return {
    code: 'open-data-app/no-rows',
    path: [],
    file,
    message: {
      ja: `${file}: データの行がありません。\n行を足すか、ファイルを消してください。`,
      en: `${file}: it has no data row. Add rows, or delete the file.`,
    },
  };
}

function noSuchColumn(
  named: string,
  asWritten: AppConfig['asWritten'],
  { header }: Table,
): ConfigProblem {
  const guess = nearest(named, header);
  const headers = header.slice(0, 30).join('、');
  return {
    code: 'open-data-app/no-such-column',
    path: ['data', 'asWritten', ...(Array.isArray(asWritten) ? [asWritten.indexOf(named)] : [])],
    message: {
      ja: `「${named}」という列はありません。${guess === undefined ? `ある列: ${headers}` : `「${guess}」ではありませんか。`}\nセルは「C12」のように書きます。`,
      en: `There is no column "${named}". ${guess === undefined ? `There are: ${headers}.` : `Did you mean "${guess}"?`} A cell is written like C12.`,
    },
  };
}

/** Whoever says what a file is may be wrong: its header speaks for another dataset. */
async function otherDataset(table: Table, as: DatasetId): Promise<Problem[]> {
  const { dataset, definition } = await recognise(table);
  if (dataset === undefined || dataset === as || definition === undefined) return [];
  const { title } = definition;
  return [
    {
      code: 'open-data-app/other-dataset',
      severity: 'warning',
      file: table.file,
      row: table.headerRow,
      line: table.headerLine,
      message: {
        ja: `見出しは「${title.ja}」のようです。設定の data の as は "${as}" です。違えば、as を消してください。`,
        en: `Its header looks like "${title.en}", and data.as in the config says "${as}". If that is wrong, remove "as".`,
      },
    },
  ];
}

function leftOut({ file, part: shown = '' }: Table, { part = '', rows }: Table): Problem {
  return {
    code: 'open-data-app/part-left-out',
    severity: 'warning',
    file,
    part,
    message: {
      ja: `「${part}」（${rows.length}行）は出していません。行が多い「${shown}」を出しています。分けたファイルにすると選べます。`,
      en: `"${part}" (${rows.length} rows) is not shown; "${shown}" has more rows. Save it as a file of its own to choose it.`,
    },
  };
}
