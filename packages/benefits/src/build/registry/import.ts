import { read } from '@yokoten/open-data/read';
import { OpenDataError } from '@yokoten/open-data';
import type { ListedProgramme } from '../../listing/model.ts';
import { BenefitsBuildError } from '../finding.ts';
import { fromDataset } from './from-dataset.ts';
import { fromRegistry, type ImportedProgramme } from './from-registry.ts';
import { jsonRecords } from './json-records.ts';
import { Quality, type QualityReport, type Repair } from './quality.ts';
import { withSequences } from './sequence.ts';
import type { PlaceProgrammes } from './slices.ts';

/** A file to import: its name, and its bytes piece by piece. */
export interface ImportSource {
  readonly name: string;
  readonly chunks: () => AsyncIterable<Uint8Array>;
}

/** Settings of `importProgrammes`. */
export interface ImportOptions {
  /** Local government code for rows that state none. */
  readonly municipality?: string;
  /** The programmes of the listing before, by id: from them comes what has changed. */
  readonly before?: ReadonlyMap<string, ListedProgramme>;
}

/** What came out of an import. */
export interface Imported {
  readonly places: readonly PlaceProgrammes[];
  readonly reports: readonly QualityReport[];
  readonly repairs: readonly Repair[];
}

/**
 * Reads programmes from files of the standard dataset 支援制度（給付金）情報 (CSV, Excel), or of a registry's JSON shape. Of the JSON
 * never more than one record is in memory beside what has come out. A record that cannot be used is counted and left out.
 * @throws BenefitsBuildError `benefits/not-a-registry`, `benefits/nothing-found`, `benefits/too-large`, `benefits/cannot-read`
 */
export async function importProgrammes(
  sources: readonly ImportSource[],
  { municipality, before = new Map() }: ImportOptions = {},
): Promise<Imported> {
  const places = new Map<string, { place: PlaceProgrammes['place']; programmes: Unsequenced[] }>();
  const qualities: Quality[] = [];
  const ids = new Set<string>();
  for (const source of sources) {
    const quality = new Quality(source.name);
    qualities.push(quality);
    for await (const { place, programme } of recordsOf(source, municipality, quality)) {
      if (ids.has(programme.id)) {
        quality.trouble('duplicate-id', programme.id, programme.title);
        continue;
      }
      ids.add(programme.id);
      quality.used++;
      const here = places.get(place.code) ?? { place, programmes: [] };
      places.set(place.code, here);
      here.programmes.push(programme);
    }
  }
  if (ids.size === 0) throw nothingFound(sources.map(({ name }) => name).join(', '));
  return {
    places: [...places.values()].map(({ place, programmes }) => ({
      place,
      programmes: withSequences(programmes, before),
    })),
    reports: qualities.map((quality) => quality.report()),
    repairs: qualities.flatMap(({ repairs }) => repairs),
  };
}

type Unsequenced = Omit<ListedProgramme, 'sequence'>;

async function* recordsOf(
  source: ImportSource,
  municipality: string | undefined,
  quality: Quality,
): AsyncGenerator<ImportedProgramme> {
  if (!/\.json$/i.test(source.name)) {
    yield* await rowsOf(source, municipality, quality);
    return;
  }
  for await (const { number, value } of jsonRecords(source.chunks(), source.name)) {
    quality.records++;
    if (value === undefined) quality.trouble('not-readable', `#${number}`);
    const imported = value === undefined ? undefined : fromRegistry(value, number, quality);
    if (imported !== undefined) yield imported;
  }
}

async function rowsOf(
  { name, chunks }: ImportSource,
  municipality: string | undefined,
  quality: Quality,
): Promise<readonly ImportedProgramme[]> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks()) parts.push(chunk);
  try {
    const tables = await read(new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer()), {
      file: name,
    });
    const found = [];
    for (const table of tables) found.push(await fromDataset(table, municipality, quality));
    if (found.some((one) => one !== undefined)) return found.flatMap((one) => one ?? []);
  } catch (error) {
    if (!(error instanceof OpenDataError)) throw error;
    const said = error.finding.message;
    throw new BenefitsBuildError({
      code: 'benefits/cannot-read',
      text: { ja: said?.ja ?? error.message, en: said?.en ?? error.message },
      place: { file: name },
    });
  }
  throw new BenefitsBuildError({
    code: 'benefits/not-a-registry',
    text: {
      ja: `「${name}」は「支援制度（給付金）情報」の表ではありません。列の名前を確かめてください。`,
      en: `${name} is no table of the dataset 支援制度（給付金）情報. Look at the names of its columns.`,
    },
    place: { file: name },
  });
}

function nothingFound(names: string): BenefitsBuildError {
  return new BenefitsBuildError({
    code: 'benefits/nothing-found',
    text: {
      ja: `「${names}」に、使える制度が一件もありません。ファイルの中身を確かめてください。`,
      en: `There is no programme in ${names} that can be used. Look into the file.`,
    },
  });
}
