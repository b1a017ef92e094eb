import { describe, expect, test } from 'vitest';
import { zipOf } from '../../../test/zip-writer.ts';
import { toGeoJSON } from '../../geojson.ts';
import { readPlaces } from '../../places.ts';
import { recognise } from '../../recognise.ts';
import type { Table } from '../../table.ts';
import { read } from '../../read.ts';
import { htmlText } from './html-text.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const kml = (inside: string): Uint8Array =>
  utf8(
    `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">${inside}</kml>`,
  );
const point = (name: string, coordinates: string): string =>
  `<Placemark><name>${name}</name><Point><coordinates>${coordinates}</coordinates></Point></Placemark>`;

async function only(inside: string): Promise<Table> {
  const [table] = await read(kml(inside), { file: 'map.kml' });
  if (table === undefined) throw new Error('no table');
  return table;
}

function records({ header, rows }: Table): Record<string, string>[] {
  return rows.map(({ cells }) =>
    Object.fromEntries(header.map((name, i) => [name, cells[i] ?? ''])),
  );
}

test('a table for each folder that has placemarks, by its path', async () => {
  const tables = await read(
    kml(`<Document><name>地図</name>${point('あ', '139.1,35.1,0')}
      <Folder><name>避難所</name>${point('い', ' 139.2, 35.2 ')}
        <Folder><name>東</name>${point('う', '139.3,35.3')}</Folder></Folder>
      <Folder><name>空</name></Folder></Document>`),
  );
  expect(
    tables.map((table) => [table.part, table.rows[0]?.line, table.rows[0]?.cells.join()]),
  ).toEqual([
    ['地図', 2, '35.1,139.1,あ'],
    ['避難所', 3, '35.2,139.2,い'],
    ['避難所/東', 4, '35.3,139.3,う'],
  ]);
});

test('own data, schema data, times and text of balloons', async () => {
  const [record] = records(
    await only(`<Placemark id="a"><name>あ</name><description><![CDATA[<b>見本</b><br>開館 &amp; <a href="https://example.jp/">案内</a>]]></description>
      <Style><IconStyle><Icon><href>x.png</href></Icon></IconStyle></Style>
      <TimeSpan><begin>2026-04-01</begin></TimeSpan>
      <ExtendedData><Data name="名称"><displayName>x</displayName><value>みほん館</value></Data>
        <Data name="name"><value>あ</value></Data><Data name="address"><value>本町</value></Data>
        <SchemaData schemaUrl="#s"><SimpleData name="__proto__">1</SimpleData></SchemaData></ExtendedData>
      <Point><coordinates>139.3,35.6</coordinates></Point></Placemark>`),
  );
  expect(Object.entries(record ?? {})).toEqual([
    ['geometry:lat', '35.6'],
    ['geometry:lng', '139.3'],
    ['name', 'あ'],
    ['description', '見本\n開館 & 案内 (https://example.jp/)'],
    ['begin', '2026-04-01'],
    ['名称', 'みほん館'],
    ['ExtendedData:address', '本町'],
    ['__proto__', '1'],
  ]);
});

const ring = (name: string, at: number): string =>
  `<${name}><LinearRing><coordinates>${at},35 ${at + 1},35 ${at},36 ${at},35</coordinates></LinearRing></${name}>`;

const around = (at: number): number[][] => [
  [at, 35],
  [at + 1, 35],
  [at, 36],
  [at, 35],
];

