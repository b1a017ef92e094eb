import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dataFile, goldenFolder, municipality, readDataFiles } from '../test/golden-apps.ts';
import { buildMap, disasterMap, type MapOutput } from './build.ts';
import { en } from './strings/en.ts';
import { ja } from './strings/ja.ts';

const credit = { source: { ja: '見本市' } };

describe('golden apps', () => {
  for (const name of readdirSync(goldenFolder)) {
    test(name, async () => {
      const folder = join(goldenFolder, name);
      const config = readJson(join(folder, 'config.json')) as Record<string, unknown>;
      const files = readDataFiles(join(folder, 'data'));
      const output = await buildMap({ config, municipality, files });
      compare(join(folder, 'document.json'), output.document);
      compare(join(folder, 'findings.json'), findings(output));
      expect(await buildMap({ config, municipality, files: files.toReversed() })).toEqual(output);
    });
  }
});

describe('the page in other forms', () => {
  const hostile = '<script>alert("1")</script>';
  const build = (): Promise<MapOutput> =>
    buildMap({
      config: { title: { ja: hostile }, credit: { source: hostile }, sample: hostile },
      municipality,
      files: [
        dataFile(
          'トイレ.csv',
          `名称,緯度,経度,住所\n${hostile.replaceAll('"', '')},32.5,141,"a & 'b'"\n`,
        ),
      ],
    });

  test('the fallback is a table in which nothing from data is markup', async () => {
    const { fallbackHtml } = await build();
    expect(fallbackHtml).not.toContain('<script');
    expect(fallbackHtml).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;');
    expect(fallbackHtml).toContain('<td>a &amp; &#39;b&#39;</td>');
    expect(fallbackHtml).toContain('利用条件の記載なし');
  });

  test('the text holds every character of the document and of the own words of the page', async () => {
    const { text, document } = await build();
    for (const character of JSON.stringify(document)) expect(text).toContain(character);
    for (const character of `${ja.skipMap}${ja.hazards.volcano}${ja.counted(3, 12)}${en.noResultHint}日本語`) {
      expect(text).toContain(character);
    }
    expect(new Set(text).size).toBe(Array.from(text).length);
  });

  test('only the background is loaded from elsewhere, and only if it is elsewhere', async () => {
    expect(await hosts(undefined)).toEqual(['https://cyberjapandata.gsi.go.jp']);
    expect(await hosts('none')).toEqual([]);
    const own = { url: './tiles/{z}/{x}/{y}.png', maxZoom: 16, credit };
    expect(await hosts(own)).toEqual([]);
  });

  test('hazard rasters are named by id; a slip gets the nearest one', async () => {
    const given = await buildMap({
      config: { credit, hazardLayers: ['tsunami', 'flood-l2', 'flod-l1'] },
      municipality,
      files: [],
    });
    expect(given.document.hazardLayers?.map(({ id }) => id)).toEqual(['tsunami', 'flood-l2']);
    expect(given.document.hazards).toEqual(['flood', 'tsunami']);
    expect(given.configProblems).toMatchObject([
      { code: 'disaster-map/config-value', path: ['hazardLayers', 2] },
    ]);
    expect(given.configProblems[0]?.message.en).toContain('"flood-l1"');
    const { img, connect } = given.hosts;
    expect(img).toEqual(['https://cyberjapandata.gsi.go.jp', 'https://disaportaldata.gsi.go.jp']);
    expect(connect).toEqual(['https://disaportaldata.gsi.go.jp']);
  });

  test('is called under its element by the plugin', () => {
    expect(disasterMap.element).toBe('disaster-map');
  });
});

test('shown and left out add up to the rows, whatever the cells hold', async () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      '35.6',
      '139.3',
      '1',
      '○',
      '135',
      '３５．６',
      'abc',
      '避難所',
      '"',
      'a,b',
      'x\ny',
    ),
    fc.string({ maxLength: 8 }),
  );
  const header = ['名称', '緯度', '経度', '種別', '災害種別_洪水'];
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, cell, cell, cell, cell), { maxLength: 12 }),
      async (rows) => {
        const csv = [header, ...rows].map((row) => row.map(quote).join(',')).join('\n');
        const { document, problems } = await buildMap({
          config: { credit },
          municipality,
          files: [dataFile('一覧.csv', csv)],
        });
        const { rows: read, shown, leftOut } = document.report;
        expect(shown + leftOut).toBe(read);
        expect(problems.filter(({ severity }) => severity === 'error')).toHaveLength(leftOut);
        const drawn = document.layers.flatMap((layer) => layer.places);
        if (document.layers.length > 0) expect(drawn).toHaveLength(shown);
        expect(new Set(drawn.map((place) => place[2])).size).toBe(drawn.length);
        for (const [, , , , values, fit] of drawn) {
          expect(values).toHaveLength(document.layers[0]?.fields.length ?? -1);
          expect(fit).toMatch(/^[ox?-]{8}$/);
        }
      },
    ),
    { numRuns: 100 },
  );
});

