import { isTileUrl } from './tiles.ts';

/** An address of tiles that a page can use, and whether it had to be written anew for that. */
export interface TileAddress {
  readonly url: string;
  readonly isChanged: boolean;
}

/**
 * The address of tiles as our pages take them: by https, and of one host where several are named by `{s}`. `undefined`
 * where it counts rows from the south or has no places for a tile's numbers.
 */
export function tileAddress(written: string): TileAddress | undefined {
  const url = written
    .trim()
    .replace(/^\/\//, 'https://')
    .replace(/^http:\/\//i, 'https://')
    .replace(/^https:\/\/\{s\}/i, 'https://a');
  return isTileUrl(url) ? { url, isChanged: url !== written } : undefined;
}
