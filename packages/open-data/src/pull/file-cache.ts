import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cache, CachedAnswer } from '../catalogue/fetch/cache.ts';
import { record, text } from '../catalogue/hostile-json.ts';
import { hashBytes } from './file-hash.ts';
import { replaceFile } from './replace-file.ts';

const NEWLINE = 10;

/**
 * Keeps answers in a folder between runs, one file each: a line of JSON with what belongs to it, then its bytes.
 * A file that is damaged or of another address counts as none.
 */
export function fileCache(folder: string): Cache {
  const pathOf = (url: string): string =>
    join(folder, `${hashBytes(new TextEncoder().encode(url)).sha256}.answer`);
  return {
    get: async (url) => {
      const content = await readFile(pathOf(url)).catch(() => undefined);
      const end = content?.indexOf(NEWLINE) ?? -1;
      if (content === undefined || end < 0) return undefined;
      const head = headOf(content.toString('utf8', 0, end));
      const bytes = Uint8Array.from(content.subarray(end + 1));
      if (head?.url !== url || head.sha256 !== hashBytes(bytes).sha256) return undefined;
      const { sha256: _, ...answer } = head;
      return { ...answer, bytes };
    },
    set: async ({ bytes, ...answer }) => {
      await mkdir(folder, { recursive: true });
      const head = JSON.stringify({ ...answer, sha256: hashBytes(bytes).sha256 });
      await replaceFile(pathOf(answer.url), Buffer.concat([Buffer.from(`${head}\n`), bytes]));
    },
  };
}

function headOf(
  line: string,
): (Omit<CachedAnswer, 'bytes'> & { readonly sha256: string }) | undefined {
  let head: ReadonlyMap<string, unknown>;
  try {
    head = record(JSON.parse(line));
  } catch {
    // Damaged: fetched again.
    return undefined;
  }
  const [url, sha256, etag, lastModified, contentType] = [
    'url',
    'sha256',
    'etag',
    'lastModified',
    'contentType',
  ].map((key) => text(head.get(key), 8000));
  if (url === undefined || sha256 === undefined) return undefined;
  return {
    url,
    sha256,
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { lastModified }),
    ...(contentType !== undefined && { contentType }),
  };
}
