import { municipalityByCode, type Municipality } from '@yokoten/standard/municipalities';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CatalogueError, failure } from '../catalogue/catalogue-error.ts';
import type { Fetcher } from '../catalogue/fetch/fetcher.ts';
import { readJson } from '../catalogue/fetch/read-json.ts';
import { list, record, text } from '../catalogue/hostile-json.ts';
import { nodeFetcher } from './node-transport.ts';
import {
  pull,
  type PulledFile,
  type PullOptions,
  type PullRequest,
  type PullResult,
} from './pull.ts';
import { pullError, type PullError } from './pull-error.ts';

/** Where a part of the starter comes from. */
export interface StarterSource {
  /**
   * Address with places for the municipality: `{code}` (six digits), `{code5}`, `{prefectureCode}`, `{prefecture}`,
   * `{name}`, `{fullName}` (with 郡).
   */
  readonly url: string;
  readonly licence: string | null;
  /** As it has to be shown. */
  readonly credit: string;
  /**
   * Address of a JSON object with the full names by prefecture, asked where the address needs a 郡 that is not known
   * here.
   */
  readonly names?: string;
}

/** The parts of a starter. */
export interface StarterSources {
  readonly boundary: StarterSource;
  readonly sites: StarterSource;
  readonly towns: StarterSource;
}

/** Where a new town's first data comes from; every one can be replaced. */
export const starterSources: StarterSources = {
  boundary: {
    url: 'https://geolonia.github.io/japanese-admins/{prefectureCode}/{code5}.json',
    licence: 'LicenseRef-KSJ',
    credit: '国土数値情報（行政区域データ）（国土交通省）を加工して作成（Geolonia）',
  },
  sites: {
    url: 'https://motohasystem.github.io/jp-shelter-api/api/v0/emergency/{code}.json',
    licence: 'LicenseRef-GSI',
    credit: '国土地理院 指定緊急避難場所データ',
  },
  towns: {
    url: 'https://geolonia.github.io/japanese-addresses/api/ja/{prefecture}/{fullName}.json',
    licence: 'CC-BY-4.0',
    credit: 'Geolonia 住所データ',
    names: 'https://geolonia.github.io/japanese-addresses/api/ja.json',
  },
};

/** For which municipality, and where to. */
export interface StarterOptions extends PullOptions {
  /** Code with five or six digits. */
  readonly municipality: string;
  /** Replaces some of {@link starterSources}. */
  readonly sources?: Partial<StarterSources>;
}

/** What was got for a new town, and what has to be said about it. */
export interface StarterResult extends PullResult {
  readonly municipality: Municipality;
  /** Not published, or in the way of a layer that is there already: nothing failed, but look at it. */
  readonly notices: readonly PullError[];
}

const FILES = {
  boundary: 'data/boundary.geojson',
  sites: 'data/01-指定緊急避難場所.geojson',
  towns: 'data/address.csv',
} as const;

/**
 * Fetches what a map of a new town begins with: the municipality's boundary, the emergency evacuation sites, and a
 * table of its towns, each with credit and licence in the lock. Sites that are not published are a notice, and no
 * empty layer.
 * @throws CatalogueError `open-data/unknown-municipality`
 */
export async function pullStarter(options: StarterOptions): Promise<StarterResult> {
  const municipality = municipalityByCode(options.municipality);
  if (municipality === undefined || municipality.kind === 'prefecture')
    throw await failure('open-data/unknown-municipality', {
      value: options.municipality,
      expected: '–',
    });
  const sources = { ...starterSources, ...options.sources };
  const fetcher =
    options.fetcher ?? nodeFetcher(options.onFetch ? { onProgress: options.onFetch } : {});
  const requests: PullRequest[] = [];
  for (const by of ['boundary', 'sites', 'towns'] as const) {
    const { url, licence, credit, names } = sources[by];
    const fullName = options.offline ? undefined : await nameIn(names, municipality, fetcher);
    requests.push({
      url: filled(url, municipality, fullName),
      file: FILES[by],
      licence,
      credit,
      made: { by, municipality: municipality.code },
    });
  }
  const result = await pull(requests, { ...options, fetcher });
  const files = result.files.filter((file) => !isUnpublished(file));
  const notices = result.files.filter(isUnpublished).map(({ error }) => error);
  return {
    ...result,
    ok: files.every(({ status }) => status !== 'failed'),
    files,
    municipality,
    notices: [...notices, ...(await sameLayers(options.folder))],
  };
}

/** The full name of a town or village whose 郡 is not known here, where the list has exactly one. */
async function nameIn(
  names: string | undefined,
  { kind, county, prefecture, name }: Municipality,
  fetcher: Fetcher,
): Promise<string | undefined> {
  if (names === undefined || county !== undefined || !['town', 'village'].includes(kind))
    return undefined;
  try {
    const all = list(record(await readJson(fetcher, names)).get(prefecture)).map((one) =>
      text(one),
    );
    const [only, another] = all.filter((full) => full === name || full?.endsWith(`郡${name}`));
    return another === undefined ? only : undefined;
  } catch (error) {
    // Without the list the plain name is tried, and what comes of that is said.
    if (error instanceof CatalogueError) return undefined;
    throw error;
  }
}

function filled(template: string, municipality: Municipality, known: string | undefined): string {
  const { code, prefecture, county = '', name } = municipality;
  const values: Readonly<Record<string, string>> = {
    code,
    code5: code.slice(0, 5),
    prefectureCode: code.slice(0, 2),
    prefecture,
    name,
    fullName: known ?? county + name,
  };
  return template.replace(/\{([a-zA-Z0-9]{1,20})\}/gu, (whole, key: string) =>
    Object.hasOwn(values, key) ? encodeURIComponent(values[key] ?? '') : whole,
  );
}

function isUnpublished(file: PulledFile): file is PulledFile & { readonly error: PullError } {
  return file.error instanceof CatalogueError && file.error.code === 'open-data/not-published';
}

/** A layer is named after its file without number and ending, so a CSV of the same name would be the same layer. */
async function sameLayers(folder: string): Promise<readonly PullError[]> {
  const own = FILES.sites.slice('data/'.length);
  const names: readonly string[] = await readdir(join(folder, 'data')).catch(() => []);
  if (!names.includes(own)) return [];
  return names
    .filter((name) => name !== own && !name.startsWith('.') && layer(name) === layer(own))
    .map((name) =>
      pullError('open-data/same-layer', { value: FILES.sites, expected: `data/${name}` }),
    );
}

function layer(name: string): string {
  return name
    .normalize('NFC')
    .replace(/^\d+-/u, '')
    .replace(/\.[a-z]{2,8}$/iu, '');
}
