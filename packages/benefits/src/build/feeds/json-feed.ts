import type { Feed } from './entries.ts';

/** A feed as JSON Feed 1.1 (jsonfeed.org). The credit stands in its description and, for programs, in `_yokoten`. */
export function toJsonFeed({ title, address, rights, author, entries }: Feed): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    feed_url: `${address}.json`,
    description: rights,
    language: 'ja',
    authors: [{ name: author }],
    _yokoten: { rights },
    items: entries.map(({ id, title: name, url, text, updated }) =>
      Object.assign(
        { id, title: name, content_text: text, date_modified: updated },
        url === undefined ? {} : { url },
      ),
    ),
  };
  return `${JSON.stringify(feed)}\n`;
}
