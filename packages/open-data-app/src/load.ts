import type { BrowseRecord } from '@yokoten/open-data/browse';
import type { ElementProblem } from '@yokoten/ui';
import type { AppDocument } from './document.ts';

/** A document, or why there is none. */
export type Loaded =
  | { readonly document: AppDocument; readonly problem?: undefined }
  | { readonly document?: undefined; readonly problem: ElementProblem };

/** Fetches the document of a page and looks whether it is one. */
export async function loadDocument(src: string, signal: AbortSignal): Promise<Loaded> {
  try {
    const response = await fetch(src, { signal });
    if (!response.ok) return missing(`${response.status} ${src}`);
    const value: unknown = await response.json();
    return isDocument(value) ? { document: value } : missing(src);
  } catch (cause) {
    return missing(src, cause);
  }
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
    Array.isArray(value['records']) &&
    value['records'].every((record) => Array.isArray(record) && Array.isArray(record[3]))
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
        ja: `データを読み込めませんでした（${got}）。@yokoten/open-data-app/build で作った JSON が必要です。アドレスと通信を確かめてください。`,
        en: `The document could not be loaded (${got}). It must be JSON made by @yokoten/open-data-app/build; check the address and the connection.`,
      },
      ...(cause !== undefined && { cause }),
    },
  };
}
