import { exactMatches, nearestMatches } from './internal/municipality-search.ts';
import { MunicipalityTable } from './internal/municipality-table.ts';
import { parseLocalGovernmentCode } from './local-government-code.ts';
import type { Bbox, Localized, LngLat } from './units.ts';

/** What a local government is in law. `ward` is one of a designated city, `special-ward` one of Tokyo. */
export type MunicipalityKind =
  | 'prefecture'
  | 'designated-city'
  | 'city'
  | 'special-ward'
  | 'ward'
  | 'town'
  | 'village';

/** A local government of Japan as of {@link municipalityCredits}. */
export interface Municipality {
  /** 全国地方公共団体コード, six digits with the check digit. */
  readonly code: string;
  readonly kind: MunicipalityKind;
  /** Name of the prefecture in Japanese, e.g. `東京都`. */
  readonly prefecture: string;
  /** 郡 of a town or village, where it has one. */
  readonly county: string | undefined;
  /** Name in Japanese as the Ministry writes it; a ward's begins with its city. */
  readonly name: string;
  /** Reading in hiragana. */
  readonly kana: string;
  /**
   * Name in Latin letters, **inferred** from the reading: modified Hepburn without marks for long vowels, the kind in
   * English (`Hachioji City`, `Chuo Ward, Sapporo City`). A municipality's own spelling may differ.
   */
  readonly latin: string;
  /**
   * `[lng, lat]`: area centroid of the largest connected part, to 0.001 degree. Where `bbox` is `undefined`,
   * the position of the municipality's office instead.
   */
  readonly centroid: LngLat;
  /**
   * `[west, south, east, north]`, rounded outwards to 0.001 degree, of a generalised boundary: small islands can be
   * missing, and so is a part under a tenth of the largest that lies more than 100 km off.
   * `undefined` where no boundary is known.
   */
  readonly bbox: Bbox | undefined;
}

/** Where a part of the municipality table comes from. */
export interface MunicipalityCredit {
  readonly source: Localized;
  /** What was taken from it, and how it was changed. */
  readonly use: Localized;
  /** ISO 8601: the day the source describes. */
  readonly date: string;
  /** `null` where the file itself names none. */
  readonly licence: string | null;
}

/** To be shown wherever a bounding box, a centroid or the list is published. */
export const municipalityCredits: readonly MunicipalityCredit[] = [
  {
    source: {
      ja: '国土数値情報（行政区域データ）（国土交通省）',
      en: 'National Land Numerical Information, administrative areas (MLIT)',
    },
    use: {
      ja: '範囲と中心点（簡素化・加工）',
      en: 'Bounding boxes and centroids (simplified, processed)',
    },
    date: '2021-01-01',
    licence: null,
  },
  {
    source: { ja: '全国地方公共団体コード（総務省）', en: 'Local government codes (MIC)' },
    use: { ja: 'コードと名称', en: 'Codes and names' },
    date: '2024-01-01',
    licence: null,
  },
  {
    source: {
      ja: '標準地域コード（総務省統計局）',
      en: 'Standard area codes (Statistics Bureau, MIC)',
    },
    use: { ja: '読みと郡', en: 'Readings and counties' },
    date: '2022-02-25',
    licence: null,
  },
  {
    source: { ja: 'localgovjp（Code for FUKUI）', en: 'localgovjp (Code for FUKUI)' },
    use: { ja: '読みの確認と庁舎の位置', en: 'Check of readings, positions of offices' },
    date: '2022',
    licence: 'CC0-1.0',
  },
];

let opened: MunicipalityTable | undefined;

/** The table is split at the first call, so that importing this module costs nothing. */
function table(): MunicipalityTable {
  opened ??= new MunicipalityTable();
  return opened;
}

/** All prefectures and municipalities, wards included, in the order of their codes. */
export function municipalities(): readonly Municipality[] {
  return table()
    .rows()
    .map(({ municipality }) => municipality);
}

/** The municipality of a code with five or six digits, in full or half width. A wrong check digit finds nothing. */
export function municipalityByCode(code: string): Municipality | undefined {
  const six = parseLocalGovernmentCode(code);
  return six === undefined ? undefined : table().find(six.slice(0, 5))?.municipality;
}

/**
 * Every municipality that the text names: in Japanese, hiragana, katakana or Latin letters, with or without prefecture
 * and county, with or without the word for its kind (`八王子`, `Hachioji`). Several where they share a name (府中市) or a
 * reading: ask which is meant. Empty when nothing fits: see {@link nearestMunicipalities}.
 */
export function findMunicipalities(text: string): readonly Municipality[] {
  return exactMatches(table().rows(), text);
}

/**
 * Names and codes that differ from the text by few letters, the nearest first: for "did you mean".
 * @param limit how many at most, default 3.
 */
export function nearestMunicipalities(text: string, limit = 3): readonly Municipality[] {
  return nearestMatches(table().rows(), text, limit);
}
