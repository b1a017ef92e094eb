import type { Municipality } from '../municipalities.ts';
import { editDistance } from './edit-distance.ts';
import type { TableRow } from './municipality-table.ts';
import { romanise } from './romanise.ts';

/** Longer than any name with prefecture and county; a pasted page is not searched for. */
const LONGEST = 60;

/** Forms of one character that lists and keyboards mix: each pair's left is read as its right. */
const VARIANTS: ReadonlyMap<string, string> = new Map(
  'ゖけ ゕか 髙高 﨑崎 檮梼 龍竜 澤沢 邊辺 邉辺 瀧滝 櫻桜 條条 冨富 嶋島 渕淵'
    .split(' ')
    .map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);

/** One form for comparison: width, case, kana, variants, long-vowel marks and everything that is no letter. */
function fold(text: string): string {
  return text
    .slice(0, LONGEST)
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replaceAll(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replaceAll(/./gu, (sign) => VARIANTS.get(sign) ?? sign);
}

/** What a row is found by: whole names, and names without the word for the kind of place. */
interface Keys {
  readonly row: TableRow;
  readonly county: string | undefined;
  readonly whole: readonly string[];
  readonly stems: readonly string[];
}

function keysOf(row: TableRow): Keys {
  const { municipality, ownName, ownKana, kanaStem, latinStem } = row;
  const name = fold(municipality.name);
  const own = fold(ownName);
  const latin = fold(latinStem);
  const [ownLatin = ''] = municipality.latin.split(',');
  return {
    row,
    county: municipality.county,
    whole: [
      name,
      own,
      municipality.kana,
      ownKana,
      fold(municipality.latin),
      fold(ownLatin),
      latin + romanise(ownKana.slice(kanaStem.length)).toLowerCase(),
    ],
    stems: kanaStem === ownKana ? [latin] : [own.slice(0, -1), kanaStem, latin],
  };
}

const keyCache = new WeakMap<readonly TableRow[], readonly Keys[]>();

function keysOfAll(rows: readonly TableRow[]): readonly Keys[] {
  let keys = keyCache.get(rows);
  if (keys === undefined) {
    keys = rows.map(keysOf);
    keyCache.set(rows, keys);
  }
  return keys;
}

/** One way to read the text: `rest` names the municipality, in this prefecture if one is given. */
interface Reading {
  readonly prefecture: string | undefined;
  readonly rest: string;
}

/** The text as it is, and without each prefecture that stands in front, or behind as in `Fuchu, Tokyo`. */
function readingsOf(all: readonly Keys[], text: string): readonly Reading[] {
  const folded = fold(text);
  const readings: Reading[] = folded === '' ? [] : [{ prefecture: undefined, rest: folded }];
  for (const { row, whole, stems } of all) {
    if (row.municipality.kind !== 'prefecture') continue;
    const prefecture = row.municipality.name;
    for (const form of new Set([...whole, ...stems])) {
      if (folded.length <= form.length) continue;
      if (folded.startsWith(form)) readings.push({ prefecture, rest: folded.slice(form.length) });
      if (/^[a-z]/.test(form) && folded.endsWith(form)) {
        readings.push({ prefecture, rest: folded.slice(0, -form.length) });
      }
    }
  }
  return readings;
}

/** What is left to compare with a row's keys, or `undefined` when the reading names another prefecture. */
function restFor({ row, county }: Keys, { prefecture, rest }: Reading): string | undefined {
  if (prefecture !== undefined && prefecture !== row.municipality.prefecture) return undefined;
  return county !== undefined && rest.startsWith(county) ? rest.slice(county.length) : rest;
}

/** @see findMunicipalities */
export function exactMatches(rows: readonly TableRow[], text: string): readonly Municipality[] {
  const all = keysOfAll(rows);
  const readings = readingsOf(all, text);
  const bearing = (kind: 'whole' | 'stems'): Municipality[] =>
    all
      .filter((keys) =>
        readings.some((reading) => {
          const rest = restFor(keys, reading);
          return rest !== undefined && keys[kind].includes(rest);
        }),
      )
      .map(({ row }) => row.municipality);
  const whole = bearing('whole');
  return whole.length > 0 ? whole : bearing('stems');
}

function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/** @see nearestMunicipalities */
export function nearestMatches(
  rows: readonly TableRow[],
  text: string,
  limit: number,
): readonly Municipality[] {
  const all = keysOfAll(rows);
  const found: { municipality: Municipality; distance: number; prefix: number }[] = [];
  const readings = readingsOf(all, text);
  for (const keys of all) {
    const { municipality } = keys.row;
    const scores = readings.flatMap((reading) => {
      const rest = restFor(keys, reading);
      if (rest === undefined || rest.length < 2) return [];
      const most = Math.max(1, Math.floor(rest.length / 3));
      return [...keys.whole, ...keys.stems, municipality.code]
        .map((key) => ({
          distance: editDistance(rest, key, most),
          prefix: commonPrefix(rest, key),
        }))
        .filter(({ distance }) => distance <= most);
    });
    const best = scores.sort(nearer)[0];
    if (best !== undefined) found.push({ municipality, ...best });
  }
  return found
    .sort(nearer)
    .slice(0, limit)
    .map(({ municipality }) => municipality);
}

function nearer(
  a: { readonly distance: number; readonly prefix: number },
  b: { readonly distance: number; readonly prefix: number },
): number {
  return a.distance - b.distance || b.prefix - a.prefix;
}