test('a header that is a word of the language is a header like any other', async () => {
  const { document } = await buildMap({
    config: { credit },
    municipality,
    files: [dataFile('井戸.csv', '名称,緯度,経度,constructor,__proto__\n井戸,32.5,141.05,い,ろ\n')],
  });
  const [layer] = document.layers;
  expect(layer?.fields.map(({ label }) => label)).toEqual([
    { ja: 'constructor' },
    { ja: '__proto__' },
  ]);
  expect(layer?.places[0]?.[4]).toEqual(['い', 'ろ']);
});

test('what is wrong with single cells is told once, and in the order of the rows', async () => {
  const csv =
    '名称,緯度,経度,電話番号\n井戸一,32.5,141.05,０１２\n井戸二,,,\n井戸一,32.5,141.05,０１２\n';
  const { problems } = await buildMap({
    config: { credit, layers: [{ name: '井戸', as: 'public-facility' }] },
    municipality: { ...municipality, code: '999999' },
    files: [dataFile('井戸.csv', csv)],
  });
  const found = problems.map(({ code, row }) => `${row} ${code}`);
  const told = problems.map(({ code, row, message }) => `${row} ${code} ${message.ja}`);
  expect(new Set(told).size).toBe(told.length);
  expect(found).toContain('3 open-data/no-coordinates');
  expect(found).toContain('2 standard/format');
  const rows = problems.map(({ row = 0 }) => row);
  expect(rows).toEqual(rows.toSorted((a, b) => a - b));
});

test('one bad row never stops the build, more than a tenth does', async () => {
  expect(await stopsFor(2, 1)).toEqual([]);
  expect(await stopsFor(18, 2)).toEqual([]);
  expect(await stopsFor(17, 2)).toEqual(['disaster-map/too-many-rows-lost']);
  expect(await stopsFor(0, 1)).toEqual(['disaster-map/empty-layer']);
});

async function hosts(background: unknown): Promise<readonly string[]> {
  return (await buildMap({ config: { background }, municipality, files: [] })).hosts.img;
}

/** Builds a list with so many rows, and says what stops the build. */
async function stopsFor(good: number, bad: number): Promise<string[]> {
  const rows = [
    ...Array.from({ length: good }, (_, index) => `場所${index},32.5,141.0${index + 10}`),
    ...Array.from({ length: bad }, (_, index) => `不明${index},,`),
  ];
  const files = [dataFile('井戸.csv', `名称,緯度,経度\n${rows.join('\n')}\n`)];
  const output = await buildMap({ config: { credit }, municipality, files });
  expect(output.problems).toHaveLength(bad);
  return output.configProblems.map(({ code }) => code);
}

function quote(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

/** What this package finds and what keeps rows out; all else is tested in the packages that find it. */
function findings({ problems, configProblems, hosts }: MapOutput): unknown {
  return {
    hosts,
    problems: problems
      .filter(({ code, severity }) => code.startsWith('disaster-map/') || severity === 'error')
      .map(({ code, severity, file, row, column, before, after }) =>
        withoutUndefined({ code, severity, file, row, column, before, after }),
      ),
    configProblems: configProblems.map(({ code, path, message }) => ({
      code,
      path,
      // What another package says is its own to change.
      ...(code.startsWith('disaster-map/') && message),
    })),
  };
}

function withoutUndefined(value: object): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** A golden that is not there is written, to be read by a person before it is committed. */
function compare(path: string, actual: unknown): void {
  if (!existsSync(path)) {
    writeFileSync(path, `${JSON.stringify(actual, null, 2)}\n`);
    throw new Error(`${path} was missing and has been written: read it, then run again`);
  }
  expect(withoutUndefined(actual as object)).toEqual(readJson(path));
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
