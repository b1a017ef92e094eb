import { isRecord } from '../config-reader.ts';
import { isSafePath } from './safe-path.ts';
import { textOf } from './tree.ts';

/** Where an app keeps the files of its template as the template has them. */
export const BASE_ARCHIVE = '.yokoten/base.json';

const LARGEST = 2_000_000;
const MOST_FILES = 500;

/**
 * Reads the archive of an app. Whoever uses a file of it compares its hash with the record, so an archive that is
 * damaged or of another make is as good as none: the files come from the registry then.
 */
export function readBaseArchive(text: string): ReadonlyMap<string, Uint8Array> {
  const files = text.length > LARGEST ? undefined : filesOf(text);
  if (files === undefined || files.length > MOST_FILES) return new Map();
  return new Map(
    files.flatMap(([path, content]) => {
      const bytes = bytesOf(content);
      return isSafePath(path) && bytes !== undefined ? [[path, bytes] as const] : [];
    }),
  );
}

/** The archive as text: plain JSON, in the order of the paths, so that its changes can be read. */
export function writeBaseArchive(files: ReadonlyMap<string, Uint8Array>): string {
  const entries = [...files]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, bytes]) => [
      path,
      textOf({ bytes }) ?? { base64: Buffer.from(bytes).toString('base64') },
    ]);
  return `${JSON.stringify({ schemaVersion: 1, files: Object.fromEntries(entries) }, undefined, 2)}\n`;
}

function filesOf(text: string): [string, unknown][] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value) || value['schemaVersion'] !== 1) return undefined;
    return isRecord(value['files']) ? Object.entries(value['files']) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function bytesOf(content: unknown): Uint8Array | undefined {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  if (!isRecord(content) || typeof content['base64'] !== 'string') return undefined;
  return Buffer.from(content['base64'], 'base64');
}
