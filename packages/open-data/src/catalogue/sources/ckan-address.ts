import { CatalogueError, failure } from '../catalogue-error.ts';
import { readJson } from '../fetch/read-json.ts';
import { record } from '../hostile-json.ts';
import type { Reach } from '../source.ts';

/** Where portals keep the API: at the root, or under the folder of the portal. */
const PREFIXES = ['', '/data', '/ckan'];

/**
 * The address of a portal's action API, found by asking for an empty search at every usual place: first along the
 * path that was given, then at the root and in the folders that portals use.
 * @throws CatalogueError `open-data/no-ckan` where no place answers as CKAN does; a failure of the line as it is.
 */
export async function findCkan(address: string, reach: Reach): Promise<string> {
  const places = candidates(address);
  for (const place of places) {
    if (await isCkan(`${place}/package_search?rows=0`, reach)) return place;
  }
  const expected = places.map((place) => new URL(place).pathname).join(', ');
  throw await failure('open-data/no-ckan', { url: address, expected });
}

function candidates(address: string): readonly string[] {
  const given = /^(.{0,2000}\/api\/3\/action)(?:\/|$)/u.exec(address)?.[1];
  if (given !== undefined) return [given];
  if (!URL.canParse(address)) return [address];
  const { origin, pathname } = new URL(address);
  const folders = pathname
    .split('/')
    .filter((part) => part !== '')
    .slice(0, 4);
  const along = folders.map((_, index) => `/${folders.slice(0, index + 1).join('/')}`).reverse();
  return [...new Set([...along, ...PREFIXES])].map((prefix) => `${origin}${prefix}/api/3/action`);
}

/** Another answer than CKAN's (a page, 404, 403) says "not here"; a dead line is thrown. */
async function isCkan(url: string, reach: Reach): Promise<boolean> {
  try {
    const answer = record(await readJson(reach.fetcher, url, { signal: reach.signal }));
    return answer.get('success') === true;
  } catch (error) {
    const elsewhere = ['open-data/not-json', 'open-data/http-error'];
    if (error instanceof CatalogueError && !error.passing && elsewhere.includes(error.code))
      return false;
    throw error;
  }
}
