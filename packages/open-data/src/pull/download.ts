import { open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { failure } from '../catalogue/catalogue-error.ts';
import type { Fetcher, OpenAnswer } from '../catalogue/fetch/fetcher.ts';
import { record, text } from '../catalogue/hostile-json.ts';
import { pullError } from './pull-error.ts';

/** What is fetched, and what is known of it. */
export interface DownloadRequest {
  readonly url: string;
  /** Where the file will be; the unfinished one is kept beside it. */
  readonly path: string;
  /** Of the file that is there already: the server may then say that it still holds. */
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  readonly maxBytes: number;
  readonly fetcher: Fetcher;
  readonly signal?: AbortSignal | undefined;
}

/** A finished download that is not yet in its place, or that nothing changed. */
export type Download =
  | { readonly status: 'unchanged' }
  | {
      readonly status: 'complete';
      /** Where the bytes are. */
      readonly part: string;
      readonly etag?: string;
      readonly lastModified?: string;
    };

/** The beginning of a file that came already, and what it was the beginning of. */
interface Begun {
  readonly size: number;
  /** Strong ETag or date: the server goes on only while it still holds. */
  readonly validator: string;
}

/**
 * Fetches a file to a place beside its own. Where the line broke, in this run or an earlier one, it goes on from there,
 * as far as the server can say that the file is still the same (RFC 9110, sections 13.1.5 and 14.2).
 */
export async function download(request: DownloadRequest): Promise<Download> {
  const { url, fetcher, maxBytes, signal } = request;
  const part = partOf(request.path);
  let begun = await begunEarlier(part, url);
  const headers = (): Record<string, string> => ({
    'accept-encoding': 'identity',
    ...(begun
      ? { range: `bytes=${begun.size}-`, 'if-range': begun.validator }
      : {
          ...(request.etag && { 'if-none-match': request.etag }),
          ...(request.lastModified && { 'if-modified-since': request.lastModified }),
        }),
  });
  return await fetcher.use(
    url,
    { headers, accepts: [304, 416], maxBytes, signal },
    async (answer) => {
      if (answer.status === 304) return { status: 'unchanged' };
      const goesOn = begun !== undefined && startsAt(answer) === begun.size;
      if (answer.status === 416 || (answer.status === 206 && !goesOn)) {
        begun = undefined;
        await discard(request.path);
        throw await failure('open-data/truncated', { url, value: '206' }, { passing: true });
      }
      const validator = validatorOf(answer.headers);
      let size = goesOn ? (begun?.size ?? 0) : 0;
      if (!goesOn && validator !== undefined)
        await writeFile(`${part}.json`, JSON.stringify({ url, validator }));
      const file = await open(part, goesOn ? 'a' : 'w');
      try {
        for await (const bytes of answer.body) {
          if (size === 0 && isPage(bytes, request.path))
            throw pullError('open-data/page-instead-of-file', { url });
          await file.write(bytes);
          size += bytes.length;
        }
        await file.sync();
      } finally {
        await file.close();
        begun = validator === undefined || size === 0 ? undefined : { size, validator };
        if (validator === undefined) await rm(`${part}.json`, { force: true });
      }
      const [etag, lastModified] = ['etag', 'last-modified'].map((name) =>
        answer.headers.get(name),
      );
      return {
        status: 'complete',
        part,
        ...(etag && { etag }),
        ...(lastModified && { lastModified }),
      };
    },
  );
}

/** Removes what an unfinished or refused download left. */
export async function discard(path: string): Promise<void> {
  await rm(partOf(path), { force: true });
  await rm(`${partOf(path)}.json`, { force: true });
}

function partOf(path: string): string {
  return join(dirname(path), `.${basename(path)}.part`);
}

async function begunEarlier(part: string, url: string): Promise<Begun | undefined> {
  try {
    const known = record(JSON.parse(await readFile(`${part}.json`, 'utf8')));
    const validator = text(known.get('validator'));
    const { size } = await stat(part);
    return known.get('url') === url && validator !== undefined && size > 0
      ? { size, validator }
      : undefined;
  } catch {
    // Nothing was begun, or it cannot be told what: begin anew.
    return undefined;
  }
}

/** Weak ETags say "much the same", which is not enough to sew two parts together. Packed parts cannot be sewn at all. */
function validatorOf(headers: Headers): string | undefined {
  if (headers.has('content-encoding') && headers.get('content-encoding') !== 'identity')
    return undefined;
  const etag = headers.get('etag');
  return etag !== null && !etag.startsWith('W/')
    ? etag
    : (headers.get('last-modified') ?? undefined);
}

function startsAt({ status, headers }: OpenAnswer): number | undefined {
  const start = /^bytes (\d{1,15})-/u.exec(headers.get('content-range') ?? '')?.[1];
  return status === 206 && start !== undefined ? Number(start) : undefined;
}

/** Servers send error pages under the name of the file, with status 200. */
function isPage(bytes: Uint8Array, path: string): boolean {
  const beginning = new TextDecoder().decode(bytes.subarray(0, 512));
  return extname(path) !== '.xml' && /^\uFEFF?\s*<(?:!doctype html|html)[\s>]/iu.test(beginning);
}
