import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  datasets,
  evacuationHazardColumns,
  loadDataset,
  type Certainty,
  type Dataset,
  type DatasetId,
  type Generation,
  type Row,
} from './datasets.ts';

const here = (path: string): URL => new URL(path, import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(here(path), 'utf8'));
const namesIn = (folder: string, ending: string): string[] =>
  readdirSync(here(folder))
    .map((file) => file.slice(0, -ending.length))
    .toSorted();
/** The files, and every module that is loaded with them. */
function withImports(files: readonly string[]): string[] {
  const found = new Set(files.map((file) => here(file).href));
  for (const href of found) {
    const text = readFileSync(new URL(href), 'utf8');
    for (const [, path = ''] of text.matchAll(/^import (?!type )[^;]*? from '(\.[^']+)';$/gmu)) {
      found.add(new URL(path, href).href);
    }
  }
  return [...found];
}
const zipped = (href: string): number => gzipSync(readFileSync(new URL(href))).length;
const ids = datasets.map(({ id }) => id).toSorted();
const loaded = await Promise.all(datasets.map(({ id }) => loadDataset(id)));
const byId = (id: string): Dataset => {
  const found = loaded.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no dataset ${id}`);
  return found;
};

describe('the catalogue', () => {
  test('names each dictionary file once, in the order of the numbers', () => {
    expect(namesIn('./datasets', '.ts')).toEqual(ids);
    const numbers = datasets.map(({ number }) => number);
    expect(numbers).toEqual(numbers.toSorted());
  });

  test('each dictionary has its golden twin', () => {
    expect(namesIn('../test/golden/columns', '.json')).toEqual(ids);
  });

  test('what is unknown is refused by name', async () => {
    for (const id of ['', 'toilets', '__proto__', 'constructor']) {
      await expect(loadDataset(id as DatasetId)).rejects.toMatchObject({
        code: 'standard/unknown-dataset',
        message: expect.stringContaining('evacuation-space'),
      });
    }
  });

  test('a dictionary is at most 1.5 KB gzipped on average, what they share counted once', () => {
    const files = withImports(ids.map((id) => `./datasets/${id}.ts`));
    expect(files.length).toBeGreaterThan(ids.length + 3);
    const sizes = files.map(zipped);
    expect(sizes.reduce((sum, one) => sum + one, 0) / ids.length).toBeLessThan(1536);
    // The largest holds the closed lists of two generations.
    expect(Math.max(...sizes)).toBeLessThan(4096);
  });

  test('says how sure it is: nothing inferred is given out as official', () => {
    const inferred = loaded.filter(({ certainty }) => certainty === 'inferred');
    expect(inferred.map(({ number }) => number)).toEqual(['25', '29', '31']);
    for (const { source } of inferred) expect(source).toContain('inferred');
    for (const { certainty, source } of loaded) {
      expect(/not seen|inferred/iu.test(source)).toBe(certainty !== 'official');
    }
  });

  test('names the column that names a row', () => {
    for (const { nameColumn, generations } of loaded) {
      const names = generations[0]?.columns.map(({ name }) => name);
      if (nameColumn !== undefined) expect(names).toContain(nameColumn);
    }
  });
});

describe.each(loaded)('$id', (dataset) => {
  test('has the columns of its golden twin, in their order', () => {
    const names = dataset.generations.flatMap(({ id, layout, columns, companion }) => [
      [layout === 'flat' ? id : `${id} ${layout}`, columns.map(({ name }) => name)],
      ...(companion === undefined
        ? []
        : [[companion.fileEnding, companion.columns.map(({ name }) => name)]]),
    ]);
    expect(Object.fromEntries(names)).toEqual(read(`../test/golden/columns/${dataset.id}.json`));
  });

  test('a header means one column: no name and no alias stands twice in a generation', () => {
    for (const { columns } of dataset.generations) {
      const headers = columns.flatMap(({ name, aliases }) => [name].concat(aliases));
      expect(headers).toEqual([...new Set(headers)]);
    }
  });

  test('both layouts of an edition can be brought into the flat one', () => {
    const [flat, ...others] = dataset.generations;
    for (const { layout, columns, companion } of others) {
      if (layout === 'flat') continue;
      for (const { name, format } of [...columns, ...(companion?.columns ?? [])]) {
        const meant = flat?.columns.filter(
          (one) => one.name === name || one.aliases.includes(name),
        );
        expect([name, meant?.map((one) => one.format)]).toEqual([name, [format]]);
      }
      if (companion !== undefined) {
        for (const both of [columns, companion.columns]) {
          expect(both.map(({ name }) => name)).toContain(companion.joinOn);
        }
      }
    }
  });

  test('every column has an English label; a closed list has values', () => {
    for (const { columns } of dataset.generations) {
      for (const { en, format, codes } of columns) {
        expect(en).toMatch(/^[A-Z][A-Za-z0-9',() -]+$/);
        if (format === 'code') expect(codes?.length).toBeGreaterThan(1);
      }
    }
  });

  test('official marks are claimed only where the definition was seen', () => {
    const marks = new Set(dataset.generations[0]?.columns.map(({ required }) => required));
    expect(marks.has('unknown')).toBe(dataset.certainty !== 'official');
    expect(marks.size === 1 || dataset.certainty === 'official').toBe(true);
  });

  test('takes any object without throwing and hands a right row back as it is', () => {
    const columns = dataset.generations[0]?.columns.map(({ name }) => name) ?? [];
    const rows = fc.dictionary(fc.constantFrom(...columns), fc.anything());
    fc.assert(
      fc.property(rows, (row) => {
        const result = dataset['~standard'].validate(row);
        if (result.issues === undefined) expect(result.value).toBe(row);
        else for (const { path } of result.issues) expect(columns).toContain(path?.[0]);
      }),
    );
  });
});

const marksOf = (edition: Generation | undefined): string[][] | undefined =>
  edition?.columns.map(({ name, required }) => [name, required]);

interface GoldenRow {
  readonly row: Row;
  readonly issues: readonly (readonly [code: string, column: string])[];
}
const goldenRows = namesIn('../test/golden/rows', '.json').flatMap((id) =>
  (read(`../test/golden/rows/${id}.json`) as GoldenRow[]).map(({ row, issues }, i) => ({
    id,
    i,
    row,
    issues,
  })),
);

describe('rows', () => {
  test('each dataset has a right row and a broken one', () => {
    for (const id of ids) {
      const kinds = goldenRows
        .filter((one) => one.id === id)
        .map(({ issues }) => issues.length > 0);
      expect([id, kinds.includes(false), kinds.includes(true)]).toEqual([id, true, true]);
    }
  });

  test.each(goldenRows)('$id $i', ({ id, row, issues }) => {
    const result = byId(id)['~standard'].validate(row);
    expect(result.issues?.map(({ code, path }) => [code, path?.[0]]) ?? []).toEqual(issues);
  });

  test('a finding says in two languages what was got and what to write', () => {
    const result = byId('public-toilet')['~standard'].validate({
      名称: 'a',
      所在地_連結表記: 'b',
      設置位置: 'c',
      利用開始時間: '8:30',
    });
    expect(result.issues).toEqual([
      {
        code: 'standard/format',
        path: ['利用開始時間'],
        message: '利用開始時間 is "8:30". It should be a time such as 09:00.',
        text: {
          ja: '「利用開始時間」に「8:30」とあります。時刻（例：09:00）で書いてください。',
          en: '利用開始時間 is "8:30". It should be a time such as 09:00.',
        },
      },
    ]);
  });

  test.each([null, undefined, 'text', 1, [], () => 1])('%j is no row', (value) => {
    expect(byId('aed')['~standard'].validate(value).issues).toMatchObject([
      { code: 'standard/not-a-row', path: [] },
    ]);
  });

  test('keys that a row inherits are no cells', () => {
    const inherited: unknown = Object.create({ 緯度: 'x' });
    expect(byId('aed')['~standard'].validate(inherited).issues).toBeUndefined();
  });

  test('a long hostile cell is judged, and quoted shortly', () => {
    const columns = byId('evacuation-space').generations[0]?.columns ?? [];
    for (const piece of ['1', '1-', '月', 'ア', 'a@', 'https://a/', '-', '１', '1.', ' ']) {
      const cell = piece.repeat(100_000);
      const row = Object.fromEntries(columns.map(({ name }) => [name, `${cell}!`]));
      const { issues = [] } = byId('evacuation-space')['~standard'].validate(row);
      expect(issues.length).toBeGreaterThan(0);
      for (const { message } of issues) expect(message.length).toBeLessThan(200);
    }
  });
});

test('hazards stand in the order of dataset 03, each a flag', () => {
  expect(evacuationHazardColumns).toEqual([
    '災害種別_洪水',
    '災害種別_崖崩れ、土石流及び地滑り',
    '災害種別_高潮',
    '災害種別_地震',
    '災害種別_津波',
    '災害種別_大規模な火事',
    '災害種別_内水氾濫',
    '災害種別_火山現象',
  ]);
  const columns = byId('evacuation-space').generations[0]?.columns ?? [];
  const flags = columns.filter(({ name }) => name.startsWith('災害種別_'));
  expect(flags.map(({ name }) => name)).toEqual([...evacuationHazardColumns]);
  expect(flags.map(({ en }) => en)).toEqual([
    'Flood',
    'Landslide',
    'Storm surge',
    'Earthquake',
    'Tsunami',
    'Large fire',
    'Inland flood',
    'Volcano',
  ]);
  expect(new Set(flags.map(({ format }) => format))).toEqual(new Set(['flag']));
});

interface Fact {
  readonly name: string;
  readonly required: boolean | 'recommended' | null;
  readonly aliases?: readonly string[];
}
interface Source {
  readonly id: string;
  readonly number?: string;
  readonly confidence: string;
  readonly columns: readonly Fact[];
  readonly previousVersion?: { readonly columns: readonly Fact[] } | null;
}
const facts = here('../../../../shared/data/standard-datasets.json');

test.skipIf(!existsSync(facts))(
  'agrees with the collected facts (skipped where ../shared/data is not there)',
  () => {
    const certainty: Record<string, Certainty> = {
      official: 'official',
      'observed-current': 'observed',
      'labels-current': 'observed',
      'not-found': 'inferred',
    };
    const mark = {
      true: 'required',
      false: 'optional',
      recommended: 'recommended',
      null: 'unknown',
    };
    const factsOf = (columns: readonly Fact[]): string[][] =>
      columns.map(({ name, required }) => [name, mark[`${required}`]]);
    const sources = JSON.parse(readFileSync(facts, 'utf8')) as Source[];
    expect(loaded.map((one) => one.number)).toEqual(sources.flatMap(({ number }) => number ?? []));
    for (const dataset of loaded) {
      const source = sources.find(({ id }) => id === dataset.id.replaceAll('-', '_'));
      expect(certainty[source?.confidence ?? '']).toBe(dataset.certainty);
      const editions = dataset.generations;
      const seen = editions.find(({ layout }) => layout === 'data-model') ?? editions[0];
      expect(marksOf(seen)).toEqual(factsOf(source?.columns ?? []));
      for (const { name, aliases = [] } of source?.columns ?? []) {
        const meant = editions[0]?.columns.find((one) => [one.name, ...one.aliases].includes(name));
        const headers = editions[0]?.columns.flatMap((one) => [one.name, ...one.aliases]);
        expect(meant).toBeDefined();
        // What two columns of an older file hold together is no other name of one.
        expect(headers).toEqual(
          expect.arrayContaining(aliases.filter((alias) => !alias.includes('two columns'))),
        );
      }
      // A FIWARE attribute, not a column.
      const before = source?.previousVersion?.columns.filter(({ name }) => name !== 'location');
      expect(marksOf(editions.find(({ id }) => id === 'previous'))).toEqual(
        before && factsOf(before),
      );
    }
  },
);
