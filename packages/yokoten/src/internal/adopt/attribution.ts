import type { FoundCredit } from './found.ts';

const LONGEST = 2000;

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['copy', '©'],
]);

/**
 * An attribution as maps write it, a piece of HTML, as plain text and its first https link. Markup is taken out, not
 * shown: text from elsewhere never becomes HTML.
 */
export function readAttribution(html: unknown): FoundCredit | undefined {
  if (typeof html !== 'string') return undefined;
  const cut = html.slice(0, LONGEST);
  const text = plain(withoutTags(cut));
  if (text === '') return undefined;
  const links = [...cut.matchAll(/\bhref\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'<>]+))/gi)];
  const url = links
    .map((link) => plain(link[1] ?? link[2] ?? link[3] ?? '').replace(/^\/\//, 'https://'))
    .map((address) => address.replace(/^http:\/\//i, 'https://'))
    .find((address) => /^https:\/\//i.test(address) && URL.canParse(address));
  return { text, ...(url !== undefined && { url }) };
}

/** Again until nothing changes: what is left when a tag is taken out may look like one. */
function withoutTags(html: string): string {
  const text = html.replaceAll(/<[^<>]*>/g, ' ');
  return text === html ? text : withoutTags(text);
}

function plain(text: string): string {
  return text
    .replaceAll(
      /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi,
      (all: string, decimal?: string, hex?: string, name?: string) =>
        decoded(all, decimal, hex, name),
    )
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function decoded(
  all: string,
  decimal: string | undefined,
  hex: string | undefined,
  name: string | undefined,
): string {
  if (name !== undefined) return ENTITIES.get(name.toLowerCase()) ?? all;
  const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return point > 31 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff)
    ? String.fromCodePoint(point)
    : ' ';
}
