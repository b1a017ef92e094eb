import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { OpenDataError } from '../src/error.ts';
import { readDirectory } from '../src/read/zip/directory.ts';
import { unpackWhole } from '../src/read/zip/unpack.ts';
import { read, type Table } from '../src/read.ts';

/** Files as municipalities publish them. They are not part of the project: without them there is nothing to test. */
const folder = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
const files = existsSync(folder)
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:csv|tsv|json|jsonld|geojson|xlsx?|kml|kmz|zip|umap)$/u.test(name))
      .sort()
  : [];
if (files.length === 0) console.log('real files: none at ../shared/data, nothing to check');

/** How many records a table accounts for: data, blank ones, those around the header, and the header. */
function recordsOf({ rows, blankRows, preamble }: Table): number {
  return rows.length + blankRows + preamble.length + 1;
}

/** Records of a CSV as a schoolbook counts them: line ends outside of quotes. It knows nothing of stray quotes. */
function naiveRecords(text: string): number {
  let quoted = false;
  let records = 0;
  let open = false;
  for (const letter of text.replace(/\r\n?/gu, '\n').replace(/^\ufeff/u, '')) {
    if (letter === '"') quoted = !quoted;
    if (letter === '\n' && !quoted) {
      records++;
      open = false;
    } else open = true;
  }
  return open ? records + 1 : records;
}

function textOf(bytes: Uint8Array, { encoding }: Table): string {
  return new TextDecoder(encoding === 'cp932' ? 'shift_jis' : encoding).decode(bytes);
}

/** What a JSON text holds as features or records, whoever nests them how. */
function naiveJsonRecords(text: string): number {
  const value: unknown = JSON.parse(text);
  const features = text.match(/"type"\s*:\s*"Feature"/gu)?.length ?? 0;
  if (features > 0) return features;
  const lists = [value, ...Object.values(value ?? {})]
    .filter((list) => Array.isArray(list))
    .filter((list: unknown[]) =>
      list.every((one) => typeof one === 'object' && !Array.isArray(one)),
    );
  return Math.max(1, ...lists.map((list) => list.length));
}

async function partsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const entry of readDirectory(bytes, 'zip')) {
    texts.set(entry.name, new TextDecoder().decode(await unpackWhole(bytes, entry, 'zip')));
  }
  return texts;
}

/** The sheets of a workbook in the order of their files, which in the real ones is that of their names. */
function rowElements(parts: Map<string, string>): number[] {
  return [...parts]
    .filter(([name]) => /^xl\/worksheets\/[^/]+\.xml$/u.test(name))
    .map(([, xml]) => xml.match(/<row[\s>]/gu)?.length ?? 0);
}

async function check(file: string, bytes: Uint8Array, tables: readonly Table[]): Promise<void> {
  const [first] = tables;
  if (first === undefined) throw new Error(`${file} gave nothing`);
  const codes = tables.flatMap(({ problems }) => problems.map(({ code }) => code));
  const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
  if (first.kind === 'kml') {
    const text = new TextDecoder().decode(bytes);
    expect(rows, file).toBe(text.match(/<Placemark[\s>]/gu)?.length);
  } else if (first.kind === 'xlsx') {
    const elements = rowElements(await partsOf(bytes));
    for (const table of tables)
      expect(elements, `${file} ${table.part}`).toContain(recordsOf(table));
  } else if (file.endsWith('.zip')) {
    const parts = await partsOf(bytes);
    for (const table of tables) {
      const text = parts.get(table.part ?? '') ?? '';
      expect(recordsOf(table), `${file} ${table.part}`).toBe(naiveRecords(text));
    }
  } else if (['csv', 'tsv', 'linkdata'].includes(first.kind)) {
    const quotes = codes.some((code) => /stray-quote|unterminated-quote/u.test(code));
    const naive = naiveRecords(textOf(bytes, first));
    if (!quotes) expect(recordsOf(first), file).toBe(naive);
    else expect(Math.abs(recordsOf(first) - naive), file).toBeLessThan(recordsOf(first));
  } else expect(rows, file).toBe(naiveJsonRecords(textOf(bytes, first)));
}

describe.skipIf(files.length === 0)('real files', () => {
  test('every one is read with all its records, or refused with a sentence', async () => {
    const refused: string[] = [];
    for (const file of files) {
      const bytes = new Uint8Array(readFileSync(folder + file));
      try {
        await check(file, bytes, await read(bytes, { file }));
      } catch (error) {
        if (!(error instanceof OpenDataError)) throw error;
        expect(error.message, file).toMatch(/[ぁ-ん].*\n.*[a-z]/u);
        refused.push(`${error.code.slice(10)} ${file}`);
      }
    }
    expect(refused).toEqual([
      'not-a-table catalog/ckan/searchData.json',
      'not-a-table catalog/ckan/searchData2.json',
      'old-excel dirty/sabae-excel/R3jinnkousuii.xls',
      'old-excel dirty/sabae-excel/R4jinnkousuii11.xls',
      'empty-file dirty/takamatsu-0097-zero-bytes.xlsx',
      'not-a-table map-config/list.json',
      'broken-json ngsi/PointOfInterest-example.jsonld',
      'unavailable shelters/gsi/011011.json',
      'not-a-table shelters/gsi/city-to-code.json',
      'not-a-table shelters/gsi/code-to-city.json',
      'not-a-table shelters/gsi/data-availability.json',
      'no-header shelters/ishikawa/shelter-ishikawa.csv',
      'html-instead-of-csv support/vs-covid19/undefined-20200421154324.csv',
      'html-instead-of-csv support/vs-covid19/undefined-20200421154324.json',
      'html-instead-of-csv support/vs-covid19/vscovid19-data2-20201223222545.csv',
      'html-instead-of-csv support/vs-covid19/vscovid19-data2-20201223222545.json',
      'html-instead-of-csv support/vs-covid19/vscovid19-data2-20210609150104.csv',
    ]);
  });

  test('the encodings that others have noted', async () => {
    const manifest = JSON.parse(readFileSync(`${folder}MANIFEST.json`, 'utf8')) as {
      files: readonly { file: string; encoding?: string }[];
    };
    const wrong: string[] = [];
    for (const { file: path, encoding } of manifest.files) {
      if (!files.includes(path) || !/\.(?:csv|tsv)$/u.test(path) || encoding === undefined)
        continue;
      const found = await read(new Uint8Array(readFileSync(folder + path))).catch(() => []);
      const [table] = found;
      if (table === undefined) continue;
      const noted = encoding.toLowerCase().replace(/[^a-z0-9]/gu, '');
      const same =
        noted.includes(table.encoding.replaceAll('-', '')) ||
        (noted.includes('ascii') && table.encoding === 'utf-8');
      if (!same) wrong.push(`${path}: ${encoding}, not ${table.encoding}`);
    }
    expect(wrong).toEqual([]);
  });
});
