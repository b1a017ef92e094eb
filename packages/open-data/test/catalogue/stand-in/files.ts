import { createHash } from 'node:crypto';
import type { StandIn } from './server.ts';

export interface FileWays {
  readonly content: string | Uint8Array;
  /** `strong` (default), `weak`, or none. */
  readonly etag?: 'strong' | 'weak' | 'none';
  readonly lastModified?: string;
  /** Parts are given where they are asked for. */
  readonly ranges?: boolean;
  /** Breaks the line of the first so many answers after so many bytes. */
  readonly breaks?: { readonly times: number; readonly after: number };
}

/**
 * A host of files as municipalities have them: types that say nothing, an ETag or a date, 304 to who has the file,
 * CORS only where an Origin is sent (as GSI's tiles do).
 */
export function filesStandIn(files: Readonly<Record<string, FileWays>>): StandIn {
  return ({ url: { pathname }, headers, times }) => {
    const file = files[pathname];
    if (file === undefined) return undefined;
    const bytes = Buffer.from(file.content);
    const hash = `"${createHash('sha1').update(bytes).digest('hex').slice(0, 12)}"`;
    const etag = { strong: hash, weak: `W/${hash}`, none: undefined }[file.etag ?? 'strong'];
    const common = {
      ...(etag && { etag }),
      ...(file.lastModified && { 'last-modified': file.lastModified }),
      ...(headers.origin && { 'access-control-allow-origin': '*' }),
      ...(file.ranges && { 'accept-ranges': 'bytes' }),
    };
    const knows =
      (etag !== undefined && headers['if-none-match'] === etag) ||
      (file.lastModified !== undefined && headers['if-modified-since'] === file.lastModified);
    if (knows) return { status: 304, headers: common };
    const breaks =
      file.breaks && times <= file.breaks.times ? { breakAfter: file.breaks.after } : {};
    const start = /^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1];
    const holds = headers['if-range'] === etag || headers['if-range'] === file.lastModified;
    if (!file.ranges || start === undefined || !holds)
      return { body: bytes, headers: common, ...breaks };
    const at = Number(start);
    if (at >= bytes.length)
      return { status: 416, headers: { ...common, 'content-range': `bytes */${bytes.length}` } };
    const range = `bytes ${at}-${bytes.length - 1}/${bytes.length}`;
    return {
      status: 206,
      body: bytes.subarray(at),
      headers: { ...common, 'content-range': range },
      ...breaks,
    };
  };
}
