import type { Municipality } from '@yokoten/standard/municipalities';
import { fault, YokotenError, type Fault } from './fault.ts';

/** What a code or a name stands for. */
export type Found =
  | { readonly municipality: Municipality; readonly by: 'code' | 'name' }
  | { readonly fault: Fault };

/** Looks up a code with five or six digits, or a name that only one municipality has. */
export async function lookUpMunicipality(asked: string): Promise<Found> {
  const table = await import('@yokoten/standard/municipalities');
  const byCode = table.municipalityByCode(asked);
  if (byCode !== undefined) return { municipality: byCode, by: 'code' };
  const named = /^[\d０-９\s]*$/.test(asked) ? [] : table.findMunicipalities(asked);
  const [first, second] = named;
  if (first === undefined) return { fault: unknown(asked, table.nearestMunicipalities(asked)) };
  if (second === undefined) return { municipality: first, by: 'name' };
  return {
    fault: fault(
      'yokoten/ambiguous-municipality',
      `「${asked}」は一つに決まりません。コードで書いてください。\n${list(named, '、')}`,
      `"${asked}" could be several municipalities. Write the code of one: ${list(named, ', ')}.`,
    ),
  };
}

/**
 * The municipality a person typed on the command line.
 *
 * @throws YokotenError `yokoten/unknown-municipality`, `yokoten/ambiguous-municipality`
 */
export async function findMunicipality(asked: string): Promise<Municipality> {
  const found = await lookUpMunicipality(asked);
  if ('fault' in found) throw new YokotenError(found.fault);
  return found.municipality;
}

function unknown(asked: string, near: readonly Municipality[]): Fault {
  const ja = near.length === 0 ? '' : `\n近いもの: ${list(near, '、')}`;
  const en = near.length === 0 ? '' : ` Nearest: ${list(near, ', ')}.`;
  return fault(
    'yokoten/unknown-municipality',
    `「${asked}」という自治体は見つかりません。\n検査数字を含む6けたのコードで書いてください。${ja}`,
    `No municipality "${asked}" was found. Write its code: six digits, check digit included.${en}`,
  );
}

function list(municipalities: readonly Municipality[], separator: string): string {
  return municipalities
    .map(({ code, prefecture, name }) => `${code} ${prefecture === name ? '' : prefecture}${name}`)
    .join(separator);
}
