import type { Problem } from '@yokoten/open-data';
import { type BrowseColumn, type BrowseRecord, FACET_WORDS } from '@yokoten/open-data/browse';
import {
  type AppBuilder,
  type AppInput,
  type AppMunicipality,
  type AppOutput,
  originCredit,
} from '@yokoten/standard/app';
import { ownName } from '@yokoten/ui';
import { chooseFile } from './build/choose-file.ts';
import { readConfig } from './build/config.ts';
import { MOST_PAGES, plainPages } from './build/fallback.ts';
import { type FileContents, readFile } from './build/read-file.ts';
import { shardFiles } from './build/shard-files.ts';
import { siteMap } from './build/site-map.ts';
import type { AppDocument, PackedRecord } from './document.ts';
import { tables } from './strings/tables.ts';

/** Turns one file of `data/` into a page; what the Vite plugin for apps calls. */
export const openDataApp: AppBuilder = {
  element: 'open-data-app',
  preload: ['leaflet'],
  build: buildApp,
};

/** The part of what a Vite plugin for apps hands over that this app needs. Nothing is fetched. */
export interface OpenDataInput extends Pick<AppInput, 'config' | 'files'> {
  readonly municipality: Omit<AppMunicipality, 'centroid'>;
}

/** What becomes of it: its document is a table. */
export interface OpenDataOutput extends AppOutput {
  readonly document: AppDocument;
  readonly pages: NonNullable<AppOutput['pages']>;
  readonly files: NonNullable<AppOutput['files']>;
}

const EMPTY: FileContents = {
  columns: [],
  records: [],
  rows: 0,
  problems: [],
  repairs: [],
  stops: [],
};

/**
 * Reads the file of `data/`, checks the config, and makes the document that `<open-data-app src>` loads, with a page for
 * each record. Never throws for what is in the input: faults of the config and files that are no table are in
 * `configProblems`, what is wrong with rows and what was mended in `problems`; no record is left out. The same input gives the same output.
 */
export async function buildApp({
  config: written,
  municipality,
  files,
}: OpenDataInput): Promise<OpenDataOutput> {
  const { config, problems: configFaults } = readConfig(written);
  const { file, problem } = chooseFile(files, config);
  const { name, bbox, code } = municipality;
  const read = file === undefined ? EMPTY : await readFile(file, config, municipality);
  const credit = config.credit ?? (file && originCredit(file));
  const isMap = read.records.some(({ at }) => at !== undefined);
  const records = read.records.map((record) => packed(record, read.columns));
  const hasPages = records.length <= MOST_PAGES;
  const shards = hasPages ? new Map<string, string>() : await shardFiles(records);
  const document: AppDocument = {
    schemaVersion: 1,
    municipality: { ...(code !== undefined && { code }), name, bbox },
    title: config.title ?? name,
    languages: config.languages,
    ...(config.sample && { sample: config.sample }),
    ...(credit && { credit }),
    ...(config.contacts.length > 0 && { contacts: config.contacts }),
    ...(read.dataset && { dataset: read.dataset }),
    ...(file && { file: file.path }),
    ...(isMap && config.background && { background: config.background }),
    columns: read.columns,
    records: hasPages ? records : [],
    ...(!hasPages && { shards: [...shards.keys()] }),
    hasPages,
    report: {
      rows: read.rows,
      records: records.length,
      findings: read.problems.length,
      repairs: read.repairs.length,
    },
  };
  const { fallbackHtml, pages } = plainPages(document, read.records);
  const problems = [...read.problems, ...read.repairs];
  const tiles = isMap && config.background?.url.startsWith('https://') === true;
  return {
    document,
    pages,
    files: new Map([
      ...shards,
      ...(config.siteUrl === undefined
        ? []
        : [['sitemap.xml', siteMap(config.siteUrl, [...pages.keys()])] as const]),
    ]),
    ...(!isMap && { preload: [] }),
    problems,
    configProblems: [...configFaults, ...(problem ? [problem] : []), ...read.stops],
    hosts: { img: tiles ? [new URL(config.background?.url ?? '').origin] : [], connect: [] },
    fallbackHtml,
    text: charactersOf(document, records, problems),
  };
}

function packed(
  { id, name, at, cells }: BrowseRecord,
  columns: readonly BrowseColumn[],
): PackedRecord {
  const own = cells[columns.findIndex(({ kind }) => kind === 'name')];
  return [id, own === name ? '' : name, at ?? null, cells];
}

/** A text with arguments is a function: its source holds its words. */
function wordsOf(text: unknown): unknown {
  return typeof text === 'function' ? String(text) : text;
}

function charactersOf(
  document: AppDocument,
  records: readonly PackedRecord[],
  problems: readonly Problem[],
): string {
  const texts = JSON.stringify([
    document,
    records,
    problems.map(({ message, before, after }) => [message, before, after]),
    document.languages.map(ownName),
    tables.map((table) => Object.values(table).map(wordsOf)),
    FACET_WORDS,
  ]);
  return [...new Set(texts)].toSorted().join('');
}
