import { failure } from '../catalogue-error.ts';
import type { Fetcher, FetchRequest } from './fetcher.ts';

/**
 * The JSON at an address, whatever its media type says: real servers send it as octet-stream, and error pages as
 * HTML with status 200.
 * @throws CatalogueError `open-data/not-json` and what {@link Fetcher} throws.
 */
export async function readJson(
  fetcher: Fetcher,
  address: string,
  request?: FetchRequest,
): Promise<unknown> {
  const headers = (): Record<string, string> => ({
    accept: 'application/json',
    ...request?.headers?.(),
  });
  const { bytes } = await fetcher.read(address, { ...request, headers });
  const text = new TextDecoder().decode(bytes);
  try {
    return JSON.parse(text);
  } catch (cause) {
    const value = /^\s*</u.test(text) ? 'HTML' : text.slice(0, 40);
    throw await failure('open-data/not-json', { url: address, value }, { cause });
  }
}
