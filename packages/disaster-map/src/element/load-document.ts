import type { ElementProblem } from '@yokoten/ui';
import type { MapDocument } from '../document.ts';

/** A document, or why there is none. */
export type Loaded =
  | { readonly document: MapDocument; readonly problem?: undefined }
  | { readonly document?: undefined; readonly problem: ElementProblem };

/** Fetches the document of a page and looks whether it is one. */
export async function loadDocument(src: string, signal: AbortSignal): Promise<Loaded> {
  try {
    const response = await fetch(src, { signal });
    if (!response.ok) return failure('disaster-map/not-found', `${response.status} ${src}`);
    return readDocument(await unpacked(await response.json()), src);
  } catch (cause) {
    return cause instanceof SyntaxError
      ? failure('disaster-map/not-a-document', `${src}: ${cause.message}`)
      : failure('disaster-map/unreachable', src, cause);
  }
}

/** The code for large layers comes with the first of them. */
async function unpacked(value: unknown): Promise<unknown> {
  if (!isRecord(value)) return value;
  const { layers } = value;
  const isPacked = (layer: unknown): boolean =>
    isRecord(layer) && isRecord(layer['places']) && !Array.isArray(layer['places']);
  if (!Array.isArray(layers) || !layers.some(isPacked)) return value;
  const { unpackDocument } = await import('../packed/unpack.ts');
  return unpackDocument({ ...value, layers });
}

/** Looks whether `value` is a document: a page that is half drawn helps nobody. */
export function readDocument(value: unknown, from: string): Loaded {
  if (isMapDocument(value)) return { document: value };
  return failure('disaster-map/not-a-document', from);
}

function isMapDocument(value: unknown): value is MapDocument {
  return (
    isRecord(value) &&
    value['schemaVersion'] === 1 &&
    isRecord(value['municipality']) &&
    Array.isArray(value['municipality']['bbox']) &&
    isRecord(value['title']) &&
    isRecord(value['report']) &&
    Array.isArray(value['languages']) &&
    Array.isArray(value['hazards']) &&
    Array.isArray(value['layers']) &&
    value['layers'].every(isLayer) &&
    (value['hazardLayers'] === undefined || isRasterList(value['hazardLayers'])) &&
    (value['pictures'] === undefined || isPictureList(value['pictures'])) &&
    (value['state'] === undefined || isFeed(value['state']))
  );
}

function isLayer(value: unknown): boolean {
  return (
    isRecord(value) &&
    isRecord(value['title']) &&
    isRecord(value['credit']) &&
    Array.isArray(value['fields']) &&
    Array.isArray(value['places'])
  );
}

function isFeed(value: unknown): boolean {
  return (
    isRecord(value) &&
    typeof value['url'] === 'string' &&
    typeof value['staleAfterMinutes'] === 'number' &&
    isRecord(value['credit'])
  );
}

function isPictureList(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every((one) => isRecord(one) && typeof one['url'] === 'string' && isRecord(one['title']))
  );
}

function isRasterList(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every(
      (raster) =>
        isRecord(raster) &&
        isRecord(raster['title']) &&
        isRecord(raster['credit']) &&
        typeof raster['url'] === 'string' &&
        typeof raster['minZoom'] === 'number' &&
        typeof raster['maxZoom'] === 'number' &&
        Array.isArray(raster['legend']) &&
        raster['legend'].every((one) => isRecord(one) && isRecord(one['label'])),
    )
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function failure(code: string, got: string, cause?: unknown): Loaded {
  return {
    problem: {
      code,
      message: {
        ja: `地図のデータを読み込めませんでした（${got}）。@yokoten/disaster-map/build で作った JSON が必要です。アドレスと通信を確かめてください。`,
        en: `The map document could not be loaded (${got}). It must be JSON made by @yokoten/disaster-map/build; check the address and the connection.`,
      },
      ...(cause !== undefined && { cause }),
    },
  };
}
