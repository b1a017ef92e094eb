import {
  type DatasetId,
  OpenDataError,
  type Problem,
  recognise,
  type Table,
} from '@yokoten/open-data';
import { explain } from '@yokoten/open-data/messages';
import { read } from '@yokoten/open-data/read';
import { readRecords, type Records } from '@yokoten/open-data/records';
import type { Bbox, Localized } from '@yokoten/standard';
import type { ConfigProblem, DataFile } from './contract.ts';

/** What a file holds, or why it holds nothing that could be shown. */
export interface FileContents extends Omit<Records, 'problems'> {
  readonly dataset?: { readonly id: DatasetId; readonly title: Localized };
  readonly problems: readonly Problem[];
  readonly stops: readonly ConfigProblem[];
}

/** Reads one file of any form. Of several tables in it the one with the most rows is shown, and the others are told. */
export async function readFile(
  { path, bytes }: DataFile,
  { as, bbox }: { readonly as?: DatasetId | undefined; readonly bbox: Bbox },
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
  const mapping = await recognise(table, { as });
  const { columns, records, problems } = readRecords(table, mapping, { bbox });
  const { definition } = mapping;
  return {
    columns,
    records,
    ...(definition && { dataset: { id: definition.id, title: definition.title } }),
    problems: [
      ...others.map((other) => leftOut(table, other)),
      ...explain([...table.problems, ...problems]),
    ],
    stops: [],
  };
}

function nothing(stops: readonly ConfigProblem[]): FileContents {
  return { columns: [], records: [], problems: [], stops };
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
