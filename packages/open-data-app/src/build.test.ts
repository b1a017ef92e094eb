import { loadDataset } from '@yokoten/standard/datasets';
import { describe, expect, test } from 'vitest';
import { buildApp, type OpenDataOutput as AppOutput } from './build.ts';
import { joinShards, type Shard } from './shards.ts';

const municipality = { name: { ja: '見本市' }, bbox: [139, 35, 140, 36] } as const;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function made(
  files: Readonly<Record<string, string | Uint8Array>>,
  config: Readonly<Record<string, unknown>> = {},
): Promise<AppOutput> {
  return buildApp({
    config,
    municipality,
    files: Object.entries(files).map(([path, content]) => ({
      path,
      bytes: typeof content === 'string' ? bytes(content) : content,
    })),
  });
}

const codes = ({ configProblems }: AppOutput): string[] => configProblems.map(({ code }) => code);
const CSV =
  'ID,名称,住所,緯度,経度\n1,本館,一丁目,35.5,139.5\n2,別館,二丁目,,\n3,,三丁目,35.6,139.6\n';

test('every row is a record with a page of its own, whatever it lacks', async () => {
  const output = await made({ 'data/a.csv': CSV });
  expect(codes(output)).toEqual([]);
  expect(output.document.records.map(([id, name, at]) => [id, name, at])).toEqual([
    ['1', '', [139.5, 35.5]],
    ['2', '', null],
    ['3', '三丁目', [139.6, 35.6]],
  ]);
  expect([...output.pages.keys()]).toEqual(['records/1.html', 'records/2.html', 'records/3.html']);
  expect(output.problems.map(({ code, row }) => [code, row])).toEqual([
    ['open-data/no-coordinates', 3],
    ['open-data/no-name', 4],
  ]);
  expect(output.fallbackHtml).toContain('<a href="./records/1.html">本館</a>');
  expect(output.pages.get('records/1.html')?.fallbackHtml).toContain('<dd>一丁目</dd>');
  expect(await made({ 'data/a.csv': CSV })).toEqual(output);
});

test('a background is asked for only where there is something to show on it', async () => {
  expect((await made({ 'data/a.csv': CSV })).hosts.img).toEqual([
    'https://cyberjapandata.gsi.go.jp',
  ]);
  const flat = await made({ 'data/a.csv': '名称,電話\n本館,1\n' });
  expect(flat.hosts.img).toEqual([]);
  expect(flat.document).not.toHaveProperty('background');
  expect(flat.preload).toEqual([]);
});

test('whose data it is comes from the config, else from where it was fetched, else is not stated', async () => {
  expect((await made({ 'data/a.csv': CSV })).fallbackHtml).toContain('出典と利用条件の記載なし');
  const origin = {
    url: 'https://example.jp/a.csv',
    credit: '見本県',
    licence: 'CC-BY-4.0',
    isMade: false,
    isChanged: false,
  };
  const file = { path: 'data/a.csv', bytes: bytes(CSV), origin };
  const fetched = await buildApp({ config: {}, municipality, files: [file] });
  expect(fetched.document.credit).toEqual({
    source: { ja: '見本県' },
    url: origin.url,
    licence: 'CC-BY-4.0',
  });
  const config = { credit: { source: '見本市', licence: null } };
  const named = await buildApp({ config, municipality, files: [file] });
  expect(named.document.credit).toEqual({ source: { ja: '見本市' }, licence: null });
});

const DIRTY = [
  'ID,施設名,電話番号,URL,緯度,経度',
  '1,本館,０４２－１２３－４５６７,ｈｔｔｐs://example.com/,35.5,139.5',
  '2,別館　,042-123-4568,,139.6,35.6',
  '※ 数は令和7年4月のものです,,,,,',
].join('\n');

const shown = ({ document: { columns, records } }: AppOutput, header: string): string[] => {
  const index = columns.findIndex((column) => column.header === header);
  return records.map(([, , , cells]) => cells[index] ?? '');
};
const notes = ({ problems }: AppOutput): (string | undefined)[][] =>
  problems
    .filter(({ severity, after }) => severity === 'info' && after !== undefined)
    .map(({ cell, before, after }) => [cell, before, after]);

