import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readPlaces } from '../src/places.ts';
import { recognise } from '../src/recognise.ts';
import { readTable } from '../src/table.ts';
import { findSamePlaces, type KnownPlace, unify } from '../src/unify/index.ts';

/** Files as municipalities publish them. They are not part of the project: without them there is nothing to test. */
const folder = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
const there = existsSync(folder);
if (!there) console.log('unify: no real files at ../shared/data, nothing to check');

async function placesIn(path: string, source: number): Promise<KnownPlace[]> {
  const files = readdirSync(folder + path).filter((name) => /避難/u.test(name));
  const all = await Promise.all(
    files.map(async (file) => {
      const table = readTable(readFileSync(`${folder}${path}/${file}`), { file });
      return readPlaces(table, await recognise(table)).places;
    }),
  );
  return all.flat().map(({ name, at }) => ({ name, at, source }));
}

describe.skipIf(!there)('real files', () => {
  test('two lists of the same city share most sites, tens of metres apart', async () => {
    const city = await placesIn('shelters/hachioji-city-hazardmap', 0);
    const entry = await placesIn('shelters/hachioji-2021-entry', 1);
    const same = findSamePlaces([...city, ...entry]);
    const named = same.filter(({ by }) => by === 'name');
    const sites = new Set(named.map(({ pair }) => pair[0]));
    const distances = named.map(({ distance = 0 }) => distance).sort((a, b) => a - b);
    expect(sites.size / city.length).toBeGreaterThan(0.9);
    expect(distances[distances.length >> 1]).toBeLessThan(60);
    expect(distances.at(-1)).toBeLessThanOrEqual(500);
  });

  test('shelters of several publishers: every row is in a table or listed', async () => {
    const files = readdirSync(`${folder}shelters`, { recursive: true, encoding: 'utf8' }).filter(
      (name) => /\.(?:csv|json|geojson)$/u.test(name),
    );
    const { tables, ledger, listed } = await unify(
      files.map((file) => ({ file, bytes: () => readFileSync(`${folder}shelters/${file}`) })),
    );
    const sum = (key: 'rows' | 'merged' | 'listed'): number =>
      ledger.reduce((total, one) => total + one[key], 0);
    expect(ledger.length).toBeGreaterThanOrEqual(files.length);
    expect(sum('rows')).toBe(sum('merged') + sum('listed'));
    expect(sum('listed')).toBe(listed.length);
    expect(sum('merged')).toBe([...tables.values()].reduce((n, { rows }) => n + rows.length, 0));
    expect(ledger.filter(({ status, reasons }) => status !== 'ok' && reasons.length === 0)).toEqual(
      [],
    );
  });
});
