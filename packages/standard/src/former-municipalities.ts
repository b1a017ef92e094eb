import * as columns from './generated/former-municipalities.ts';
import { parseLocalGovernmentCode, withCheckDigit } from './local-government-code.ts';
import type { MunicipalityCredit } from './municipalities.ts';

/** A municipality, or a ward of a designated city, whose code is no longer used. */
export interface FormerMunicipality {
  /** 全国地方公共団体コード, six digits with the check digit. */
  readonly code: string;
  /** Its last name under this code, in Japanese; a ward's begins with its city. */
  readonly name: string;
  /**
   * Today's codes, six digits, in ascending order. More than one where it was divided; then a row cannot be moved by
   * its code alone. Never the code itself.
   */
  readonly successors: readonly string[];
  /** ISO 8601, the day of the change: the code was in use until the day before. */
  readonly replacedOn: string;
}

/** To be shown wherever the list is published. */
export const formerMunicipalityCredit: MunicipalityCredit = {
  source: {
    ja: '廃置分合等情報（政府統計の総合窓口 e-Stat）、jpcity 0.3.0による集計',
    en: 'Changes of municipalities (e-Stat), as compiled by jpcity 0.3.0',
  },
  use: {
    ja: '1970年4月以後に使われなくなったコードと、今のコード（加工）',
    en: 'Codes that fell out of use since April 1970, and those of today (processed)',
  },
  date: '2024-01-01',
  licence: null,
};

let opened: ReadonlyMap<string, FormerMunicipality> | undefined;

/** The table is split at the first call, so that importing this module costs nothing. */
function table(): ReadonlyMap<string, FormerMunicipality> {
  opened ??= new Map(rows().map((row) => [row.code, row]));
  return opened;
}

const sixDigits = (number: string | number): string =>
  withCheckDigit(String(number).padStart(5, '0'));

function rows(): FormerMunicipality[] {
  const [steps, names, successors, dates] = [
    columns.codes,
    columns.names,
    columns.successors,
    columns.dates,
  ].map((text) => text.split(','));
  let number = 0;
  let now = '';
  let date = '';
  return (steps ?? []).map((step, i) => {
    number += Number(step);
    // Blank where the row before holds the same.
    now = successors?.[i] || now;
    date = dates?.[i] || date;
    return {
      code: sixDigits(number),
      name: names?.[i] ?? '',
      successors: now.split('+').map(sixDigits),
      replacedOn: `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`,
    };
  });
}

/** All codes that fell out of use from 1970-04-20 to 2024-01-01, in ascending order. */
export function formerMunicipalities(): readonly FormerMunicipality[] {
  return [...table().values()];
}

/**
 * What became of a code with five or six digits, in full or half width. `undefined` where the code is one of today, where
 * it fell out of use before 1970, or where its check digit is wrong.
 */
export function formerMunicipality(code: string): FormerMunicipality | undefined {
  const known = parseLocalGovernmentCode(code);
  return known === undefined ? undefined : table().get(known);
}
