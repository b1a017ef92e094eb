import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../src/problem.ts';
import { read } from '../src/read.ts';
import { encoderFor } from './encoder.ts';
import { textRow, workbookOf } from './workbook-writer.ts';
import { zipOf } from './zip-writer.ts';

const folder = fileURLToPath(new URL('golden/read/', import.meta.url));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A list as a city keeps it in Excel: title, two header rows, ruby, dates, times, a hidden sheet. */
const workbook = workbookOf({
  strings: `<si><t>見本館</t><rPh sb="0" eb="3"><t>ミホンカン</t></rPh></si><si><r><t>本町</t></r><r><t>一丁目</t></r></si>`,
  styles: `<numFmts><numFmt numFmtId="176" formatCode="[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="177" formatCode="000\\-0000"/></numFmts>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="20"/><xf numFmtId="177"/></cellXfs>`,
  sheets: [
    {
      name: '避難所',
      rows:
        textRow(1, ['避難所一覧（見本）']) +
        textRow(3, ['名称', '所在地', '', '位置', '', '開設日', '開始時間']) +
        textRow(4, ['', '郵便番号', '住所', '緯度', '経度', '', '']) +
        `<row r="5"><c r="A5" t="s"><v>0</v></c><c r="B5" s="3"><v>600001</v></c><c r="C5" t="s"><v>1</v></c><c r="D5"><v>35.600000000000001</v></c><c r="E5"><v>139.3</v></c><c r="F5" s="1"><v>45383</v></c><c r="G5" s="2"><v>0.375</v></c></row>`,
      after:
        '<mergeCells><mergeCell ref="A1:G1"/><mergeCell ref="A3:A4"/><mergeCell ref="B3:C3"/><mergeCell ref="D3:E3"/><mergeCell ref="F3:F4"/><mergeCell ref="G3:G4"/></mergeCells>',
    },
    {
      name: '人口',
      rows:
        textRow(1, ['地区', '人口', '', '地区', '人口']) +
        textRow(2, ['本町', '20', '', '北町', '40']),
    },
    {
      name: '作業用',
      state: 'hidden',
      rows: textRow(1, ['メモ', '日付']) + textRow(2, ['a', 'b']),
    },
    { name: '空', rows: '' },
  ],
});

const placemark = (name: string, shape: string): string =>
  `<Placemark><name>${name}</name><description><![CDATA[<b>見本</b><br>終日]]></description>${shape}</Placemark>`;
const map = utf8(`<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>見本の地図</name>
<Folder><name>避難所</name>
${placemark('みほん館', '<ExtendedData><Data name="収容人数"><value>100</value></Data></ExtendedData><Point><coordinates>139.3,35.6,12</coordinates></Point>')}
</Folder>
<Folder><name>避難路</name>
${placemark('大通り', '<LineString><coordinates>139.3,35.6 139.31,35.61</coordinates></LineString>')}
</Folder></Document></kml>`);

const shape = (type: string, coordinates: unknown): unknown => ({
  type: 'Feature',
  properties: { 名称: 'みほん' },
  geometry: { type, coordinates },
});

const FILES: Readonly<Record<string, Uint8Array>> = {
  'workbook.xlsx': workbook,
  'workbook-named.csv': workbook,
  'map.kml': map,
  'map.kmz': zipOf([
    { name: 'doc.kml', data: map },
    { name: 'files/icon.png', data: 'x' },
  ]),
  'archive.zip': zipOf([
    {
      name: encoderFor('shift_jis')('避難所/一覧.csv'),
      data: encoderFor('shift_jis')('名称,緯度,経度\r\nみほん館①,35.6,139.3\r\n'),
    },
    { name: '../workbook.xlsx', data: workbook },
    { name: 'page.csv', data: '<!DOCTYPE html>' },
    { name: 'readme.txt', data: 'x' },
  ]),
  'shapes.geojson': utf8(
    JSON.stringify({
      type: 'FeatureCollection',
      features: [
        shape('Point', [139.3, 35.6, 12]),
        shape('MultiPolygon', [
          [
            [
              [139, 35],
              [139.1, 35],
              [139, 35.1],
              [139, 35],
            ],
          ],
        ]),
      ],
    }),
  ),
  'records.ndjson': utf8('{"名称":"みほん館","緯度":35.6}\n{"名称":"みほん園","経度":139.3}\n'),
  'entities.json': utf8(
    JSON.stringify([
      {
        id: 'urn:ngsi-ld:EvacuationSpace:1',
        type: 'EvacuationSpace',
        名称: { type: 'Property', value: 'みほん館' },
        opens: { type: 'Property', value: true, observedAt: '2026-04-01T00:00:00Z' },
        location: { type: 'GeoProperty', value: { type: 'Point', coordinates: [139.3, 35.6] } },
        address: { type: 'Property', value: { addressLocality: '本町' } },
        '@context': 'https://example.jp/context.jsonld',
      },
    ]),
  ),
  'two-header-rows.csv': utf8('名称,位置,,備考\n,緯度,経度,\nみほん館,35.6,139.3,終日\n'),
};

function line({ part, cell, row, severity, code }: Finding): string {
  const place = cell ?? (row === undefined ? 'file' : `row ${row}`);
  return `${part === undefined ? '' : `${part}!`}${place} ${severity} ${code}`;
}

/** Files made up here, of every kind; what is read of each stands beside, to be read by a person. */
describe('golden files', () => {
  test.each(Object.entries(FILES))('%s', async (file, bytes) => {
    const tables = (await read(bytes, { file })).map((table) => ({
      part: table.part ?? null,
      file: [table.kind, table.encoding, table.newline].join(', '),
      header: { row: table.headerRow, cells: table.header.join(' | ') },
      preamble: table.preamble.map(({ row, cells }) => `${row}: ${cells.join(' | ')}`),
      rows: table.rows.map(
        ({ row, line: at, cells }) => `${row}, line ${at}: ${cells.join(' | ')}`,
      ),
      geometries: table.rows.flatMap(({ geometry }) =>
        geometry ? [JSON.stringify(geometry)] : [],
      ),
      problems: table.problems.map(line),
    }));
    const text = `${JSON.stringify(tables, null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(`${folder}${file}.golden.json`);
  });
});
