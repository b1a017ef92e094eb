import { failure } from '../catalogue-error.ts';
import type { Table } from '../../table.ts';
import type { CatalogueEntry, SourceLabel } from '../entry.ts';
import { list, record, text } from '../hostile-json.ts';
import { readLicence } from '../licence.ts';
import { makeEntry, type RawResource } from '../make-entry.ts';
import { codeIn } from '../publisher.ts';
import type { SourceWork, Position, Reach, SourcePage, SourceQuery } from '../source.ts';

/** A list of files, the plainest catalogue of all. */
export interface UrlListOptions extends SourceLabel {
  /** Where the list is; relative addresses in it start here. */
  readonly url: string;
  /** The list itself, where it is at hand. */
  readonly content?: string;
}

/** What a list may call its columns, without blanks and `_`. The first that is there counts. */
const COLUMNS = {
  url: [
    'ファイルダウンロードurl',
    'ダウンロードurl',
    'ファイルurl',
    'downloadurl',
    'url',
    'アドレス',
    'リンク',
    'ファイルアクセスurl',
  ],
  title: [
    'データセットタイトル',
    'データセット名',
    'データ名',
    'タイトル',
    'title',
    'データ名称',
    '名称',
    'name',
  ],
  fileTitle: ['ファイルタイトル', 'ファイル名', 'filename'],
  id: ['データセットid', 'id', 'no'],
  code: ['全国地方公共団体コード', '都道府県コード又は市区町村コード', '市区町村コード'],
  publisher: ['地方公共団体名', '公開元', '提供元', 'publisher'],
  format: ['ファイル形式', '形式', 'format'],
  licence: ['ファイルライセンス', 'ライセンス', 'licence', 'license'],
  updated: ['ファイル最終更新日', 'データセット最終更新日', '最終更新日', '更新日', 'updated'],
  size: ['ファイルサイズ', 'size'],
  frequency: ['更新頻度', 'frequency'],
  description: ['データセット概要', '概要', '説明', 'description'],
  page: ['データセットurl', 'ページ', 'page'],
} as const;

type Field = keyof typeof COLUMNS;
type Line = ReadonlyMap<string, unknown>;

/**
 * A source over a list of addresses: a text with one on each line (and a title after a tab or blank), a CSV in any
 * encoding, among them the standard's own オープンデータ一覧, or JSON with texts or objects.
 */
export function openUrlList({ id, url, content }: UrlListOptions): SourceWork {
  async function page(_: SourceQuery, __: Position, reach: Reach): Promise<SourcePage> {
    const bytes =
      content === undefined
        ? (await reach.fetcher.read(url, { signal: reach.signal })).bytes
        : new TextEncoder().encode(content);
    const groups = new Map<string, Line[]>();
    for (const line of await linesOf(bytes, url)) {
      const key = [
        field(line, 'code'),
        field(line, 'id') ?? field(line, 'title') ?? field(line, 'url'),
      ];
      groups.set(key.join('/'), [...(groups.get(key.join('/')) ?? []), line]);
    }
    const entries = await Promise.all([...groups].map(([key, lines]) => entryOf(key, lines)));
    return { entries, total: entries.length };
  }

  async function entryOf(key: string, lines: readonly Line[]): Promise<CatalogueEntry> {
    const first = lines[0] ?? new Map();
    const code = codeIn(field(first, 'code'));
    const licence = field(first, 'licence');
    return await makeEntry({
      id: key.replace(/^\//u, ''),
      source: id,
      base: url,
      title: field(first, 'title') ?? nameIn(field(first, 'url')),
      page: field(first, 'page'),
      description: field(first, 'description'),
      publisher: field(first, 'publisher'),
      ...(code !== undefined && { municipality: { code, from: 'column' } }),
      signs: { datasetId: nameIn(field(first, 'url')) },
      frequency: field(first, 'frequency'),
      licence: [undefined, licence],
      updated: field(first, 'updated'),
      resources: lines.map((line) => resourceOf(line)),
    });
  }

  return { page };
}

function resourceOf(line: Line): RawResource {
  const licence = field(line, 'licence');
  return {
    url: field(line, 'url'),
    title: field(line, 'fileTitle'),
    format: field(line, 'format'),
    size: field(line, 'size'),
    updated: field(line, 'updated'),
    ...(licence !== undefined && { licence: readLicence(undefined, licence) }),
  };
}

async function linesOf(bytes: Uint8Array<ArrayBuffer>, url: string): Promise<readonly Line[]> {
  const plain = new TextDecoder().decode(bytes);
  if (/^\s*[[{]/u.test(plain)) {
    const json: unknown = await parse(plain, url);
    const items = Array.isArray(json)
      ? (json as unknown[])
      : [...record(json).values()].flatMap(list);
    return items.map((item) => keyed(record(text(item) === undefined ? item : { url: item })));
  }
  const rows = plain
    .split(/\r\n|\r|\n/u)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));
  if (/^https?:\/\//u.test(rows[0]?.trim() ?? '')) {
    return rows.map((line) => {
      const [at, ...words] = line.trim().split(/\s+/u);
      return new Map([
        ['url', at],
        ['title', words.join(' ')],
      ]);
    });
  }
  const table = await tableOf(bytes, url);
  const header = table.header.map(plainName);
  if (!COLUMNS.url.some((name) => header.includes(name)))
    throw await failure('open-data/no-url-column', { url, value: table.header.join(', ') });
  return table.rows.map(({ cells }) => new Map(header.map((name, index) => [name, cells[index]])));
}

/** Whatever a list is instead of a table, it has no column of addresses. */
async function tableOf(bytes: Uint8Array, url: string): Promise<Table> {
  const { OpenDataError, readTable } = await import('./read-list.ts');
  try {
    return readTable(bytes, { file: url });
  } catch (cause) {
    if (!(cause instanceof OpenDataError)) throw cause;
    throw await failure('open-data/no-url-column', { url, value: cause.code }, { cause });
  }
}

async function parse(json: string, url: string): Promise<unknown> {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw await failure('open-data/not-json', { url, value: json.slice(0, 40) }, { cause });
  }
}

function keyed(of: Line): Line {
  return new Map([...of].map(([key, value]) => [plainName(key), value]));
}

function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_]+/gu, '');
}

function field(line: Line, of: Field): string | undefined {
  for (const name of COLUMNS[of]) {
    const value = text(line.get(name));
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The file's name at the end of an address. */
function nameIn(url: string | undefined): string | undefined {
  return url
    ?.slice(0, 4000)
    .split(/[?#]/u)[0]
    ?.split('/')
    .findLast((part) => part !== '');
}
