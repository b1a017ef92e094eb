import type { Bbox } from '@yokoten/standard';
import type { Municipality } from '@yokoten/standard/municipalities';
import type { AppMunicipality, ConfigProblem } from '@yokoten/standard/app';
import { lookUpMunicipality } from './find-municipality.ts';
import type { OwnMunicipality } from './shared-config.ts';

/** Half the side of the box around an office whose municipality has no known boundary: about five kilometres. */
const AROUND_OFFICE = 0.05;

type Resolved = { readonly municipality: AppMunicipality } | { readonly problem: ConfigProblem };

/** Looks the code up, or takes the municipality as the config writes it. A name is answered with its code. */
export async function resolveMunicipality(asked: string | OwnMunicipality): Promise<Resolved> {
  if (typeof asked !== 'string') {
    const [west, south, east, north] = asked.bbox;
    const centroid = asked.centroid ?? ([(west + east) / 2, (south + north) / 2] as const);
    return { municipality: { ...asked, centroid } };
  }
  const found = await lookUpMunicipality(asked);
  if ('fault' in found) return { problem: { ...found.fault, path: ['municipality'] } };
  if (found.by === 'code') return { municipality: fromTable(found.municipality) };
  const { code } = found.municipality;
  return {
    problem: {
      code: 'yokoten/municipality-by-name',
      path: ['municipality'],
      message: {
        ja: `「${asked}」は名前です。コード「${code}」を書いてください。`,
        en: `"${asked}" is a name. Write its code, "${code}".`,
      },
    },
  };
}

function fromTable({ code, name, latin, bbox, centroid }: Municipality): AppMunicipality {
  return { code, name: { ja: name, en: latin }, bbox: bbox ?? around(centroid), centroid };
}

function around([lng, lat]: Municipality['centroid']): Bbox {
  return [
    rounded(lng - AROUND_OFFICE),
    rounded(lat - AROUND_OFFICE),
    rounded(lng + AROUND_OFFICE),
    rounded(lat + AROUND_OFFICE),
  ];
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1000) / 1000;
}
