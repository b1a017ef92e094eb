import { examineFile } from '@yokoten/open-data/report';
import { describe, expect, test } from 'vitest';
import type { Town } from '../protocol.ts';
import { mapOf } from './map.ts';
import { findTown } from './town.ts';

async function madeFrom(file: string, text: string, town?: Town): ReturnType<typeof mapOf> {
  const bytes = new TextEncoder().encode(text);
  return mapOf(await examineFile(bytes, { file, municipality: town }), 'ja', town);
}

const row = (at: number, lat: number | string = 35.6 + at / 100): string =>
  `みほん${at},${lat},139.3`;

describe('the map of a file', () => {
  test('shows every row with a position, and asks nobody for a background', async () => {
    const { document, leftOut } = await madeFrom(
      '避難所.csv',
      ['名称,緯度,経度', row(1), row(2), row(3)].join('\n'),
    );
    expect(document?.layers[0]?.places.map(({ 3: name }) => name)).toEqual([
      'みほん1',
      'みほん2',
      'みほん3',
    ]);
    expect(document?.background).toBeUndefined();
    expect(leftOut).toBe(0);
  });

  test('is made where half the rows have no position, which would stop a published map', async () => {
    const rows = [row(1), row(2, ''), row(3, '不明'), row(4)];
    const { document } = await madeFrom('一覧.csv', ['名称,緯度,経度', ...rows].join('\n'));
    expect(document?.layers[0]?.places).toHaveLength(2);
  });

  test('is framed by the places that lie together, not by one far off', async () => {
    const rows = Array.from({ length: 20 }, (_, at) => `みほん${at},35.6${at},139.3`);
    const { document } = await madeFrom(
      'a.csv',
      ['名称,緯度,経度', ...rows, '沖,26.2,127.7'].join('\n'),
    );
    expect(document?.municipality.bbox[1]).toBeGreaterThan(35);
    expect(document?.layers[0]?.places).toHaveLength(21);
  });

  test('is framed by the municipality where there is one', async () => {
    const [town] = findTown('132012').found;
    const { document } = await madeFrom('a.csv', `名称,緯度,経度\n${row(1)}`, town);
    expect(document?.municipality.bbox).toEqual(town?.bbox);
  });

  test('is none where there is no position', async () => {
    expect(await madeFrom('a.csv', '名称\nみほん')).toEqual({ document: undefined, leftOut: 0 });
  });

  test.each([
    'README.md',
    'address.csv',
    'boundary.geojson',
    '../../x.csv',
    '.csv',
    '~$a.csv',
    '01-',
  ])('is made for a file called %s', async (file) => {
    const { document } = await madeFrom(file, `名称,緯度,経度\n${row(1)}\n${row(2)}`);
    expect(document?.layers[0]?.places).toHaveLength(2);
  });

  test('leaves out what is beyond 20,000 places, and counts it', async () => {
    const rows = Array.from({ length: 20_010 }, (_, at) => `み${at},35.${600000 + at},139.3`);
    const { document, leftOut } = await madeFrom('a.csv', ['名称,緯度,経度', ...rows].join('\n'));
    expect(document?.layers[0]?.places).toHaveLength(20_000);
    expect(leftOut).toBe(10);
  });
});

describe('a municipality', () => {
  test('is found by code or name; several that share a name are all named with their prefecture', () => {
    expect(findTown('132012').found.map(({ name }) => name.ja)).toEqual(['東京都八王子市']);
    expect(findTown('府中市').found.map(({ name }) => name.ja)).toEqual([
      '東京都府中市',
      '広島県府中市',
    ]);
  });

  test('is named in Latin letters with its prefecture too', () => {
    expect(findTown('Fuchu').found.map(({ name }) => name.en)).toEqual([
      'Fuchu City, Tokyo',
      'Fuchu City, Hiroshima Prefecture',
      'Fuchu Town, Hiroshima Prefecture',
    ]);
  });

  test('that is misspelt is offered as it is spelt; a prefecture is none', () => {
    expect(findTown('八王寺市').found).toEqual([]);
    expect(findTown('八王寺市').near.map(({ name }) => name.ja)).toContain('東京都八王子市');
    expect(findTown('東京都').found).toEqual([]);
  });
});
