import { afterAll, expect } from 'vitest';
import { eachOf } from '../../../apps/tools/src/tier.ts';
import { adoptFrom, builtMap, oldMap, type OldMap } from './adopt-app.ts';
import { csv, FORKS, type Fork } from './forks.ts';

/** A copy built anew from its facts: real names of files and columns, as many rows, rasters and pictures, made-up words. */
function mapOf({ keys, broken, tiles, images, files }: Fork): OldMap {
  const town = keys.includes('shikuchoson')
    ? { city: null, shikuchoson: '八王子市' }
    : { city: '八王子市' };
  const config = JSON.stringify(
    {
      prefecture: '東京都',
      ...town,
      tiles: Array.from({ length: tiles }, (_, i) => ({
        name: `図${i}`,
        url: `https://tile.example.jp/${i}/{z}/{x}/{y}.png`,
        attribution: '<a href="https://example.jp/">見本</a>',
      })),
    },
    undefined,
    2,
  );
  return {
    'hazardmap-config.jsonc': broken ? config.replace('},\n    {', '}\n    {') : config,
    'package.json': '{ "scripts": { "preinstall": "exit 1", "prepare": "exit 1" } }\n',
    ...Object.fromEntries(
      files.map(({ name, columns, rows }) => [`csv/${name}`, csv(columns, rows)]),
    ),
    ...Object.fromEntries(
      Array.from({ length: images }, (_, i) => [`images/${i}.png`, `picture ${i}`]),
    ),
  };
}

const kept = { copies: 0, layers: 0, columns: 0, rows: 0 };
afterAll(() => {
  const { copies, layers, columns, rows } = kept;
  console.log(
    `forks, adopted from facts: ${copies} of ${FORKS.length} whole, ${layers} layers, ${columns} columns, ${rows} rows`,
  );
});

/** Writing a map, reading it and building it takes half a second: the quick tier takes each sixth. */
const isFirst = (fork: (typeof FORKS)[number]): boolean =>
  FORKS.indexOf(fork) % 6 === 0 || fork.broken === true;

eachOf(FORKS, isFirst)('$repository comes over whole', async (fork) => {
  const files = fork.files.filter(({ rows }) => rows > 0);
  const expected = {
    layers: files.length,
    columns: files.reduce((sum, { columns }) => sum + columns.length, 0),
    rows: files.reduce((sum, { rows }) => sum + rows, 0),
    tiles: fork.tiles,
    pictures: fork.images,
  };
  const report = await adoptFrom(oldMap(mapOf(fork)));
  expect(report.after).toEqual(report.before);
  expect(report.after).toMatchObject(expected);
  const { document, stops } = await builtMap(report.folder);
  expect(stops).toEqual([]);
  expect(document.report).toMatchObject({ rows: expected.rows, shown: expected.rows });
  expect(document.layers).toHaveLength(expected.layers);
  kept.copies += 1;
  for (const key of ['layers', 'columns', 'rows'] as const) kept[key] += expected[key];
});
