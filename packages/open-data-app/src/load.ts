import type { BrowseRecord } from '@yokoten/open-data/browse';
import type { ElementProblem } from '@yokoten/ui';
import type { AppDocument } from './document.ts';
import { joinShards, type Shard, shardIndex } from './shards.ts';

/** A document, or why there is none. */
export type Loaded =
  | {
      readonly document: AppDocument;
      /** Whether all its records are here, and not just the one that was wanted. */
      readonly isWhole: boolean;
      readonly problem?: undefined;
    }
  | { readonly document?: undefined; readonly problem: ElementProblem };

/** What to load, and from where. */
export interface Wanted {
  /** Address of the document. */
  readonly src: string;
  /** The site's base. */
  readonly root: URL;
  /** Id of the one record that is wanted; `undefined` for all. */
  readonly record: string | undefined;
  readonly signal: AbortSignal;
  /** There is more to fetch than the document. */
  readonly waits: () => void;
}

/** Fetches the document of a page, and as many of its shards as are needed, and looks whether they are such. */
export async function loadDocument({ src, root, record, signal, waits }: Wanted): Promise<Loaded> {
  try {
    const document = await fetchJson(src, signal);
    if (!isDocument(document)) return missing(src);
    const { shards } = document;
    if (shards === undefined) return { document, isWhole: true };
    const isWhole = record === undefined;
    if (isWhole) waits();
    const addresses = isWhole ? shards : [shards[shardIndex(record, shards.length)] ?? ''];
    const loaded = await Promise.all(
      addresses.map((address) => fetchJson(new URL(address, root).href, signal)),
    );
    if (!loaded.every(isShard)) return missing(src);
    const records = joinShards(loaded).filter(([id]) => isWhole || id === record);
    return { document: { ...document, records }, isWhole };
  } catch (cause) {
    return missing(String(cause), cause);
  }
}

async function fetchJson(address: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}

/** The records of a document, as it was before they were packed. */
export function recordsOf({ columns, records }: AppDocument): BrowseRecord[] {
  const own = columns.findIndex(({ kind }) => kind === 'name');
  return records.map(([id, name, at, cells]) => ({
    id,
    name: (name || cells[own]?.replaceAll(/\s+/g, ' ')) ?? '',
    ...(at && { at }),
    cells,
  }));
}

function isDocument(value: unknown): value is AppDocument {
  return (
    isRecord(value) &&
    value['schemaVersion'] === 1 &&
    isRecord(value['title']) &&
    isRecord(value['municipality']) &&
    isRecord(value['report']) &&
    Array.isArray(value['languages']) &&
    Array.isArray(value['columns']) &&
    value['columns'].every((column) => isRecord(column) && isRecord(column['label'])) &&
    areRecords(value['records']) &&
    (value['shards'] === undefined || Array.isArray(value['shards']))
  );
}

function isShard(value: unknown): value is Shard {
  return isRecord(value) && Array.isArray(value['places']) && areRecords(value['records']);
}

function areRecords(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every((record) => Array.isArray(record) && Array.isArray(record[3]))
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function missing(got: string, cause?: unknown): Loaded {
  return {
    problem: {
      code: 'open-data-app/document-missing',
      message: {
        ja: `データを読み込めません（${got}）。通信を確かめてください。`,
        en: `The data cannot be loaded (${got}). Check the connection.`,
      },
      ...(cause !== undefined && { cause }),
    },
  };
}