test('shapes of every kind, altitudes and several at once come out as GeoJSON', async () => {
  const table = await only(
    [
      '<Point><coordinates>139.3,35.6,12.5</coordinates></Point>',
      '<LineString><coordinates>139,35,0\n140,36,0</coordinates></LineString>',
      `<Polygon>${ring('innerBoundaryIs', 139)}${ring('outerBoundaryIs', 138)}</Polygon>`,
      '<MultiGeometry><Point><coordinates>139,35</coordinates></Point><Point><coordinates>140,36</coordinates></Point></MultiGeometry>',
      '<MultiGeometry><Point><coordinates>139,35</coordinates></Point><LineString><coordinates>139,35 140,36</coordinates></LineString></MultiGeometry>',
      '<Track><when>2026-04-01T00:00:00Z</when><coord>139 35 5</coord><coord>140 36 6</coord></Track>',
    ]
      .map((shape) => `<Placemark><name>あ</name>${shape}</Placemark>`)
      .join(''),
  );
  const mapping = await recognise(table);
  const { places } = readPlaces(table, mapping);
  const { features } = toGeoJSON(places, table, mapping);
  const line = [
    [139, 35],
    [140, 36],
  ];
  expect(features.map(({ geometry }) => geometry)).toEqual([
    { type: 'Point', coordinates: [139.3, 35.6, 12.5] },
    { type: 'LineString', coordinates: line },
    { type: 'Polygon', coordinates: [around(138), around(139)] },
    { type: 'MultiPoint', coordinates: line },
    {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Point', coordinates: [139, 35] },
        { type: 'LineString', coordinates: line },
      ],
    },
    {
      type: 'LineString',
      coordinates: [
        [139, 35, 5],
        [140, 36, 6],
      ],
    },
  ]);
});

test('a placemark without a shape, or with a broken one, is a row all the same', async () => {
  const table = await only(
    `<Placemark><name>あ</name><address>本町</address></Placemark>${point('い', '139.3')}${point('う', '緯度')}`,
  );
  const { leftOut } = readPlaces(table, await recognise(table));
  expect(table.rows).toHaveLength(3);
  expect(leftOut).toHaveLength(3);
});

test('links to other maps are named, not followed', async () => {
  const { problems } = await only(
    `<NetworkLink><name>x</name><Link><href>https://example.jp/a.kml</href></Link></NetworkLink>${point('あ', '139,35')}`,
  );
  expect(problems).toContainEqual({
    code: 'open-data/network-link',
    severity: 'warning',
    file: 'map.kml',
    facts: { value: 'https://example.jp/a.kml' },
  });
});

test('KMZ, with its pictures', async () => {
  const bytes = zipOf([
    { name: 'doc.kml', data: kml(point('あ', '139.3,35.6')) },
    { name: 'images/a.png', data: 'x' },
  ]);
  const [table] = await read(bytes, { file: 'map.csv' });
  expect(table).toMatchObject({
    kind: 'kml',
    part: 'doc.kml',
    rows: [{ cells: ['35.6', '139.3', 'あ'] }],
  });
});

describe('hostile maps', () => {
  const bomb = `<!DOCTYPE kml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>`;
  test.each([
    ['an entity bomb', utf8(`${bomb}<kml><Placemark><name>&b;</name></Placemark></kml>`)],
    ['an outside entity', utf8('<!DOCTYPE kml SYSTEM "file:///etc/passwd"><kml/>')],
    ['a map cut off', kml('<Document><Placemark>').subarray(0, 100)],
    ['folders without end', kml('<Folder>'.repeat(5000))],
  ])('%s is refused', async (_, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject({ code: 'open-data/broken-xml' });
  });

  test.each([
    [
      'coordinates of blanks',
      `<LineString><coordinates>${' '.repeat(1_000_000)},</coordinates></LineString>`,
    ],
    ['a balloon of openers', `<description><![CDATA[${'<a '.repeat(200_000)}]]></description>`],
    ['comments', '<!-- <Placemark> -->'.repeat(20_000)],
  ])('%s are read before the test runs out of time', async (_, inside) => {
    const { rows } = await only(`<Placemark><name>あ</name>${inside}</Placemark>`);
    expect(rows).toHaveLength(1);
  });
});

test.each([
  ['5 < 6 & 7', '5 < 6 & 7'],
  ['a<br/>b<br>\n<br>c', 'a\nb\n\nc'],
  ['<table><tr><td>a</td><td>b</td></tr></table>', 'a b'],
  ['<img src="https://example.jp/a.jpg" height="20"/>x', 'https://example.jp/a.jpg x'],
  ['<script>alert(1)</script>x<style>p{}</style>', 'x'],
  ['&lt;b&gt;<i>&#12354;&#x3044;&nbsp;&unknown;</i>', '<b>あい &unknown;'],
  ['<a href="https://example.jp/">https://example.jp/</a>', 'https://example.jp/'],
  ['unclosed <b', 'unclosed <b'],
])('%j reads %j', (html, text) => {
  expect(htmlText(html)).toBe(text);
});
