import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Listing } from '../../listing/model.ts';
import { BenefitsBuildError } from '../finding.ts';

/**
 * The listings of a folder that `yokoten benefits import` wrote; none where there is no such folder yet.
 * @throws BenefitsBuildError `benefits/cannot-read` for a file that is no listing
 */
export function readListings(folder: string): readonly Listing[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^\d{6}(-\d{1,4})?\.json$/.test(name))
    .sort()
    .map((name) => readListing(join(folder, name)));
}

function readListing(file: string): Listing {
  try {
    const listing = JSON.parse(readFileSync(file, 'utf8')) as Partial<Listing>;
    if (listing.format === 1 && Array.isArray(listing.programmes) && listing.municipality)
      return listing as Listing;
  } catch (error) {
    throw notAListing(file, (error as Error).message);
  }
  throw notAListing(file, 'format 1');
}

function notAListing(file: string, why: string): BenefitsBuildError {
  return new BenefitsBuildError({
    code: 'benefits/cannot-read',
    text: {
      ja: `「${file}」は、制度の一覧として読めません（${why.slice(0, 100)}）。yokoten benefits import で作り直してください。`,
      en: `${file} is no listing (${why.slice(0, 100)}). Make it anew with yokoten benefits import.`,
    },
    place: { file },
  });
}
