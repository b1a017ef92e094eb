import type { Feed, FeedEntry } from './entries.ts';

/** A feed as Atom (RFC 4287). */
export function toAtom({ id, title, updated, address, rights, author, entries }: Feed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ja">',
    `<id>${xml(id)}</id>`,
    `<title>${xml(title)}</title>`,
    `<updated>${xml(updated)}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${xml(`${address}.atom`)}"/>`,
    `<author><name>${xml(author)}</name></author>`,
    `<rights>${xml(rights)}</rights>`,
    ...entries.map((entry) => atomEntry(entry)),
    '</feed>',
    '',
  ].join('\n');
}

function atomEntry({ id, title, url, text, updated }: FeedEntry): string {
  return [
    '<entry>',
    `<id>${xml(id)}</id>`,
    `<title>${xml(title)}</title>`,
    `<updated>${xml(updated)}</updated>`,
    ...(url === undefined ? [] : [`<link rel="alternate" href="${xml(url)}"/>`]),
    `<content type="text">${xml(text)}</content>`,
    '</entry>',
  ].join('');
}

/** Without the characters that XML 1.0 has no room for (2.2), and with its own signs escaped. */
function xml(text: string): string {
  return text
    .replace(/\p{Cc}/gu, (sign) => ('\t\n\r'.includes(sign) ? sign : ''))
    .replace(/[\uFFFE\uFFFF]/g, '')
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
