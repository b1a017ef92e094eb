import type { Municipality } from '@yokoten/standard/municipalities';
import { fault, YokotenError } from '../fault.ts';
import { findMunicipality, lookUpMunicipality } from '../find-municipality.ts';

/**
 * The municipality of an older map: the one a person named, else the first name or code of the map that only one
 * municipality has.
 *
 * @throws YokotenError `yokoten/unknown-municipality`, `yokoten/ambiguous-municipality`, `yokoten/adopt-municipality`
 */
export async function townOf(
  places: readonly string[],
  asked: string | undefined,
): Promise<Municipality> {
  if (asked !== undefined) return findMunicipality(asked);
  let reason = { ja: '', en: '' };
  for (const place of places) {
    const found = await lookUpMunicipality(place);
    if ('municipality' in found) return found.municipality;
    if (reason.ja === '')
      reason = { ja: `\n${found.fault.message.ja}`, en: ` ${found.fault.message.en ?? ''}` };
  }
  throw new YokotenError(
    fault(
      'yokoten/adopt-municipality',
      `どの自治体の地図か、決められません。${reason.ja}\n「--municipality コード」を付けてください。`,
      `It is not clear which municipality the map is of.${reason.en} Add --municipality CODE.`,
    ),
  );
}
