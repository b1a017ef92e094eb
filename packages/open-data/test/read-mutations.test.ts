import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { OpenDataError } from '../src/error.ts';
import { read } from '../src/read.ts';
import { textRow, workbookOf } from './workbook-writer.ts';
import { zipOf } from './zip-writer.ts';

const HEADER = textRow(1, ['名称', '住所']);
const MAP = `<kml><Document><Folder><name>あ</name><Placemark><name>い</name><MultiGeometry><Point><coordinates>139,35</coordinates></Point><Polygon><outerBoundaryIs><LinearRing><coordinates>139,35 140,35 139,36 139,35</coordinates></LinearRing></outerBoundaryIs></Polygon></MultiGeometry><ExtendedData><Data name="a"><value>1</value></Data></ExtendedData></Placemark></Folder></Document></kml>`;
const ENTITY = `[{"id":"urn:ngsi-ld:A:1","type":"A","opens":{"type":"Property","value":true,"observedAt":"2026-04-01T00:00:00Z"},"location":{"type":"GeoProperty","value":{"type":"Point","coordinates":[139,35]}},"@context":"x"}]`;
const WORKBOOK = workbookOf({
  strings: '<si><t>みほん館</t><rPh><t>ミホン</t></rPh></si>',
  styles:
    '<numFmts><numFmt numFmtId="164" formatCode="yyyy/m/d"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs>',
  sheets: [
    {
      name: 'S',
      rows: `${HEADER}<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" s="0"><v>45383</v></c></row>`,
      after: '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>',
    },
  ],
});
const SEEDS = [
  WORKBOOK,
  zipOf([
    { name: 'a.csv', data: '名称,緯度\nあ,35\n' },
    { name: 'b.kml', data: MAP, stored: true },
    { name: 'c.json', data: ENTITY, zip64: true },
  ]),
  new TextEncoder().encode(MAP),
  new TextEncoder().encode(ENTITY),
];

/** Bytes changed, cut out, repeated: what a bad line or a bad person makes of a file. */
const damaged = fc
  .record({
    seed: fc.constantFrom(...SEEDS),
    edits: fc.array(
      fc.record({
        at: fc.nat(1_000_000),
        byte: fc.nat(255),
        kind: fc.constantFrom('set', 'cut', 'double'),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  })
  .map(({ seed, edits }) => {
    let bytes = [...seed];
    for (const { at, byte, kind } of edits) {
      const place = at % bytes.length;
      if (kind === 'set') bytes[place] = byte;
      else if (kind === 'cut') bytes.splice(place, 1 + (byte % 16));
      else bytes = [...bytes.slice(0, place), ...bytes.slice(Math.max(0, place - byte))];
      if (bytes.length === 0) return Uint8Array.from(seed);
    }
    return Uint8Array.from(bytes);
  });

test('damaged files are read or refused, and change nothing but themselves', async () => {
  await fc.assert(
    fc.asyncProperty(damaged, async (bytes) => {
      try {
        for (const { header, rows } of await read(bytes)) {
          for (const { cells } of rows)
            for (const cell of cells) expect(typeof cell).toBe('string');
          expect(header.every((label) => typeof label === 'string')).toBe(true);
        }
      } catch (error) {
        expect(error).toBeInstanceOf(OpenDataError);
      }
      expect(Object.keys(Object.prototype)).toEqual([]);
    }),
  );
});

/** The parts of a workbook, changed inside, so that the archive around them stays whole. */
/** Ten thousand of them take minutes. */
test('workbooks with any XML inside', async () => {
  const piece = fc.constantFrom(
    '<row r="2">',
    '</row>',
    '<c r="A2" t="s">',
    '<c r="ZZZZ9" t="n" s="99">',
    '</c>',
    '<v>0</v>',
    '<v>1e400</v>',
    '<is><t>',
    '</t></is>',
    '<rPh>',
    '</rPh>',
    '<mergeCell ref="A1:XFD1048576"/>',
    '<f>',
    '&#x0;',
    '&amp;',
    '<![CDATA[',
    ']]>',
    '<row r="-1">',
    '<row r="x" hidden="1">',
    '<!--',
    '-->',
    '<a b=c d>',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
      const bytes = workbookOf({ sheets: [{ name: 'S', rows: HEADER + pieces.join('') }] });
      try {
        await read(bytes);
      } catch (error) {
        expect(error).toBeInstanceOf(OpenDataError);
      }
    }),
  );
}, 600_000);
