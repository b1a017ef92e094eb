import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { tallyOf } from '../src/internal/adopt/layer-tally.ts';
import { openForeign } from '../src/internal/foreign/open-foreign.ts';
import { adoptFrom, builtMap } from './adopt-app.ts';

const folder = process.env.ADOPT_REPOS ?? '';
const copies = folder === '' ? [] : readdirSync(folder).map((name) => join(folder, name));

test.runIf(copies.length === 0)(
  'real copies are tried where ADOPT_REPOS names a folder of them',
  () => {
    console.log('ADOPT_REPOS is not set: no real copies were tried.');
  },
);

/** Counted without anything of `adopt`: every row of every file in `csv/` that has a position. */
async function rowsOf(
  copy: string,
): Promise<{ files: number; columns: number; rows: number; placed: number }> {
  const tree = await openForeign(copy, {});
  const sum = { files: 0, columns: 0, rows: 0, placed: 0 };
  for (const file of tree.files) {
    if (!/^csv\/[^/]+$/.test(file.path)) continue;
    const tally = await tallyOf(await file.read(), file.path);
    if (tally.placed === 0) continue;
    sum.files += 1;
    sum.columns += tally.columns;
    sum.rows += tally.rows;
    sum.placed += tally.placed;
  }
  await tree.close();
  return sum;
}

const sums = { copies: 0, layers: 0, columns: 0, rows: 0, shown: 0, tiles: 0, pictures: 0 };

test.each(copies.map((copy) => [basename(copy), copy] as const))(
  '%s comes over whole, and its map shows every row',
  async (_, copy) => {
    const report = await adoptFrom(copy);
    const { layers: files, columns, rows, placed } = report.before;
    expect({ files, columns, rows, placed }).toEqual(await rowsOf(copy));
    expect(report.after).toEqual(report.before);
    const { document, stops } = await builtMap(report.folder);
    expect(stops).toEqual([]);
    expect(document.layers).toHaveLength(files);
    expect(document.report).toMatchObject({ rows, shown: placed });
    expect(document.hazardLayers ?? []).toHaveLength(report.before.tiles);
    expect(document.pictures ?? []).toHaveLength(report.before.pictures);
    sums.copies += 1;
    sums.layers += files;
    sums.columns += columns;
    sums.rows += rows;
    sums.shown += document.report.shown;
    sums.tiles += report.before.tiles;
    sums.pictures += report.before.pictures;
    if (sums.copies === copies.length) console.log(JSON.stringify(sums));
  },
  60_000,
);
