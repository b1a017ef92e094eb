import { parseLocalGovernmentCode } from '@yokoten/standard';
import type { EntryMunicipality, Quirk } from './entry.ts';

/** What a catalogue says about who an entry is of. */
export interface PublisherSigns {
  /** The catalogue's id of the publisher, e.g. `t131016` or `401307`. */
  readonly publisherId?: string | undefined;
  readonly publisher?: string | undefined;
  /** Names of the dataset and its files, where a code may stand in front: `t131016d0000000001`, `131016_aed`. */
  readonly datasetId?: string | undefined;
}

/**
 * The municipality behind an entry: by the publisher's code, else its name, else the dataset's code. A code counts
 * only with its check digit. Where code and name name two, neither is believed.
 */
export async function municipalityOf({
  publisherId,
  publisher,
  datasetId,
}: PublisherSigns): Promise<{ readonly municipality?: EntryMunicipality; readonly quirk?: Quirk }> {
  const byId = codeIn(publisherId);
  const byName = publisher === undefined ? undefined : await codeOfName(publisher);
  if (byId !== undefined && byName !== undefined && byId !== byName) {
    const facts = { value: byId, expected: byName };
    return { quirk: { code: 'open-data/municipality-contradiction', facts } };
  }
  if (byId !== undefined) return { municipality: { code: byId, from: 'publisher-id' } };
  if (byName !== undefined) return { municipality: { code: byName, from: 'publisher-name' } };
  const byDataset = codeIn(datasetId);
  return byDataset === undefined ? {} : { municipality: { code: byDataset, from: 'dataset-id' } };
}

/** A code of six digits at the beginning of an id. */
export function codeIn(id: string | undefined): string | undefined {
  const digits = /^[a-z]?(\d{6})(?!\d)/u.exec(id ?? '')?.[1];
  return digits === undefined ? undefined : parseLocalGovernmentCode(digits);
}

/** The table of municipalities is large, so it is loaded only when a name has to be looked up. */
async function codeOfName(name: string): Promise<string | undefined> {
  const { findMunicipalities } = await import('@yokoten/standard/municipalities');
  const [only, another] = findMunicipalities(name);
  return another === undefined ? only?.code : undefined;
}
