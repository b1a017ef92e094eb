import { gzip } from 'node:zlib';
import { promisify } from 'node:util';
import type { Listing, ListedProgramme, ListingIndex } from '../../listing/model.ts';
import type { ListedPlace } from './place-of.ts';

/** Bytes of one file once it is compressed, as a page loads it on a phone. */
export const MOST_GZIPPED = 150_000;

/** What a file of programmes usually becomes when it is compressed; only where to begin looking. */
const USUAL_RATIO = 0.35;

/** A quick level: what servers send is a little smaller, never larger. */
const LEVEL = 4;

const squeeze = promisify(gzip);

/** What is said of a whole import: shown wherever one of its programmes is. */
export type Provenance = Pick<Listing, 'credit' | 'licence' | 'source' | 'asOf'>;

/** The programmes of one place. */
export interface PlaceProgrammes {
  readonly place: ListedPlace;
  readonly programmes: readonly ListedProgramme[];
}

/** A file of a listing with its size. */
export interface SliceFile {
  readonly name: string;
  /** JSON of a `Listing`, UTF-8. */
  readonly bytes: Uint8Array;
  readonly gzipped: number;
}

/**
 * One file per municipality, or several where one would be larger than `MOST_GZIPPED`: `131016.json`, `131016-2.json`.
 * In the order of their codes.
 */
export async function writeSlices(
  places: readonly PlaceProgrammes[],
  provenance: Provenance,
): Promise<{ readonly files: readonly SliceFile[]; readonly index: ListingIndex }> {
  const sorted = places.toSorted((a, b) => (a.place.code < b.place.code ? -1 : 1));
  const slices = await Promise.all(sorted.map((one) => slicesOf(one, provenance)));
  return {
    files: slices.flat(),
    index: {
      format: 1,
      ...provenance,
      municipalities: sorted.map(({ place: { code, name }, programmes }, at) => ({
        code,
        name,
        programmes: programmes.length,
        files: (slices[at] ?? []).map((file) => file.name),
      })),
    },
  };
}

async function slicesOf(
  { place, programmes }: PlaceProgrammes,
  provenance: Provenance,
): Promise<readonly SliceFile[]> {
  const texts = programmes.map((one) => JSON.stringify(one));
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const first = Math.ceil((bytes * USUAL_RATIO) / MOST_GZIPPED);
  for (let count = Math.max(1, first); ; count++) {
    const size = Math.max(1, Math.ceil(texts.length / count));
    const parts = Math.ceil(texts.length / size);
    const files = await Promise.all(
      Array.from({ length: parts }, (_, at) =>
        sliceOf(place, texts.slice(at * size, (at + 1) * size), provenance, [at + 1, parts]),
      ),
    );
    if (size === 1 || files.every(({ gzipped }) => gzipped <= MOST_GZIPPED)) return files;
  }
}

async function sliceOf(
  place: ListedPlace,
  texts: readonly string[],
  provenance: Provenance,
  part: readonly [number, number],
): Promise<SliceFile> {
  const around: Listing = {
    format: 1,
    municipality: place,
    ...provenance,
    ...(part[1] > 1 && { part }),
    programmes: [],
  };
  const [head = ''] = JSON.stringify(around).split(/\]\}$/);
  const bytes = Buffer.from(`${head}${texts.join(',')}]}\n`);
  const { length } = await squeeze(bytes, { level: LEVEL });
  const name = part[0] === 1 ? `${place.code}.json` : `${place.code}-${part[0]}.json`;
  return { name, bytes, gzipped: length };
}
