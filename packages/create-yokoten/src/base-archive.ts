import { isUtf8 } from 'node:buffer';

/** Where an app keeps the files of its template as the template has them. */
export const BASE_ARCHIVE = '.yokoten/base.json';

/** One file of the template that an upgrade may touch, as it was written. */
export interface BaseFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/**
 * The archive that `yokoten upgrade` merges from when it cannot reach a registry: plain JSON, so that nothing has to be
 * unpacked and a change of it can be read. A text stands as it is, anything else as `{ "base64": … }`.
 */
export function baseArchive(files: readonly BaseFile[]): string {
  const entries = files.map(({ path, content }) => [path, stored(content)] as const);
  return `${JSON.stringify({ schemaVersion: 1, files: Object.fromEntries(entries) }, undefined, 2)}\n`;
}

function stored(content: string | Uint8Array): string | { readonly base64: string } {
  if (typeof content === 'string') return content;
  const buffer = Buffer.from(content);
  return isUtf8(buffer) ? buffer.toString() : { base64: buffer.toString('base64') };
}
