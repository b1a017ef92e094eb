import type { GeocoderResult } from './geocoder.ts';

/** A municipality's towns with a position each: the file a page loads when somebody writes an address. */
export interface AddressTable {
  readonly schemaVersion: 1;
  /** Names an address may begin with: prefecture, municipality. */
  readonly areas: readonly string[];
  /** `[name, lng, lat]`, a town or its 丁目. */
  readonly towns: readonly (readonly [name: string, lng: number, lat: number])[];
}

/** An address table ready to be asked. */
export type FindAddress = (query: string) => readonly GeocoderResult[];

/** More than this nobody reads. */
const SHOWN = 20;

/** Whether `value`, from anywhere, is a table. */
export function isAddressTable(value: unknown): value is AddressTable {
  if (typeof value !== 'object' || value === null) return false;
  const { schemaVersion, areas, towns } = value as Partial<Record<keyof AddressTable, unknown>>;
  return (
    schemaVersion === 1 &&
    Array.isArray(areas) &&
    areas.every((area) => typeof area === 'string') &&
    Array.isArray(towns) &&
    towns.every((town: unknown) => {
      const [name, lng, lat] = Array.isArray(town) ? (town as unknown[]) : [];
      return typeof name === 'string' && Number.isFinite(lng) && Number.isFinite(lat);
    })
  );
}

/**
 * Reads addresses as people write them: with or without prefecture and city, 一丁目, 1丁目 or 1-, any width, ヶ or ケ.
 * The longest town an address begins with is the answer; one that is only begun gives all towns it may become.
 */
export function addressFinder({ areas, towns }: AddressTable): FindAddress {
  const heads = areas.map(addressKey).filter((head) => head !== '');
  const keyed = towns.map(([label, lng, lat]) => {
    const result: GeocoderResult = { label, at: [lng, lat] };
    return { key: addressKey(label), result };
  });
  return (query) => {
    const wanted = withoutHead(addressKey(query), heads);
    if (wanted === '') return [];
    let begun: typeof keyed = [];
    let length = 0;
    for (const town of keyed) {
      if (town.key === '' || town.key.length < length || !begins(wanted, town.key)) continue;
      if (town.key.length > length) begun = [];
      length = town.key.length;
      begun.push(town);
    }
    const rest = wanted.slice(length);
    const open = keyed.filter(({ key }) => key !== wanted && key.startsWith(wanted));
    if (begun.length > 0 && open.length === 0) {
      // 「本町ビル」 begins with 本町 and may lie elsewhere: only a number leaves no doubt.
      const isExact = rest === '' || /^-?\d/.test(rest);
      return begun.slice(0, SHOWN).map(({ result }) => Object.assign({ exact: isExact }, result));
    }
    const close = [...begun, ...open];
    const found = close.length > 0 ? close : keyed.filter(({ key }) => key.includes(wanted));
    return found.slice(0, SHOWN).map(({ result }) => Object.assign({ exact: false }, result));
  };
}

/** What is compared of an address: numbers as digits before hyphens (1丁目 is `1-`), the rest as it sounds the same when written. */
export function addressKey(address: string): string {
  return address
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\s+/g, '')
    .replaceAll(/[〇一二三四五六七八九十]{1,4}(?=丁目|番|号)/g, (kanji) => String(numberOf(kanji)))
    .replaceAll(/[ヶがケ](?=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}])/gu, 'け')
    .replaceAll(/[‐‑–—―−ー-](?=\d)/g, '-')
    .replaceAll(/(\d)(?:丁目|番地|番|号|の)/g, '$1-')
    .replaceAll(/-{2,}/g, '-')
    .replace(/^大?字/, '');
}

/** 1 does not begin 10: a number ends before a key does. */
function begins(wanted: string, key: string): boolean {
  if (!wanted.startsWith(key)) return false;
  return !(/\d$/.test(key) && /^\d/.test(wanted.slice(key.length)));
}

function withoutHead(key: string, heads: readonly string[]): string {
  let rest = key;
  for (const head of heads) {
    const county = /^[^\d郡]{1,8}郡/.exec(rest)?.[0] ?? '';
    if (rest.startsWith(head)) rest = rest.slice(head.length);
    else if (county !== '' && rest.startsWith(head, county.length))
      rest = rest.slice(county.length + head.length);
  }
  return rest.replace(/^大?字/, '');
}

const DIGITS = '〇一二三四五六七八九';

/** 十二 is 12, 二十 is 20, 一〇 is 10. */
function numberOf(kanji: string): number {
  const [tens, ones] = kanji.split('十');
  if (ones === undefined) return Number(digits(kanji));
  return Number(digits(tens ?? '') || '1') * 10 + Number(digits(ones) || '0');
}

function digits(kanji: string): string {
  return Array.from(kanji, (digit) => DIGITS.indexOf(digit)).join('');
}
