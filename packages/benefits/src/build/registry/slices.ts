import { gzip } from 'node:zlib';
import { promisify } from 'node:util';
import type { Listing, ListedProgramme, ListingIndex } from '../../listing/model.ts';
import type { ListedPlace } from './place-of.ts';

/** Bytes of one file once it is compressed, as a page loads it on a phone. */
export const MOST_GZIPPED = 150_000;

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
  readonly text: string;
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
  const whole = await sliceOf(place, programmes, provenance, [1, 1]);
  if (whole.gzipped <= MOST_GZIPPED || programmes.length < 2) return [whole];
  for (let count = Math.ceil(whole.gzipped / MOST_GZIPPED); count < programmes.length; count++) {
    const size = Math.ceil(programmes.length / count);
    const parts = await Promise.all(
      Array.from({ length: Math.ceil(programmes.length / size) }, (_, at) =>
        sliceOf(place, programmes.slice(at * size, (at + 1) * size), provenance, [
          at + 1,
          Math.ceil(programmes.length / size),
        ]),
      ),
    );
    if (parts.every(({ gzipped }) => gzipped <= MOST_GZIPPED)) return parts;
  }
  return Promise.all(
    programmes.map((one, at) => sliceOf(place, [one], provenance, [at + 1, programmes.length])),
  );
}

async function sliceOf(
  place: ListedPlace,
  programmes: readonly ListedProgramme[],
  provenance: Provenance,
  part: readonly [number, number],
): Promise<SliceFile> {
  const listing: Listing = {
    format: 1,
    municipality: place,
    ...provenance,
    ...(part[1] > 1 && { part }),
    programmes,
  };
  const text = `${JSON.stringify(listing)}\n`;
  const { length } = await squeeze(text);
  const name = part[0] === 1 ? `${place.code}.json` : `${place.code}-${part[0]}.json`;
  return { name, text, gzipped: length };
}
