import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isFull, isQuick } from '../../../apps/tools/src/tier.ts';
import { adoptFrom, builtMap, oldMap } from './adopt-app.ts';
import { hazardMaps, type OldHazardMap } from './old-hazard-map.ts';

/** Writing a map to the disk, reading it and building it takes a while. */
const runs = isFull ? 400 : isQuick ? 6 : 60;

const lettersOf = (text: string): string => text.replaceAll(/\s/g, '');

async function comesOverWhole({
  layers,
  tiles,
  pictures,
  edits,
  files,
}: OldHazardMap): Promise<void> {
  const report = await adoptFrom(oldMap(files));
  const { folder, before, after, upstream } = report;
  expect(after).toEqual(before);
  expect(upstream).toBeUndefined();
  const rows = layers.reduce((sum, layer) => sum + layer.rows.length, 0);
  expect(after).toMatchObject({
    layers: layers.length,
    columns: layers.reduce((sum, layer) => sum + layer.header.length, 0),
    rows,
    placed: rows,
    tiles: tiles.length,
    pictures: pictures.length,
  });
  const written = readdirSync(join(folder, 'data')).map((name) =>
    readFileSync(join(folder, 'data', name), 'hex'),
  );
  const given = layers.map(({ file }) => Buffer.from(files[`csv/${file}`] ?? '').toString('hex'));
  expect(written).toEqual(expect.arrayContaining(given));

  const { document, stops } = await builtMap(folder);
  expect(stops).toEqual([]);
  expect(document.report).toMatchObject({ rows, shown: rows, leftOut: 0 });
  expect(document.hazardLayers?.length ?? 0).toBe(tiles.length);
  expect(document.pictures?.length ?? 0).toBe(pictures.length);
  const inOrder = layers.toSorted((a, b) => (a.file < b.file ? -1 : 1));
  for (const [index, { header, rows: cells }] of inOrder.entries()) {
    const layer = document.layers[index];
    // Every column that says anything can be read on the page.
    const filled = header.filter(
      (name, at) =>
        !['name', 'lat', 'lon'].includes(name) &&
        cells.some((row) => lettersOf(row[at] ?? '') !== ''),
    );
    expect(layer?.fields.map((field) => field.header).toSorted()).toEqual(filled.toSorted());
    for (const [at, row] of cells.entries()) {
      const [, , , name, values] = layer?.places[at] ?? [0, 0, '', '', []];
      expect(lettersOf(name)).toBe(lettersOf(row[header.indexOf('name')] ?? ''));
      for (const [column, field] of (layer?.fields ?? []).entries())
        expect(lettersOf(values[column] ?? '')).toBe(
          lettersOf(row[header.indexOf(field.header)] ?? ''),
        );
    }
  }
  if (edits.includes('checked')) expect(document.layers.every(({ visible }) => visible)).toBe(true);
  const shown = edits.includes('tiles-checked') ? tiles[0] : tiles.find(({ checked }) => checked);
  const first = document.hazardLayers?.find(({ id }) => id === document.shownHazardLayer);
  expect(first?.url).toBe(shown?.url);
  expect(document.title.ja).toBe(`八王子市${edits.includes('title') ? '景観' : 'ハザード'}マップ`);
  if (edits.includes('background')) expect(document.background?.credit.source.ja).toBe('背景');
  const told = report.edits.filter(({ effects }) =>
    effects.some(({ outcome }) => outcome === 'left'),
  );
  expect(told.map(({ file }) => file)).toEqual(
    expect.arrayContaining([
      ...(edits.includes('added') ? ['src/extra.tsx'] : []),
      ...(edits.includes('analytics') ? ['public/index.html'] : []),
    ]),
  );
}

test('every copy of the template comes over with all layers, columns, rows, rasters and pictures', async () => {
  await fc.assert(fc.asyncProperty(hazardMaps, comesOverWhole), { numRuns: runs });
  console.log(`adopt, generated: ${runs} of ${runs} whole`);
}, 600_000);
