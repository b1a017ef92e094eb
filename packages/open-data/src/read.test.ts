import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { zipOf } from '../test/zip-writer.ts';
import { OpenDataError } from './error.ts';
import { read } from './read.ts';

const CSV = '名称,緯度,経度\nみほん館,35.6,139.3\n';
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const inZip = (...names: string[]): Uint8Array => zipOf(names.map((name) => ({ name, data: 'x' })));

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes.subarray(0, 5);
  await Promise.resolve();
  yield bytes.subarray(5);
}

describe('sources', () => {
  const bytes = utf8(CSV);
  test.each<readonly [string, () => Parameters<typeof read>[0], string]>([
    ['bytes', () => bytes, 'file'],
    ['an ArrayBuffer', () => new Uint8Array(bytes).buffer, 'file'],
    ['a Blob', () => new Blob([CSV]), 'file'],
    ['a File', () => new File([CSV], '避難所.csv'), '避難所.csv'],
    ['a Response', () => new Response(CSV), 'file'],
    ['a stream', () => new Blob([CSV]).stream(), 'file'],
    ['an async iterable', () => inPieces(bytes), 'file'],
    ['an address', () => new URL(`data:text/csv;charset=utf-8,${encodeURIComponent(CSV)}`), ''],
  ])('%s', async (_, source, file) => {
    const [table, ...rest] = await read(source(), file === '' ? { file: 'a' } : {});
    expect(rest).toEqual([]);
    expect(table?.rows.map(({ cells }) => cells)).toEqual([['みほん館', '35.6', '139.3']]);
    expect(table?.file).toBe(file || 'a');
  });

  test('more than the limit is refused, from a stream too, with its sentences', async () => {
    for (const source of [bytes, new Blob([CSV]), new Blob([CSV]).stream()]) {
      await expect(read(source, { limits: { bytes: 20 } })).rejects.toMatchObject({
        code: 'open-data/file-too-large',
        message: expect.stringMatching(/大きすぎます.*\n.*limit/u),
      });
    }
  });

  test('an answer that is an error is said to be one', async () => {
    const answer = new Response('no', { status: 404 });
    await expect(read(answer)).rejects.toMatchObject({
      code: 'open-data/cannot-fetch',
      finding: { facts: { value: 'HTTP 404' } },
    });
  });

  test('an address that nobody answers', async () => {
    await expect(read(new URL('http://127.0.0.1:1/a%20b.csv'))).rejects.toMatchObject({
      code: 'open-data/cannot-fetch',
      finding: { file: 'a b.csv' },
    });
  });

  test('an abort stops it', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(read(bytes, { signal })).rejects.toThrow('enough');
  });
});

describe('what it is, whatever its name', () => {
  const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  const protect = Array.from('EncryptedPackage').flatMap((c) => [c.charCodeAt(0), 0]);
  test.each([
    ['an empty file', utf8(''), 'open-data/empty-file'],
    ['a web page', utf8('<!DOCTYPE html><p>404'), 'open-data/html-instead-of-csv'],
    ['a PDF', utf8('%PDF-1.7'), 'open-data/pdf-instead-of-csv'],
    ['XML that is no map', utf8('<?xml version="1.0"?><jmx/>'), 'open-data/xml-instead-of-csv'],
    ['old Excel', Uint8Array.from(OLE), 'open-data/old-excel'],
    [
      'a large one with a password',
      (() => {
        const bytes = new Uint8Array(200_000);
        bytes.set([...OLE]);
        bytes[30] = 9;
        new DataView(bytes.buffer).setUint32(48, 300, true);
        bytes.set(protect, 301 * 512);
        return bytes;
      })(),
      'open-data/encrypted-file',
    ],
    ['Excel with a password', Uint8Array.from([...OLE, ...protect]), 'open-data/encrypted-file'],
    [
      'a binary workbook',
      inZip('[Content_Types].xml', 'xl/workbook.bin'),
      'open-data/unsupported-workbook',
    ],
    ['OpenDocument', inZip('mimetype', 'content.xml'), 'open-data/unsupported-workbook'],
    ['a half workbook', inZip('[Content_Types].xml'), 'open-data/broken-archive'],
    ['a cut-off archive', inZip('a.csv').subarray(0, 40), 'open-data/broken-archive'],
    ['an empty archive', zipOf([]), 'open-data/empty-archive'],
    ['a refusal in JSON', utf8('{"type":"unavailable"}'), 'open-data/unavailable'],
    ['broken JSON', utf8('{"id":"a","type":"T" "x":1}'), 'open-data/broken-json'],
  ])('%s', async (_, bytes, code) => {
    await expect(read(bytes, { file: 'data.csv' })).rejects.toMatchObject({ code });
  });

  test('lines of JSON records', async () => {
    const [table] = await read(utf8('{"名称":"あ","緯度":35.6}\n\n{"名称":"い","緯度":35.7}\n'));
    expect(table).toMatchObject({ kind: 'json', header: ['名称', '緯度'] });
    expect(table?.rows.map(({ line, cells }) => [line, cells])).toEqual([
      [1, ['あ', '35.6']],
      [3, ['い', '35.7']],
    ]);
  });
});

describe('a header of several rows', () => {
  test('as a CSV keeps merged cells', async () => {
    const [table] = await read(
      utf8('名称,位置,,連絡先\n,緯度,経度,\nみほん館,35.6,139.3,042-000-0000\n'),
    );
    expect(table).toMatchObject({
      header: ['名称', '位置_緯度', '位置_経度', '連絡先'],
      headerRow: 1,
      preamble: [{ row: 2 }],
      rows: [{ row: 3 }],
    });
    expect(table?.problems.map(({ code }) => code)).toContain('open-data/several-header-rows');
  });

  test('a first data row with blanks is no second header row', async () => {
    const [table] = await read(utf8('名称,住所,,備考\nみほん館,見本町,a,\nみほん園,,b,c\n'));
    expect(table?.rows).toHaveLength(2);
  });
});

async function survives(bytes: Uint8Array): Promise<void> {
  try {
    const tables = await read(bytes, { file: 'any' });
    for (const { rows, header } of tables) {
      expect(Array.isArray(header)).toBe(true);
      for (const { cells } of rows) for (const cell of cells) expect(typeof cell).toBe('string');
    }
  } catch (error) {
    if (!(error instanceof OpenDataError)) throw error;
    expect(error.message).toMatch(/[ぁ-ん]/u);
  }
  expect(Object.keys(Object.prototype)).toEqual([]);
}

describe('properties', () => {
  test('any bytes are tables or an OpenDataError', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), survives));
  });

  test('any JSON too, entities among it', async () => {
    const key = fc.oneof(
      fc.constantFrom(
        'id',
        'type',
        'value',
        'location',
        '__proto__',
        'constructor',
        '@context',
        'layers',
        'features',
      ),
      fc.string({ maxLength: 4 }),
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom('Point', 'Property', 'umap', 'urn:ngsi-ld:x', 'FeatureCollection'),
        fc.double(),
        fc.constant(null),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(key, tie('value'), { maxKeys: 5 }),
      ),
    }));
    await fc.assert(fc.asyncProperty(value, (json) => survives(utf8(JSON.stringify(json)))));
  });
});
