import { parseLocalGovernmentCode } from '@yokoten/standard';
import { municipalityByCode } from '@yokoten/standard/municipalities';
import type { Quality } from './quality.ts';

/** A municipality or prefecture that a record belongs to. */
export interface ListedPlace {
  readonly code: string;
  readonly name: string;
}

/** What has been looked up already, by the record's own words. */
const known = new Map<string, ListedPlace | undefined>();
const MOST_KNOWN = 5000;

/**
 * The place of a code such as `131016;name`, `13101` or `131016`; the name is the one of the list of municipalities.
 * Nothing where there is no such code.
 */
export function placeOf(
  raw: string | undefined,
  id: string,
  quality: Quality,
): ListedPlace | undefined {
  if (raw === undefined) {
    quality.trouble('no-municipality', id);
    return undefined;
  }
  if (known.size > MOST_KNOWN) known.clear();
  if (!known.has(raw)) known.set(raw, lookUp(raw));
  const place = known.get(raw);
  if (place === undefined) quality.trouble('unlisted-municipality', id, raw);
  else if (raw !== place.code && raw !== `${place.code};${place.name}`)
    quality.repair({
      id,
      field: 'areaCode',
      kind: 'code',
      before: raw.slice(0, 120),
      after: `${place.code};${place.name}`,
    });
  return place;
}

function lookUp(raw: string): ListedPlace | undefined {
  const [digits = ''] = raw.normalize('NFKC').split(/[;；,、]/);
  const code = parseLocalGovernmentCode(digits.trim());
  const listed = code === undefined ? undefined : municipalityByCode(code);
  return listed === undefined ? undefined : { code: listed.code, name: listed.name };
}
