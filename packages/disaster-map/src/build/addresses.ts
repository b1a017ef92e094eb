import { OpenDataError, type Table } from '@yokoten/open-data';
import { explain } from '@yokoten/open-data/messages';
import { read } from '@yokoten/open-data/read';
import { type ConfigProblem, type DataFile, originCredit } from '@yokoten/standard/app';
import type { Credit } from '../document.ts';
import type { AddressTable } from '../nearest/address-table.ts';
import { unreadable } from './layer-problems.ts';

/** The town's table of addresses, or why there is none. */
export interface BuiltAddresses {
  readonly table?: AddressTable;
  readonly credit?: Credit;
  readonly problems: readonly ConfigProblem[];
}

/** As `yokoten data pull starter` writes them, and as 位置参照情報 and the address base registry do. */
const COLUMNS = {
  town: /^(町丁目|町丁目名|町字|町字名|大字町丁目名|大字・丁目名|大字名|町名)$/u,
  lat: /^(緯度|lat|latitude|代表点_緯度)$/iu,
  lng: /^(経度|lng|lon|longitude|代表点_経度)$/iu,
  prefecture: /^都道府県名?$/u,
  city: /^(市区町村名?|政令市区名)$/u,
};

/**
 * Reads `data/address.csv`. A row without a name or position is passed over; a table without any stops the build. What the
 * config states as its source counts before what is recorded of a fetched file.
 */
export async function readAddresses(
  file: DataFile | undefined,
  written: Credit | undefined,
): Promise<BuiltAddresses> {
  if (file === undefined) return { problems: [] };
  let tables: readonly Table[];
  try {
    tables = await read(file.bytes, { file: file.path });
  } catch (error) {
    if (!(error instanceof OpenDataError)) throw error;
    return { problems: explain([error.finding]).map(unreadable) };
  }
  const table = tables.map(tableOf).find(({ towns }) => towns.length > 0);
  if (table === undefined) return { problems: [noTowns(file, tables[0]?.header ?? [])] };
  const credit = written ?? originCredit(file);
  if (credit === undefined) return { problems: [noCredit(file)] };
  return { table, credit, problems: [] };
}

function tableOf({ header, rows }: Table): AddressTable {
  const column = (form: RegExp): number =>
    header.findIndex((name) => form.test(name.normalize('NFKC').trim()));
  const [town, lat, lng] = [column(COLUMNS.town), column(COLUMNS.lat), column(COLUMNS.lng)];
  const areas = new Set<string>();
  const towns = new Map<string, AddressTable['towns'][number]>();
  for (const { cells } of rows) {
    const name = (cells[town] ?? '').trim();
    const [x, y] = [degrees(cells[lng], 180), degrees(cells[lat], 90)];
    if (name === '' || x === undefined || y === undefined) continue;
    towns.set(`${name}\n${x}\n${y}`, [name, x, y]);
    for (const index of [column(COLUMNS.prefecture), column(COLUMNS.city)]) {
      const area = (cells[index] ?? '').trim();
      if (area !== '') areas.add(area);
    }
  }
  return { schemaVersion: 1, areas: [...areas], towns: [...towns.values()] };
}

/** Five decimals are a metre. */
function degrees(cell: string | undefined, limit: number): number | undefined {
  const text = (cell ?? '').normalize('NFKC').trim();
  const value = text === '' ? Number.NaN : Number(text);
  return Math.abs(value) <= limit ? Math.round(value * 1e5) / 1e5 : undefined;
}

function noTowns({ path: file }: DataFile, header: readonly string[]): ConfigProblem {
  const got = header.slice(0, 8).join(', ').slice(0, 120);
  return {
    code: 'disaster-map/not-an-address-table',
    path: [],
    file,
    message: {
      ja: `${file}: 住所の表として読めません。町丁目、緯度、経度の列が必要です。いまの列: ${got}`,
      en: `${file}: this is no table of addresses. It needs the columns 町丁目, 緯度 and 経度, and has: ${got}`,
    },
  };
}

function noCredit({ path: file }: DataFile): ConfigProblem {
  return {
    code: 'disaster-map/credit-missing',
    path: ['address'],
    file,
    message: {
      ja: `${file}: 住所の表の出典がありません。設定に「address.credit」を書いてください。`,
      en: `${file}: the table of addresses has no source. Write "address.credit" into the config.`,
    },
  };
}
