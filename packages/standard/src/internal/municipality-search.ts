import type { Municipality } from '../municipalities.ts';
import { editDistance } from './edit-distance.ts';
import type { TableRow } from './municipality-table.ts';

/** Longer than any name with prefecture and county; a pasted page is not searched for. */
const LONGEST = 60;

/** Forms of one character that lists and keyboards mix: each pair's first is read as its second. */
const VARIANTS = 'ゖけ ゕか 髙高 﨑崎 檮梼 龍竜 澤沢 邊辺 邉辺 瀧滝 櫻桜 條条 冨富 嶋島 渕淵';
const VARIANT = /[ゖゕ髙﨑檮龍澤邊邉瀧櫻條冨嶋渕]/g;

/** Hiragana for katakana, and one form of each character. */
function foldSigns(text: string): string {
  return text
    .replaceAll(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replaceAll(VARIANT, (sign) => VARIANTS.charAt(VARIANTS.indexOf(sign) + 1));
}

const foldLatin = (text: string): string => text.toLowerCase().replaceAll(/[^a-z]/g, '');

/** What a person typed may be in any width and case, with marks for long vowels, spaces and hyphens. */
function foldInput(text: string): string {
  const plain = text
    .slice(0, LONGEST)
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036F]/g, '');
  return foldSigns(
    plain
      .normalize('NFC')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]/gu, ''),
  );
}

/** What a row is found by: its names in three scripts, with and without the word for the kind of place. */
interface Keys {
  readonly municipality: Municipality;
  readonly forms: readonly string[];
}

/** How the word for the kind of place is read, in kana and in Latin letters. */
const PLACE_READINGS: Readonly<
  Record<string, readonly (readonly [kana: string, latin: string])[]>
> = {
  県: [['けん', 'ken']],
  府: [['ふ', 'fu']],
  都: [['と', 'to']],
  市: [['し', 'shi']],
  区: [['く', 'ku']],
  町: [
    ['ちょう', 'cho'],
    ['まち', 'machi'],
  ],
  村: [
    ['そん', 'son'],
    ['むら', 'mura'],
  ],
};

function keysOf({ municipality, ownName, ownKana, latinStem }: TableRow): Keys {
  const own = foldSigns(ownName);
  const latin = foldLatin(latinStem);
  const forms = [own, ownKana, latin, foldLatin(municipality.latin)];
  if (own.length < municipality.name.length) {
    const [ownEnglish = ''] = municipality.latin.split(',');
    forms.push(foldSigns(municipality.name), municipality.kana, foldLatin(ownEnglish));
  }
  const reading = PLACE_READINGS[ownName.slice(-1)]?.find(([kana]) => ownKana.endsWith(kana));
  if (reading !== undefined) {
    const [kanaType, latinType] = reading;
    forms.push(own.slice(0, -1), ownKana.slice(0, -kanaType.length), latin + latinType);
  }
  return { municipality, forms };
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
  const folded = foldInput(text);
  const readings: Reading[] = folded === '' ? [] : [{ prefecture: undefined, rest: folded }];
  for (const { municipality, forms } of all) {
    if (municipality.kind !== 'prefecture') continue;
    const prefecture = municipality.name;
    for (const form of forms) {
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
function restFor({ municipality }: Keys, { prefecture, rest }: Reading): string | undefined {
  if (prefecture !== undefined && prefecture !== municipality.prefecture) return undefined;
  const { county } = municipality;
  return county !== undefined && rest.startsWith(county) ? rest.slice(county.length) : rest;
}

/** @see findMunicipalities */
export function exactMatches(rows: readonly TableRow[], text: string): readonly Municipality[] {
  const all = keysOfAll(rows);
  const readings = readingsOf(all, text);
  return all
    .filter((keys) =>
      readings.some((reading) => {
        const rest = restFor(keys, reading);
        return rest !== undefined && keys.forms.includes(rest);
      }),
    )
    .map(({ municipality }) => municipality);
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
    const { municipality } = keys;
    const scores = readings.flatMap((reading) => {
      const rest = restFor(keys, reading);
      if (rest === undefined || rest.length < 2) return [];
      const most = Math.max(1, Math.floor(rest.length / 3));
      return [...keys.forms, municipality.code]
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
