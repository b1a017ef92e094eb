import type { Licence } from './entry.ts';

/** How a catalogue writes a licence: an id, a title, an address. */
export type LicenceParts = readonly [
  id: string | undefined,
  title?: string | undefined,
  url?: string | undefined,
];

/** What catalogues write where nobody chose a licence. */
const NOTHING =
  /^(?:|-|－|なし|無し|未設定|未指定|不明|notspecified|notset|none|null|n\/?a|licensenotspecified|nolicensespecified)$/u;

/** Other licences, by what is left of their names without blanks, hyphens and case. */
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/cc0|cc-?zero|publicdomain\/zero/u, 'CC0-1.0'],
  [/odbl|opendatabaselicen[cs]e/u, 'ODbL-1.0'],
  [/odc-?by|odc-?attribution|opendatacommonsattribution/u, 'ODC-By-1.0'],
  [/pddl/u, 'PDDL-1.0'],
  [/公共データ利用規約|pdl1|publicdatalicense/u, 'LicenseRef-PDL-1.0'],
  [/政府標準利用規約|gjstu/u, 'LicenseRef-GJSTU'],
  [/国土地理院コンテンツ利用規約|gsicontent/u, 'LicenseRef-GSI'],
];

/**
 * A licence out of what a catalogue writes: an id, a title, an address, any of them or none.
 * The first that can be understood counts, the address before the words.
 */
export function readLicence(...[id, title, url]: LicenceParts): Licence {
  const written = title ?? id ?? url ?? null;
  const said = [url, id, title].filter((one) => one !== undefined && !NOTHING.test(squeezed(one)));
  const known = said.map((one) => spdx(squeezed(one ?? ''))).filter((one) => one !== undefined);
  const exact = known.find((one) => !one.startsWith('LicenseRef-CC-')) ?? known[0];
  return {
    id: exact ?? (said.length === 0 ? 'unstated' : 'LicenseRef-unknown'),
    written: said.length === 0 ? (written?.trim() ? written : null) : written,
    ...(url !== undefined && { url }),
  };
}

function squeezed(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .slice(0, 300)
    .replace(/[\s_・.]+/gu, '');
}

/** `text` without blanks, points and underscores: `ccby40`, `https//creativecommonsorg/licenses/by/40/`. */
function spdx(text: string): string | undefined {
  const other = OTHERS.find(([pattern]) => pattern.test(text))?.[1];
  if (other === 'LicenseRef-GJSTU') {
    const [, whole, part = '0'] = /第?(\d)(\d)?版/u.exec(text) ?? [];
    return whole === undefined ? other : `${other}-${whole}.${part}`;
  }
  const conditions = other === undefined ? creativeCommons(text) : undefined;
  if (conditions === undefined) return other;
  if (/21-?\/?jp/u.test(text)) return `CC-${conditions}-2.1-JP`;
  const [, whole, part = '0'] = /(?<!\d)([1-4])([05])?(?!\d)/u.exec(text) ?? [];
  return whole === undefined ? `LicenseRef-CC-${conditions}` : `CC-${conditions}-${whole}.${part}`;
}

/** `BY`, `BY-SA`, `BY-NC-ND` …, from letters or from the words of the licences' names. */
function creativeCommons(text: string): string | undefined {
  const letters = /(?:(?<![a-z])cc-?|licenses\/)by(?<conditions>(?:-?(?:nc|nd|sa))*)/u.exec(text);
  const words =
    /creativecommons|クリエイティブコモンズ|(?<![a-z])cc(?![a-z])/u.test(text) &&
    /attribution|表示/u.test(text);
  if (letters === null && !words) return undefined;
  const has = (letter: string, pattern: RegExp): string[] =>
    letters?.groups?.['conditions']?.includes(letter) || pattern.test(text)
      ? [letter.toUpperCase()]
      : [];
  return [
    'BY',
    ...has('nc', /noncommercial|非営利/u),
    ...has('nd', /noderiv|改変禁止/u),
    ...has('sa', /sharealike|継承/u),
  ].join('-');
}
