import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as standard from '@yokoten/standard/municipalities';
import { expect, test } from 'vitest';

type Municipality = ReturnType<typeof standard.municipalities>[number];

function withoutPosition(one: Municipality): unknown {
  return { ...one, centroid: undefined, bbox: undefined };
}

test('the search of the package, which shares a table with the codes, has every row as it was', async () => {
  const file = join(import.meta.dirname, '../data/municipality-search.js');
  const packed = (await import(pathToFileURL(file).href)) as typeof standard;
  expect(packed.municipalities().map(withoutPosition)).toEqual(
    standard.municipalities().map(withoutPosition),
  );
  for (const text of ['府中市', 'Hachioji', '東京都府中市', 'ふちゅうし'])
    expect(packed.findMunicipalities(text).map(({ code }) => code)).toEqual(
      standard.findMunicipalities(text).map(({ code }) => code),
    );
});