describe('repairs', () => {
  const options = { data: { as: 'public-facility' } };
  test('are made, and each is told with its place in the file, before and after', async () => {
    const output = await made({ 'data/a.csv': DIRTY }, options);
    expect(codes(output)).toEqual([]);
    expect(shown(output, '電話番号')).toEqual(['042-123-4567', '042-123-4568']);
    expect(output.document.records.map(([, , at]) => at)).toEqual([
      [139.5, 35.5],
      [139.6, 35.6],
    ]);
    expect(notes(output)).toContainEqual(['C2', '０４２-１２３-４５６７', '042-123-4567']);
    expect(notes(output)).toContainEqual(['E3', '139.6', '35.6']);
    const { rows, findings, repairs } = output.document.report;
    expect([rows, output.document.records.length]).toEqual([3, 2]);
    expect(output.problems.slice(findings)).toHaveLength(repairs);
    expect(output.problems.slice(findings).every(({ severity }) => severity === 'info')).toBe(true);
  });

  test('are taken back for the cells and columns that the config names', async () => {
    const cell = await made({ 'data/a.csv': DIRTY }, { data: { asWritten: ['C2', 'A4'] } });
    expect(codes(cell)).toEqual([]);
    expect(shown(cell, '電話番号').slice(0, 2)).toEqual([
      '０４２－１２３－４５６７',
      '042-123-4568',
    ]);
    expect(cell.document.records).toHaveLength(3);
    const column = await made({ 'data/a.csv': DIRTY }, { data: { asWritten: ['緯度', '経度'] } });
    expect(column.document.records.map(([, , at]) => at)).toEqual([[139.5, 35.5], null]);
    expect(shown(column, '電話番号')[0]).toBe('042-123-4567');
    const all = await made({ 'data/a.csv': DIRTY }, { data: { asWritten: true } });
    expect([notes(all), all.document.report.repairs]).toEqual([[], 0]);
    expect(shown(all, '電話番号')[0]).toBe('０４２－１２３－４５６７');
  });

  test('a column that is not there is a fault, with the nearest name', async () => {
    const output = await made({ 'data/a.csv': DIRTY }, { data: { asWritten: ['電話'] } });
    expect(codes(output)).toEqual(['open-data-app/no-such-column']);
    expect(output.configProblems[0]?.path).toEqual(['data', 'asWritten', 0]);
    expect(output.configProblems[0]?.message.ja).toContain('電話番号');
  });

  test('addresses are those of the file, also right of a column that was taken out', async () => {
    const csv =
      '施設名,,電話番号,緯度,経度\n本館,,０４２－１２３－４５６７,35.5,139.5\n別館,,,あ,い\n';
    const output = await made({ 'data/a.csv': csv }, options);
    expect(notes(output)).toContainEqual(['C2', '０４２-１２３-４５６７', '042-123-4567']);
    const bad = output.problems.filter(({ code }) => code === 'open-data/not-a-number');
    expect(bad.map(({ cell }) => cell)).toEqual(['D3']);
  });
});

test('a dataset that the header speaks against is told, and taken all the same', async () => {
  const { generations } = await loadDataset('public-toilet');
  const header = generations[0]?.columns.map(({ name }) => name) ?? [];
  const csv = `${header.join(',')}\n${header.map((_, at) => at).join(',')}\n`;
  const told = async (
    config: Readonly<Record<string, unknown>>,
  ): Promise<(string | undefined)[]> => {
    const { document, problems } = await made({ 'data/a.csv': csv }, config);
    const codesOf = problems.flatMap(({ code }) => (code.includes('other-dataset') ? [code] : []));
    return [document.dataset?.id, ...codesOf];
  };
  expect(await told({})).toEqual(['public-toilet']);
  expect(await told({ data: { as: 'public-toilet' } })).toEqual(['public-toilet']);
  expect(await told({ data: { as: 'aed' } })).toEqual(['aed', 'open-data-app/other-dataset']);
});

test('whoever writes the Japanese name of a dataset is told its id', async () => {
  const { configProblems } = await made({ 'data/a.csv': CSV }, { data: { as: '公衆トイレ' } });
  expect(configProblems.map(({ message }) => message.ja)).toEqual([
    expect.stringMatching(/: "public-toilet" \(公衆トイレ一覧\)$/),
  ]);
});

