import * as columns from '../generated/municipalities.ts';
import { withCheckDigit } from '../local-government-code.ts';
import type { Municipality, MunicipalityKind } from '../municipalities.ts';
import type { Bbox } from '../units.ts';

/** A row of the table with what only the search needs. */
export interface TableRow {
  readonly municipality: Municipality;
  /** Name and reading without the city in front, which only wards have. */
  readonly ownName: string;
  readonly ownKana: string;
  /** `Hachioji` of `Hachioji City`. */
  readonly latinStem: string;
}

const KINDS: Readonly<Record<string, MunicipalityKind>> = { 市: 'city', 町: 'town', 村: 'village' };
const PLACE_TYPES: Readonly<Record<MunicipalityKind, string>> = {
  prefecture: ' Prefecture',
  'designated-city': ' City',
  city: ' City',
  'special-ward': ' City',
  ward: ' Ward',
  town: ' Town',
  village: ' Village',
};

const split = (text: string): string[] => text.split(',');

/** `JSON.parse` reads ten thousand numbers in a tenth of the time that splitting and `Number` take. */
const numbers = (text: string): readonly number[] => JSON.parse(`[${text}]`) as number[];

function runningTotals(text: string): readonly number[] {
  let total = 0;
  return numbers(text).map((difference) => (total += difference));
}

/** Degrees of two lengths in thousandths. */
const at = (first: number | undefined, second = 0): number => ((first ?? 0) + second) / 1000;

const isPrefecture = (code: number): boolean => code % 1000 === 0;
/** The numbers of designated cities and their wards, and of the special wards. */
const isUrban = (code: number): boolean => code % 1000 >= 100 && code % 1000 < 200;

/** The columns, split. A row is put together when it is first asked for: most programs want one. */
export class MunicipalityTable {
  readonly #codes = runningTotals(columns.codes);
  readonly #names = split(columns.names);
  readonly #kanas = split(columns.kana);
  readonly #latinStems = split(columns.latinStems);
  readonly #counties = split(columns.counties);
  readonly #wests = runningTotals(columns.wests);
  readonly #souths = runningTotals(columns.souths);
  readonly #widths = numbers(columns.widths);
  readonly #heights = numbers(columns.heights);
  readonly #xs = numbers(columns.xs);
  readonly #ys = numbers(columns.ys);
  readonly #built: TableRow[] = [];
  #all: readonly TableRow[] | undefined;

  /** All rows, in the order of the codes. */
  rows(): readonly TableRow[] {
    this.#all ??= this.#codes.map((_, i) => this.#row(i));
    return this.#all;
  }

  /** The row of a code's first five digits. */
  find(five: string): TableRow | undefined {
    const i = this.#codes.indexOf(Number(five));
    return i < 0 ? undefined : this.#row(i);
  }

  #row(i: number): TableRow {
    return (this.#built[i] ??= this.#build(i));
  }

  #build(i: number): TableRow {
    const name = this.#names[i] ?? '';
    const kana = this.#kanas[i] ?? '';
    const latinStem = this.#latinStems[i] ?? '';
    const kind = this.#kind(i);
    const city = kind === 'ward' ? this.#row(this.#above(i, '市')).municipality : undefined;
    const placeType = /[都道]$/.test(name) ? '' : PLACE_TYPES[kind];
    return {
      municipality: {
        code: withCheckDigit(String(this.#codes[i]).padStart(5, '0')),
        kind,
        prefecture: this.#names[this.#above(i)] ?? '',
        county: this.#county(i),
        name,
        kana,
        latin: `${latinStem}${placeType}${city === undefined ? '' : `, ${city.latin}`}`,
        centroid: [at(this.#wests[i], this.#xs[i]), at(this.#souths[i], this.#ys[i])],
        bbox: this.#bbox(i),
      },
      ownName: name.slice(city?.name.length ?? 0),
      ownKana: kana.slice(city?.kana.length ?? 0),
      latinStem,
    };
  }

  /** The nearest row above whose name ends so, else the prefecture's. */
  #above(i: number, ending?: string): number {
    let row = i;
    while (!isPrefecture(this.#codes[row] ?? 0)) {
      if (ending !== undefined && this.#names[row]?.endsWith(ending)) break;
      row--;
    }
    return row;
  }

  /** A ward follows its city; one that no city stands above is a special ward. */
  #kind(i: number): MunicipalityKind {
    const code = this.#codes[i] ?? 0;
    if (isPrefecture(code)) return 'prefecture';
    const kind = KINDS[this.#names[i]?.slice(-1) ?? ''];
    if (kind === 'city') return isUrban(code) ? 'designated-city' : kind;
    if (kind !== undefined) return kind;
    return isPrefecture(this.#codes[this.#above(i, '市')] ?? 0) ? 'special-ward' : 'ward';
  }

  /** Written once for a run of rows; `-` where a run without county begins. */
  #county(i: number): string | undefined {
    let row = i;
    while (this.#counties[row] === '') row--;
    const county = this.#counties[row];
    return county === '-' ? undefined : county;
  }

  /** Corner and size; a row without a size has no known boundary. */
  #bbox(i: number): Bbox | undefined {
    const [west, south] = [this.#wests[i], this.#souths[i]];
    const [width, height] = [this.#widths[i], this.#heights[i]];
    return width === 0 ? undefined : [at(west), at(south), at(west, width), at(south, height)];
  }
}
