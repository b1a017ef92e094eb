import { createHash } from 'node:crypto';
import type { ListedProgramme, Listing } from '../../listing/model.ts';

/** What a feed says about one programme. */
export interface FeedEntry {
  /** `urn:uuid:…`, made of the programme's id, so that it stays. */
  readonly id: string;
  readonly title: string;
  readonly url?: string;
  readonly text: string;
  /** RFC 3339. */
  readonly updated: string;
}

/** A feed of a municipality, before it is written as Atom or JSON. */
export interface Feed {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  /** Address at which the feed itself stands, without its ending. */
  readonly address: string;
  /** In the words that the publisher prescribes. */
  readonly rights: string;
  readonly author: string;
  readonly entries: readonly FeedEntry[];
}

/** Entries of one feed: a reader shows a few dozen. */
const MOST_ENTRIES = 500;

/**
 * A municipality's listing as a feed, the newest change first.
 * @param parts all parts of its listing
 * @param base address of the folder that the feeds are published in
 * @param now for what states no day of change, RFC 3339
 */
export function feedOf(parts: readonly Listing[], base: string, now: string): Feed | undefined {
  const [first] = parts;
  if (first === undefined) return undefined;
  const { municipality, credit, licence, asOf } = first;
  const fallback = asOf === null ? now : instant(asOf);
  const entries = parts
    .flatMap(({ programmes }) => programmes)
    .map((programme) => entryOf(programme, fallback))
    .sort((a, b) => compare(b.updated, a.updated) || compare(a.id, b.id))
    .slice(0, MOST_ENTRIES);
  return {
    id: `urn:uuid:${uuidOf(`feed ${municipality.code}`)}`,
    title: `${municipality.name}の支援制度`,
    updated: entries[0]?.updated ?? fallback,
    address: new URL(municipality.code, base.endsWith('/') ? base : `${base}/`).href,
    rights: [credit ?? '出典の記載なし', licence ?? 'ライセンスの記載なし'].join('\n'),
    author: municipality.name,
    entries,
  };
}

function entryOf(programme: ListedProgramme, fallback: string): FeedEntry {
  const { id, title, summary, who, what, apply, infoUrl, applyUrl, updated } = programme;
  const url = infoUrl ?? applyUrl;
  const period = [apply?.from, apply?.to].some((day) => day !== undefined)
    ? `申請期間：${apply?.from ?? ''}〜${apply?.to ?? ''}`
    : apply?.words;
  const text = [summary, who && `対象：${who}`, what, period]
    .filter((part) => part !== undefined && part !== '')
    .join('\n\n');
  return {
    id: `urn:uuid:${uuidOf(id)}`,
    title,
    ...(url !== undefined && { url }),
    text: text === '' ? title : text,
    updated: updated === undefined ? fallback : instant(updated),
  };
}

function instant(date: string): string {
  return `${date}T00:00:00+09:00`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The namespace of our ids: a version 5 UUID (RFC 9562, 5.5) is the same for the same name. */
const NAMESPACE = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex');

function uuidOf(name: string): string {
  const hash = createHash('sha1').update(NAMESPACE).update(`yokoten benefits ${name}`).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join('-');
}
