import type { ElementProblem } from '@yokoten/ui';
import type { MapDocument } from '../document.ts';

type Loaded =
  | { readonly document: MapDocument; readonly problem?: undefined }
  | { readonly document?: undefined; readonly problem: ElementProblem };

/** Fetches the document of a page and looks whether it is one. */
export async function loadDocument(src: string): Promise<Loaded> {
  try {
    const response = await fetch(src);
    if (!response.ok) return failure('disaster-map/not-found', `${response.status} ${src}`);
    const value: unknown = await response.json();
    if (isMapDocument(value)) return { document: value };
    return failure('disaster-map/not-a-document', src);
  } catch (error) {
    const code =
      error instanceof SyntaxError ? 'disaster-map/not-a-document' : 'disaster-map/unreachable';
    return failure(code, src);
  }
}

function isMapDocument(value: unknown): value is MapDocument {
  return (
    typeof value === 'object' &&
    value !== null &&
    'schemaVersion' in value &&
    value.schemaVersion === 1 &&
    'layers' in value &&
    Array.isArray(value.layers) &&
    'municipality' in value
  );
}

function failure(code: string, got: string): Loaded {
  return {
    problem: {
      code,
      message: {
        ja: `地図のデータを読み込めませんでした（${got}）。アドレスと通信を確かめてください。`,
        en: `The map document could not be loaded (${got}). It must be JSON made by @yokoten/disaster-map/build; check the address and the connection.`,
      },
    },
  };
}
