import { municipalityByCode } from '@yokoten/standard/municipalities';
import { writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { firstPosition, type CatalogueSource, type Reach } from '../catalogue/source.ts';
import { bodikWapi, tokyoApi } from '../catalogue/sources.ts';
import { failure } from '../catalogue/catalogue-error.ts';
import type { Download, DownloadRequest } from './download.ts';
import type { Making } from './lock.ts';
import { makeBoundary, makeSites, makeTowns, type Place } from './make.ts';
import { pullError } from './pull-error.ts';

const makers = { boundary: makeBoundary, sites: makeSites, towns: makeTowns } as const;

/** Fetches what a file is made of, and makes it: nothing is kept of a source that has not changed. */
export async function madeFile(made: Making, request: DownloadRequest): Promise<Download> {
  const { url, path, maxBytes, fetcher, signal, etag, lastModified } = request;
  const part = join(dirname(path), `.${basename(path)}.part`);
  if (made.by === 'rows') {
    await writeFile(part, await allRows(url, made.api, maxBytes, { fetcher, signal }));
    return { status: 'complete', part };
  }
  const place = await placeOf(made.municipality ?? '');
  const maker = makers[made.by];
  const headers = (): Record<string, string> => ({
    ...(etag && { 'if-none-match': etag }),
    ...(lastModified && { 'if-modified-since': lastModified }),
  });
  return await fetcher.use(url, { headers, accepts: [304], maxBytes, signal }, async (answer) => {
    if (answer.status === 304) return { status: 'unchanged' };
    const pieces: Uint8Array[] = [];
    for await (const piece of answer.body) pieces.push(piece);
    await writeFile(part, maker(Buffer.concat(pieces), url, place));
    const [newEtag, newDate] = ['etag', 'last-modified'].map((name) => answer.headers.get(name));
    return {
      status: 'complete',
      part,
      ...(newEtag && { etag: newEtag }),
      ...(newDate && { lastModified: newDate }),
    };
  });
}

async function placeOf(code: string): Promise<Place> {
  const place = municipalityByCode(code);
  if (place === undefined)
    throw await failure('open-data/unknown-municipality', { value: code, expected: '–' });
  return place;
}

/** All rows of an interface as a JSON array, a row to a line. */
async function allRows(
  url: string,
  api: Making['api'],
  maxBytes: number,
  reach: Reach,
): Promise<string> {
  const label = { id: 'rows', title: { ja: '行', en: 'Rows' } };
  const source: CatalogueSource =
    api === 'tokyo-api'
      ? tokyoApi({ ...label, spec: url, service: url })
      : bodikWapi({ ...label, url });
  const lines: string[] = [];
  let size = 0;
  for (let position = firstPosition; ;) {
    const page = await source.rows?.({ url }, position, reach);
    if (page === undefined)
      throw pullError('open-data/unexpected-answer', { url, expected: 'rows' });
    for (const row of page.rows) {
      const line = JSON.stringify(row);
      size += line.length;
      lines.push(line);
    }
    if (size > maxBytes) throw await failure('open-data/too-large', { url, count: maxBytes });
    if (page.next === undefined) return `[\n${lines.join(',\n')}\n]\n`;
    position = page.next;
  }
}
