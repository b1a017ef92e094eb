import { OpenDataError } from '../error.ts';
import { located } from '../internal/finding.ts';
import type { Finding } from '../problem.ts';
import { recognise, type Mapping } from '../recognise.ts';
import { read } from '../read.ts';
import type { Patch } from '../repair/index.ts';
import { repaired } from '../repaired.ts';
import type { Table } from '../table.ts';
import type { UnifyCode } from './codes.ts';
import type { SourceFile } from './source-file.ts';

/** A source that gives no table, and why. */
export interface Refused {
  readonly source: SourceFile;
  readonly sha256?: string | undefined;
  /** `skipped`: nothing wrong with it. */
  readonly status: 'skipped' | 'failed';
  readonly finding: Finding;
}

/** One table of a source, repaired. */
export interface Accepted {
  readonly source: SourceFile;
  readonly sha256: string;
  /** As it was read. */
  readonly published: Table;
  /** After the repair. */
  readonly table: Table;
  readonly mapping: Mapping;
  readonly patches: readonly Patch[];
  /** What the repair, or the join with another file, left for a person. */
  readonly findings: readonly Finding[];
}

/** A facility file of the データモデル型, after the files that refer to it took what they need. */
export interface UsedFacilities extends Accepted {
  /** Rows that were referred to. */
  readonly used: ReadonlySet<number>;
}

/** What was seen before, by SHA-256 and by address. It grows from source to source. */
export interface Seen {
  readonly hashes: Map<string, string>;
  readonly urls: Map<string, string>;
}

/** Reads a source into its tables. One that was seen before is skipped; one that cannot be read is refused. */
export async function readSource(
  source: SourceFile,
  seen: Seen,
): Promise<readonly (Accepted | Refused)[]> {
  const { file, url } = source;
  const refuse = (status: Refused['status'], code: UnifyCode, value: string): Refused[] => [
    { source, status, finding: located(code, 'warning', file, { value }) },
  ];
  const sameUrl = url === undefined ? undefined : seen.urls.get(url);
  if (sameUrl !== undefined) return refuse('skipped', 'open-data/duplicate-url', sameUrl);
  if (url !== undefined) seen.urls.set(url, file);
  let bytes: Uint8Array;
  try {
    bytes = await source.bytes();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refuse('failed', 'open-data/unreachable-source', reason);
  }
  const sha256 = await digest(bytes);
  const twin = seen.hashes.get(sha256);
  if (twin !== undefined) return refuse('skipped', 'open-data/duplicate-file', twin);
  seen.hashes.set(sha256, file);
  try {
    const accepted: Accepted[] = [];
    for (const table of await read(bytes, { file })) {
      accepted.push({ source, sha256, published: table, ...(await mended(table, source)) });
    }
    return accepted;
  } catch (error) {
    if (!(error instanceof OpenDataError)) throw error;
    return [{ source, sha256, status: statusOf(error.code), finding: error.finding }];
  }
}

async function mended(
  table: Table,
  { as, municipality }: SourceFile,
): Promise<Omit<Accepted, 'source' | 'sha256' | 'published'>> {
  const mapped = { table, mapping: await recognise(table, { as }) };
  const { corrected, patches, findings } = await repaired(mapped, { as, municipality });
  return { ...corrected, patches, findings };
}

/** A source that answers that it has no data was read well enough. */
function statusOf(code: string): Refused['status'] {
  return code === 'open-data/unavailable' ? 'skipped' : 'failed';
}

/** SHA-256 of bytes, hexadecimal. */
async function digest(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