describe('what goes wrong', () => {
  test('no file: a page that says what to do, and no fault', async () => {
    const output = await made({ 'data/README.md': 'x', 'data/boundary.geojson': '{}' });
    expect(codes(output)).toEqual([]);
    expect(output.document.records).toEqual([]);
    expect(output.problems).toEqual([]);
  });

  test('two files: both are named, and the config can choose', async () => {
    const files = { 'data/a.csv': CSV, 'data/b.csv': CSV };
    const output = await made(files);
    expect(codes(output)).toEqual(['open-data-app/several-files']);
    expect(output.configProblems[0]?.message.ja).toMatch(/a\.csv.*b\.csv/s);
    const chosen = await made(files, { data: { file: 'b.csv' } });
    expect([codes(chosen), chosen.document.file]).toEqual([[], 'data/b.csv']);
    const fetched = { data: { file: 'c.csv', url: 'https://example.jp/c.csv' } };
    expect(codes(await made(files, fetched))).toEqual([]);
    const missed = await made(files, { data: { file: 'data/c.csv' } });
    expect(codes(missed)).toEqual(['open-data-app/no-such-file']);
    expect(missed.configProblems[0]?.path).toEqual(['data', 'file']);
  });

  test.each([
    ['an empty file', '', 'open-data/empty-file'],
    ['a header alone', '名称,住所\n', 'open-data-app/no-rows'],
    ['a web page', '<!doctype html><title>x</title>', 'open-data/html-instead-of-csv'],
  ])('%s', async (_, content, code) => {
    const output = await made({ 'data/a.csv': content });
    expect(codes(output)).toEqual([code]);
    expect(output.configProblems[0]?.message.ja).toContain('data/a.csv');
  });

  test.each([
    [{ data: 'a.csv' }, 'open-data-app/config-value'],
    [{ data: { as: 'evnt' } }, 'open-data-app/config-value'],
    [{ data: { url: 'https://example.jp/a.csv' } }, 'open-data-app/config-value'],
    [{ data: { asWritten: 'C2' } }, 'open-data-app/config-value'],
    [{ data: { asWritten: [1] } }, 'open-data-app/config-value'],
    [{ credits: {} }, 'open-data-app/unknown-key'],
    [{ credit: { licence: null } }, 'open-data-app/config-value'],
    [{ background: 'gsi' }, 'open-data-app/config-value'],
    [{ background: { url: 'http://x/{z}/{x}/{y}' } }, 'open-data-app/config-value'],
    [{ contacts: [{ value: 1 }] }, 'open-data-app/config-value'],
    [{ sample: { en: 'x' } }, 'open-data-app/config-value'],
  ])('a config with %j', async (config, code) => {
    const output = await made({ 'data/a.csv': CSV }, config);
    expect(new Set(codes(output))).toEqual(new Set([code]));
    for (const { message } of output.configProblems) expect(message.en).toBeTruthy();
  });
});

test('CP932 is read as it is', async () => {
  // 名称,区 / 本館,北 / 別館,南
  const cp932 = Uint8Array.from(
    '96bc8fcc2c8be60d0a967b8ad92c966b0d0a95ca8ad92c93ec0d0a'.match(/../g) ?? [],
    (pair) => Number.parseInt(pair, 16),
  );
  const { document } = await made({ 'data/a.csv': cp932 });
  expect(document.records.map(([, , , cells]) => cells)).toEqual([
    ['本館', '北'],
    ['別館', '南'],
  ]);
});

function manyRows(count: number): string {
  const rows = Array.from({ length: count }, (_, i) => `${i},施設${i},${i % 7}丁目,35.5,139.5`);
  return `ID,名称,町,緯度,経度\n${rows.join('\n')}`;
}

test('thousands of rows have a page each, and stand in tables of a thousand without scripts', async () => {
  const output = await made({ 'data/a.csv': manyRows(3000) });
  const lists = [...output.pages].filter(([path]) => path.startsWith('list/'));
  expect(lists.map(([path]) => path)).toEqual(['list/2.html', 'list/3.html']);
  const linked = [output.fallbackHtml, ...lists.map(([, { fallbackHtml }]) => fallbackHtml)]
    .join('')
    .match(/records\/\d+\.html/g);
  expect(new Set(linked).size).toBe(3000);
  expect(lists[0]?.[1].fallbackHtml).toContain('href="../records/1000.html"');
  expect(output.document.hasPages).toBe(true);
});

test('ten thousand rows are all listed, without so many files', async () => {
  const output = await made({ 'data/a.csv': manyRows(10_000) });
  const { document, pages, files } = output;
  expect([document.hasPages, document.records, document.report.records]).toEqual([
    false,
    [],
    10_000,
  ]);
  expect(pages.size).toBe(40);
  expect(pages.get('records/index.html')?.fallbackHtml).toContain('href="../list/40.html"');
  const shards = (document.shards ?? []).map((path) => files.get(path) ?? '');
  expect(shards.length).toBe(10);
  for (const shard of shards) expect(shard.length).toBeLessThan(300_000);
  const joined = joinShards(shards.map((shard) => JSON.parse(shard) as Shard));
  expect(joined.map(([id]) => id)).toEqual(Array.from({ length: 10_000 }, (_, i) => String(i)));
});

test('where records have no pages, the tables say all that a page would', async () => {
  const csv = manyRows(6000)
    .split('\n')
    .map((line, at) => `${line},${at === 0 ? '説明' : `くわしい話${at}`}`)
    .join('\n');
  const { pages, fallbackHtml } = await made({ 'data/a.csv': csv });
  const html = [fallbackHtml, ...[...pages.values()].map((page) => page.fallbackHtml)].join('');
  expect(html.match(/<td>くわしい話\d+<\/td>/g)).toHaveLength(6000);
  expect(fallbackHtml).toContain('<a href="./records/?id=0">施設0</a>');
});

test('a site that knows its address lists its pages for search engines', async () => {
  const { files } = await made({ 'data/a.csv': CSV }, { site: { url: 'https://example.jp/a' } });
  expect(files.get('sitemap.xml')).toContain('<loc>https://example.jp/a/records/1.html</loc>');
});
