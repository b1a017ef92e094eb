import * as columns from '../generated/municipalities.ts';
import { withCheckDigit } from '../local-government-code.ts';
import type { Municipality, MunicipalityKind } from '../municipalities.ts';
import type { Bbox, LngLat } from '../units.ts';
import { romanise } from './romanise.ts';

/** A row of the table with what only the search needs. */
export interface TableRow {
  readonly municipality: Municipality;
  /** Name and reading without the city in front, which only wards have. */
  readonly ownName: string;
  readonly ownKana: string;
  /** `はちおうじ` of `はちおうじし`. */
  readonly kanaStem: string;
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
const PLACE_READINGS: Readonly<Record<string, RegExp>> = {
  県: /けん$/,
  府: /ふ$/,
  都: /と$/,
  市: /し$/,
  区: /く$/,
  町: /(?:ちょう|まち)$/,
  村: /(?:そん|むら)$/,
};

const split = (text: string): string[] => text.split(',');

function runningTotals(text: string): number[] {
  let total = 0;
  return split(text).map((difference) => (total += Number(difference)));
}

/** Corner and size in thousandths of a degree; without a size the corner is the point of an office. */
function geometryReader(): (row: number) => Pick<Municipality, 'centroid' | 'bbox'> {
  const [wests, souths] = [runningTotals(columns.wests), runningTotals(columns.souths)];
  const [widths, heights] = [split(columns.widths), split(columns.heights)];
  const [xs, ys] = [split(columns.xs), split(columns.ys)];
  return (row) => {
    const west = wests[row] ?? 0;
    const south = souths[row] ?? 0;
    const at = (x: string | undefined, y: string | undefined): LngLat => [
      (west + Number(x)) / 1000,
      (south + Number(y)) / 1000,
    ];
    if (!widths[row]) return { centroid: at('0', '0'), bbox: undefined };
    const bbox: Bbox = [west / 1000, south / 1000, ...at(widths[row], heights[row])];
    return { centroid: at(xs[row], ys[row]), bbox };
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
  const [names, kanas, counties] = [
    split(columns.names),
    split(columns.kana),
    split(columns.counties),
  ];
  const geometryOf = geometryReader();
  let prefecture = '';
  let county = '';
  let city: Municipality | undefined;
  return runningTotals(columns.codes).map((number, i) => {
    const five = String(number).padStart(5, '0');
    const name = names[i] ?? '';
    const [marked = '', spelling] = (kanas[i] ?? '').split('=');
    const kana = marked.replace('|', '');
    if (five.endsWith('000')) [prefecture, city] = [name, undefined];
    county = counties[i] || county;
    const kind = kindOf(five, name, city);
    const prefix = kind === 'ward' ? city : undefined;
    const ownKana = marked.slice(prefix?.kana.length ?? 0);
    const stem = ownKana.replace(PLACE_READINGS[name.slice(-1)] ?? /$/, '');
    const latinStem = spelling ?? romanise(stem);
    const placeType = /[都道]$/.test(name) ? '' : PLACE_TYPES[kind];
    const municipality: Municipality = {
      code: withCheckDigit(five),
      kind,
      prefecture,
      county: county === '-' ? undefined : county,
      name,
      kana,
      latin: `${latinStem}${placeType}${prefix === undefined ? '' : `, ${prefix.latin}`}`,
      ...geometryOf(i),
    };
    if (kind === 'designated-city') city = municipality;
    return {
      municipality,
      ownName: name.slice(prefix?.name.length ?? 0),
      ownKana: ownKana.replace('|', ''),
      kanaStem: stem.replace('|', ''),
      latinStem,
    };
  });
}
