import { expect, test } from 'vitest';
import type { Table } from '../../table.ts';
import { read } from '../../read.ts';

async function tablesOf(value: unknown): Promise<readonly Table[]> {
  return read(new TextEncoder().encode(JSON.stringify(value, null, 1)), { file: 'a.json' });
}

function record({ header, rows }: Table, at = 0): Record<string, string> {
  return Object.fromEntries(header.map((name, index) => [name, rows[at]?.cells[index] ?? '']));
}

const POINT = { type: 'Point', coordinates: [139.3, 35.6] };

test('v2 normalized, with metadata', async () => {
  const [table] = await tablesOf([
    {
      id: 'shelter-1',
      type: 'EvacuationSpace',
      名称: { type: 'Text', value: 'みほん館', metadata: {} },
      opens: {
        type: 'Boolean',
        value: true,
        metadata: {
          TimeInstant: { type: 'DateTime', value: '2026-04-01T00:00:00Z' },
          unitCode: { type: 'Text', value: 'E61' },
        },
      },
      location: { type: 'geo:json', value: POINT },
      address: { type: 'StructuredValue', value: { addressLocality: '本町', geo: { block: 1 } } },
    },
  ]);
  expect(table?.kind).toBe('ngsi');
  expect(table && record(table)).toEqual({
    'geometry:lat': '35.6',
    'geometry:lng': '139.3',
    id: 'shelter-1',
    type: 'EvacuationSpace',
    名称: 'みほん館',
    opens: 'true',
    'opens.TimeInstant': '2026-04-01T00:00:00Z',
    'opens.unitCode': 'E61',
    'address.addressLocality': '本町',
    'address.geo.block': '1',
  });
});

test('LD normalized: observedAt, relationships, languages, typed values; @context is kept apart', async () => {
  const [table] = await tablesOf({
    id: 'urn:ngsi-ld:Queue:1',
    type: 'Queue',
    people: { type: 'Property', value: 5, observedAt: '2026-04-01T00:00:00Z', unitCode: 'E61' },
    inside: { type: 'Relationship', object: 'urn:ngsi-ld:Building:1' },
    name: { type: 'LanguageProperty', languageMap: { ja: 'みほん', en: 'sample' } },
    since: { type: 'Property', value: { '@type': 'DateTime', '@value': '2026-04-01' } },
    location: {
      type: 'GeoProperty',
      value: {
        type: 'LineString',
        coordinates: [
          [139, 35],
          [140, 36],
        ],
      },
    },
    '@context': ['https://example.jp/a.jsonld'],
  });
  expect(table?.preamble).toEqual([
    { row: 1, line: 1, cells: ['@context', 'https://example.jp/a.jsonld'] },
  ]);
  expect([table?.headerRow, table?.rows[0]?.row, table?.problems]).toEqual([2, 3, []]);
  expect(table?.rows[0]?.geometry).toEqual({
    type: 'LineString',
    coordinates: [
      [139, 35],
      [140, 36],
    ],
  });
  expect(table && record(table)).toMatchObject({
    people: '5',
    'people.observedAt': '2026-04-01T00:00:00Z',
    'people.unitCode': 'E61',
    inside: 'urn:ngsi-ld:Building:1',
    'name.ja': 'みほん',
    since: '2026-04-01',
  });
});

test('keyValues, several types, and old points as text', async () => {
  const tables = await tablesOf([
    { id: 'a', type: 'A', location: POINT, n: 1 },
    { id: 'b', type: 'B', location: { type: 'geo:point', value: '35.7, 139.4' } },
    { id: 'c', type: 'A', location: POINT, entrance: POINT },
  ]);
  expect(tables.map(({ part, rows }) => [part, rows.length])).toEqual([
    ['A', 2],
    ['B', 1],
  ]);
  expect(tables[1]?.rows[0]?.cells.slice(0, 2)).toEqual(['35.7', '139.4']);
  expect(tables[0] && record(tables[0], 1)['entrance']).toBe(JSON.stringify(POINT));
});

test('records that only look alike stay JSON', async () => {
  const [table] = await tablesOf([{ id: '1', type: 'aed', name: 'a' }]);
  expect([table?.kind, table?.header]).toEqual(['json', ['id', 'type', 'name']]);
  await expect(tablesOf({ id: '1', type: 'aed' })).rejects.toMatchObject({
    code: 'open-data/not-a-table',
  });
});

test('no attribute is lost where names meet', async () => {
  const [table] = await tablesOf([
    { id: 'a', type: 'A', location: POINT, 'address.x': 1, address: { x: 2 }, ['__proto__x']: 3 },
  ]);
  expect(table && record(table)).toMatchObject({
    'address.x': '1',
    'address.x_': '2',
    __proto__x: '3',
  });
});

const layer = (name: string): unknown => ({
  type: 'FeatureCollection',
  features: [{ type: 'Feature', properties: { name: 'あ' }, geometry: POINT }],
  _umap_options: { name },
});

test('layers of a uMap', async () => {
  const tables = await tablesOf({
    type: 'umap',
    properties: {},
    layers: [layer('一'), layer('二'), {}],
  });
  expect(tables.map(({ kind, part, rows }) => [kind, part, rows[0]?.cells.join()])).toEqual([
    ['umap', '一', '35.6,139.3,あ'],
    ['umap', '二', '35.6,139.3,あ'],
  ]);
  expect(tables[1]?.rows[0]?.line).toBeGreaterThan(tables[0]?.rows[0]?.line ?? 0);
});
