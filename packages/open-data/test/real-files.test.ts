import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { OpenDataError } from '../src/error.ts';
import { inspect } from '../src/inspect.ts';
import { readPlaces } from '../src/places.ts';
import { recognise } from '../src/recognise.ts';
import { readTable } from '../src/table.ts';

/** Files as municipalities publish them. They are not part of the project: without them there is nothing to test. */
const folder = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
const files = existsSync(folder)
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:csv|tsv|json|geojson|xlsx?)$/u.test(name))
      .sort()
  : [];
if (files.length === 0) console.log('real files: none at ../shared/data, nothing to check');

async function counts(file: string): Promise<{ rows: number; places: number; leftOut: number }> {
  const table = readTable(readFileSync(folder + file), { file });
  const { places, leftOut } = readPlaces(table, await recognise(table));
  return { rows: table.rows.length, places: places.length, leftOut: leftOut.length };
}

describe.skipIf(files.length === 0)('real files', () => {
  test.each([
    ['shelters/hachioji-city-hazardmap', 8, 344],
    ['shelters/hachioji-2021-entry', 6, 300],
    ['shelters/echizen', 2, 241],
    ['shelters/sabae', 2, 265],
    ['shelters/takamatsu', 2, 307],
  ])('%s: every row is drawn, or left out with its reason', async (under, layers, rows) => {
    const of = files.filter((name) => name.startsWith(`${under}/`) && !name.endsWith('.xlsx'));
    const all = await Promise.all(of.map(counts));
    expect(all).toHaveLength(layers);
    expect(all.reduce((sum, one) => sum + one.rows, 0)).toBe(rows);
    for (const one of all) expect(one.places + one.leftOut).toBe(one.rows);
  });

  test('of those, exactly one row has no place in Japan', async () => {
    const of = files.filter((name) =>
      /^shelters\/(?:hachioji|echizen\/01|sabae|takamatsu).*csv$/u.test(name),
    );
    const all = await Promise.all(of.map(counts));
    expect(all.reduce((sum, one) => sum + one.leftOut, 0)).toBe(1);
  });

  test.each([
    ['shelters/ishikawa/170003_evacuation_space.csv', 'evacuation-space', 'current'],
    ['facilities/ishikawa/170003_public_toilet.csv', 'public-toilet', 'current'],
    ['facilities/suzuka/suzuka-public-facilities.csv', 'public-facility', 'previous'],
    ['shelters/nanao-open-shelters/reference_data.csv', 'evacuation-space', 'current'],
    ['shelters/nanao-open-shelters/open_shelter_Nanao-shi_2024-01-09-1800.csv', null, 'other'],
    ['facilities/iida/67211.csv', 'preschool', 'current'],
    ['facilities/iida/67233.csv', 'cultural-property', 'current'],
    ['facilities/ishikawa/170003_public_wireless_lan.csv', 'public-wireless-lan', 'current'],
    ['shelters/tokyo/130001_evacuation_center.csv', null, 'other'],
    ['shelters/sabae/01-避難所.csv', null, 'template-2021'],
  ])('%s is %s, %s', async (file, dataset, generation) => {
    const found = await inspect(readFileSync(folder + file), { file });
    expect([found.dataset, found.generation]).toEqual([dataset, generation]);
  });

  test.each([
    ['support/vs-covid19/vscovid19-data2-20201223222545.csv', 'open-data/html-instead-of-csv'],
    ['support/vs-covid19/undefined-20200421154324.json', 'open-data/html-instead-of-csv'],
    ['dirty/sabae-excel/R3jinnkousuii.xls', 'open-data/old-excel'],
    ['dirty/takamatsu-0097-zero-bytes.xlsx', 'open-data/empty-file'],
    ['shelters/ishikawa/shelter-ishikawa.csv', 'open-data/no-header'],
    ['shelters/gsi/011011.json', 'open-data/unavailable'],
  ])('%s is refused', async (file, code) => {
    await expect(inspect(readFileSync(folder + file), { file })).rejects.toMatchObject({ code });
  });

  test('every file is read or refused, and no row is lost', async () => {
    const read: string[] = [];
    for (const file of files) {
      const bytes = readFileSync(folder + file);
      try {
        const { rows } = readTable(bytes, { file });
        const { places, leftOut } = await counts(file);
        expect(places + leftOut, file).toBe(rows.length);
        read.push(file);
      } catch (error) {
        expect(error, file).toBeInstanceOf(OpenDataError);
      }
    }
    expect(read.length).toBeGreaterThan(130);
  });
});
