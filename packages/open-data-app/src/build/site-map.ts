import { ANY_RECORD } from './fallback.ts';

/** A sitemap (sitemaps.org, 0.9) of the first page and all others with an own content; at most what one file may hold. */
export function siteMap(siteUrl: string, paths: readonly string[]): string {
  const own = paths.filter((path) => path !== ANY_RECORD);
  const addresses = ['', ...own].slice(0, 50_000).map((path) => new URL(path, siteUrl).href);
  const entries = addresses.map(
    (address) =>
      `<url><loc>${address.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</loc></url>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...entries,
    '</urlset>',
    '',
  ].join('\n');
}
