import { describe, expect, test, vi } from 'vitest';
import { pollSource } from './poll-source.ts';
import { readReport } from './read-report.ts';
import type { StateReport } from './state-source.ts';

const AT = Date.parse('2026-09-01T18:00:00+09:00');
const UTC = '2026-09-01T09:00:00Z';

const said = [
  {
    id: 'urn:ngsi-ld:EvacuationShelter:mihon:h1',
    name: '第一小学校',
    opening: { value: 'open', at: AT },
    people: { value: 42, at: AT },
    capacity: { value: 300, at: AT },
  },
];

/** The same shelter in each form in which a context broker writes entities. */
const FORMS: readonly (readonly [name: string, entity: object])[] = [
  [
    'NGSI v2, normalized',
    {
      id: 'urn:ngsi-ld:EvacuationShelter:mihon:h1',
      type: 'EvacuationShelter',
      name: { type: 'Text', value: '第一小学校', metadata: {} },
      status: { type: 'Text', value: 'open', metadata: {} },
      occupancy: { type: 'Number', value: 42, metadata: {} },
      capacity: { type: 'Number', value: 300, metadata: {} },
      dateObserved: { type: 'DateTime', value: UTC, metadata: {} },
      location: { type: 'geo:json', value: { type: 'Point', coordinates: [141.08, 32.55] } },
    },
  ],
  [
    'NGSI v2, keyValues',
    {
      id: 'urn:ngsi-ld:EvacuationShelter:mihon:h1',
      type: 'EvacuationShelter',
      name: '第一小学校',
      status: 'open',
      occupancy: 42,
      capacity: 300,
      dateObserved: UTC,
      location: { type: 'Point', coordinates: [141.08, 32.55] },
    },
  ],
  [
    'NGSI-LD, normalized',
    {
      id: 'urn:ngsi-ld:EvacuationShelter:mihon:h1',
      type: 'EvacuationShelter',
      name: { type: 'Property', value: '第一小学校' },
      status: { type: 'Property', value: 'open' },
      occupancy: { type: 'Property', value: 42 },
      capacity: { type: 'Property', value: 300 },
      dateObserved: { type: 'Property', value: { '@type': 'DateTime', '@value': UTC } },
      location: {
        type: 'GeoProperty',
        value: { type: 'Point', coordinates: [141.08, 32.55] },
      },
      '@context': ['https://uri.etsi.org/ngsi-ld/v1/ngsi-ld-core-context.jsonld'],
    },
  ],
];

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

describe.each(FORMS)('%s', (_, entity) => {
  test('a list of entities says the state of places', async () => {
    expect(await readReport(bytesOf([entity]), 'entities', {})).toEqual(said);
  });

  test('one entity alone, as a stream sends it, does too', async () => {
    expect(await readReport(bytesOf(entity), 'entities', {})).toEqual(said);
  });

  test('an end that the entity states goes with everything it says', async () => {
    const ends = { ...entity, validTo: { type: 'DateTime', value: '2026-09-01T10:00:00Z' } };
    const [state] = await readReport(bytesOf([ends]), 'entities', {});
    expect(state?.opening).toEqual({ value: 'open', at: AT, until: AT + 3_600_000 });
  });
});

test('a broker is asked with the tenant that it serves', async () => {
  const fetched = vi.fn(() =>
    Promise.resolve(new Response(JSON.stringify([FORMS[0]?.[1]]), { status: 200 })),
  );
  const url = 'https://broker.example.jp/v2/entities?type=EvacuationShelter';
  const headers = { 'Fiware-Service': 'mihon', 'Fiware-ServicePath': '/bousai' };
  const report = await new Promise<StateReport>((resolve, reject) => {
    const leave = pollSource(url, { fetch: fetched, headers }).subscribe({
      report: (got) => {
        leave();
        resolve(got);
      },
      failed: reject,
    });
  });
  expect(report).toEqual({ states: said });
  expect(fetched.mock.calls).toMatchObject([[url, { headers }]]);
});
