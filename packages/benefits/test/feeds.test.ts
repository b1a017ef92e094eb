import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeFeeds } from '../src/build.ts';
import type { ListedProgramme, Listing } from '../src/listing/model.ts';

/** The parser gives a text with its type around it. */
const plain = (text: unknown): unknown =>
  typeof text === 'object' && text !== null && 'value' in text ? text.value : text;
const now = '2026-04-01T00:00:00Z';
const listing = (programmes: readonly ListedProgramme[], asOf: string | null = null): Listing => ({
  format: 1,
  municipality: { code: '131016', name: '千代田区' },
  credit: '見本の出典を表示します。',
  licence: 'CC-BY-4.0',
  source: null,
  asOf,
  programmes,
});
const feeds = (one: Listing) => {
  const files = writeFeeds([one], 'https://example.org/feeds/', now);
  return {
    atom: parseAtomFeed(files.get('131016.atom') ?? ''),
    json: parseJsonFeed(JSON.parse(files.get('131016.json') ?? '') as object),
  };
};

test('both kinds re-read in an independent parser, with credit, the newest first', () => {
  const { atom, json } = feeds(
    listing([
      {
        id: 'p1',
        title: '古い',
        updated: '2025-01-01',
        sequence: 1,
        infoUrl: 'https://example.org/1',
      },
      { id: 'p2', title: '新しい', updated: '2026-03-01', sequence: 2, who: '子ども' },
    ]),
  );
  expect(atom.entries?.map(({ title, updated }) => [plain(title), updated])).toEqual([
    ['新しい', '2026-03-01T00:00:00+09:00'],
    ['古い', '2025-01-01T00:00:00+09:00'],
  ]);
  expect(plain(atom.rights)).toBe('見本の出典を表示します。\nCC-BY-4.0');
  expect(atom.updated).toBe('2026-03-01T00:00:00+09:00');
  expect(atom.links?.[0]).toMatchObject({
    rel: 'self',
    href: 'https://example.org/feeds/131016.atom',
  });
  expect(atom.entries?.[1]?.links?.[0]?.href).toBe('https://example.org/1');
  expect(json.items?.map(({ title }) => title)).toEqual(['新しい', '古い']);
  expect(json.items?.[0]?.content_text).toBe('対象：子ども');
  expect(json.description).toContain('見本の出典');
  expect(json.feed_url).toBe('https://example.org/feeds/131016.json');
});

test('an entry keeps its id when anything else about it changes', () => {
  const ids = ['一つ目', '二つ目'].map(
    (title) => feeds(listing([{ id: 'p1', title, sequence: 1 }])).atom.entries?.[0]?.id,
  );
  expect(ids[0]).toMatch(
    /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  expect(ids[1]).toBe(ids[0]);
});

test('parts of one municipality are one feed; without a day, the listing’s day holds', () => {
  const parts = ['p1', 'p2'].map((id, at) =>
    Object.assign(listing([{ id, title: id, sequence: 0 }], '2025-08-20'), {
      part: [at + 1, 2] as const,
    }),
  );
  const files = writeFeeds(parts, 'https://example.org/feeds', now);
  expect([...files.keys()]).toEqual(['131016.atom', '131016.json']);
  const { entries } = parseAtomFeed(files.get('131016.atom') ?? '');
  expect(entries?.map(({ updated }) => updated)).toEqual([
    '2025-08-20T00:00:00+09:00',
    '2025-08-20T00:00:00+09:00',
  ]);
});

test('no text breaks out of its place', () => {
  const text = fc
    .string({ unit: 'binary', minLength: 1, maxLength: 60 })
    .map((value) => `a${value}b`);
  fc.assert(
    fc.property(text, (title) => {
      const { atom, json } = feeds(listing([{ id: 'p', title, what: title, sequence: 0 }]));
      expect(atom.entries).toHaveLength(1);
      expect(json.items).toHaveLength(1);
      expect(plain(atom.rights)).toContain('見本の出典');
    }),
  );
  const { atom } = feeds(listing([{ id: 'p', title: '<b>&"]]>', sequence: 0 }]));
  expect(plain(atom.entries?.[0]?.title)).toBe('<b>&"]]>');
});
