import * as columns from '../generated/municipalities.ts';
import { withCheckDigit } from '../local-government-code.ts';
import type { Municipality, MunicipalityKind } from '../municipalities.ts';
import type { Bbox, LngLat } from '../units.ts';

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

interface Geometry {
  readonly centroidOf: (row: number) => LngLat;
  readonly bboxOf: (row: number) => Bbox | undefined;
}

/** Corner and size in thousandths of a degree; without a size the corner is the point of an office. */
function readGeometry(): Geometry {
  const wests = runningTotals(columns.wests);
  const souths = runningTotals(columns.souths);
  const widths = numbers(columns.widths);
  const heights = numbers(columns.heights);
  const xs = numbers(columns.xs);
  const ys = numbers(columns.ys);
  return {
    centroidOf: (row) => [at(wests[row], xs[row]), at(souths[row], ys[row])],
    bboxOf: (row) =>
      widths[row] === 0
        ? undefined
        : [
            at(wests[row]),
            at(souths[row]),
            at(wests[row], widths[row]),
            at(souths[row], heights[row]),
          ],
  };
}

/**
 * Codes 100–199 belong to designated cities and, after each, its wards. A ward without such a city is one of the
 * special wards.
 */
function kindOf(five: string, name: string, city: Municipality | undefined): MunicipalityKind {
  if (five.endsWith('000')) return 'prefecture';
  const kind = KINDS[name.slice(-1)];
  if (kind === undefined) return city === undefined ? 'special-ward' : 'ward';
  return kind === 'city' && five[2] === '1' ? 'designated-city' : kind;
}

/** The whole table, in the order of the codes. Costs some milliseconds: call it once. */
export function readTable(): readonly TableRow[] {
  const names = split(columns.names);
  const kanas = split(columns.kana);
  const latinStems = split(columns.latinStems);
  const counties = split(columns.counties);
  const { centroidOf, bboxOf } = readGeometry();
  let prefecture = '';
  let county = '';
  let city: Municipality | undefined;
  return runningTotals(columns.codes).map((number, i) => {
    const five = String(number).padStart(5, '0');
    const name = names[i] ?? '';
    const kana = kanas[i] ?? '';
    const latinStem = latinStems[i] ?? '';
    if (five.endsWith('000')) {
      prefecture = name;
      city = undefined;
    }
    county = counties[i] || county;
    const kind = kindOf(five, name, city);
    const prefix = kind === 'ward' ? city : undefined;
    const placeType = /[都道]$/.test(name) ? '' : PLACE_TYPES[kind];
    const municipality: Municipality = {
      code: withCheckDigit(five),
      kind,
      prefecture,
      county: county === '-' ? undefined : county,
      name,
      kana,
      latin: `${latinStem}${placeType}${prefix === undefined ? '' : `, ${prefix.latin}`}`,
      centroid: centroidOf(i),
      bbox: bboxOf(i),
    };
    if (kind === 'designated-city') city = municipality;
    return {
      municipality,
      ownName: name.slice(prefix?.name.length ?? 0),
      ownKana: kana.slice(prefix?.kana.length ?? 0),
      latinStem,
    };
  });
}
