import {
  findMunicipalities,
  type Municipality,
  municipalityByCode,
  nearestMunicipalities,
} from '@yokoten/standard/municipalities';
import type { Town, TownAnswer } from '../protocol.ts';

/** The municipalities that a name or a code can mean, prefectures left out: a file is of one town. */
export function findTown(text: string): TownAnswer {
  const byCode = municipalityByCode(text);
  const found = byCode === undefined ? findMunicipalities(text) : [byCode];
  const towns = found.filter(isTown).map(townOf);
  const near =
    towns.length > 0 ? [] : nearestMunicipalities(text, 5).filter(isTown).slice(0, 3).map(townOf);
  return { found: towns, near };
}

function isTown({ kind }: Municipality): boolean {
  return kind !== 'prefecture';
}

function townOf({ code, name, latin, prefecture, bbox, centroid }: Municipality): Town {
  const around = municipalityByCode(`${code.slice(0, 2)}000`)?.latin ?? prefecture;
  return { code, name: { ja: `${prefecture}${name}`, en: `${latin}, ${around}` }, bbox, centroid };
}
