import { describe, expect, test } from 'vitest';
import { encoderFor } from '../../../test/encoder.ts';
import { type NewEntry, zipOf } from '../../../test/zip-writer.ts';
import { read } from '../../read.ts';

const CSV = '名称,緯度,経度\nみほん館,35.6,139.3\n';

async function partsOf(...entries: NewEntry[]): Promise<(string | undefined)[]> {
  return (await read(zipOf(entries), { file: 'a.zip' })).map(({ part }) => part);
}

describe('archives', () => {
  test('a table for each file, whatever the kind', async () => {
    const kml = '<kml><Document><Placemark><name>あ</name></Placemark></Document></kml>';
    const inner = zipOf([{ name: 'c.csv', data: CSV }]);
    expect(
      await partsOf(
        { name: '2026/a.csv', data: CSV },
        { name: 'b.kml', data: kml, stored: true },
        { name: 'inner.zip', data: inner },
        { name: 'large.csv', data: CSV, zip64: true },
      ),
    ).toEqual(['2026/a.csv', 'b.kml', 'inner.zip!c.csv', 'large.csv']);
  });

  test('names in CP932, names twice, names that lead out of the folder', async () => {
    const name = encoderFor('shift_jis')('避難所.csv');
    const tables = await read(
      zipOf([
        { name, data: CSV },
        { name: '../../etc/a.csv', data: CSV },
        { name: 'C:\\data\\a.csv', data: CSV },
        { name: 'data/a.csv', data: CSV },
      ]),
    );
    expect(tables.map(({ part }) => part)).toEqual([
      '避難所.csv',
      'etc/a.csv',
      'data/a.csv',
      'data/a.csv (2)',
    ]);
    expect(tables[0]?.problems.map(({ code, part }) => [code, part])).toEqual([
      ['open-data/unsafe-entry-name', 'etc/a.csv'],
      ['open-data/unsafe-entry-name', 'data/a.csv'],
      ['open-data/duplicate-entry', 'data/a.csv (2)'],
    ]);
  });

  test('what cannot be read is listed with its part; the rest is read', async () => {
    const [table, ...rest] = await read(
      zipOf([
        { name: 'a.csv', data: CSV },
        { name: '__MACOSX/._a.csv', data: 'x' },
        { name: 'photo.jpg', data: 'x' },
        { name: 'page.csv', data: '<html></html>' },
        { name: 'secret.csv', data: CSV, encrypted: true },
      ]),
    );
    expect(rest).toEqual([]);
    expect(table?.problems.map(({ code, part, facts }) => [code, part, facts?.value])).toEqual([
      ['open-data/html-instead-of-csv', 'page.csv', undefined],
      ['open-data/encrypted-file', 'secret.csv', undefined],
      ['open-data/entry-not-read', undefined, 'photo.jpg'],
    ]);
  });

  test('one changed byte is noticed', async () => {
    const bytes = zipOf([{ name: 'a.csv', data: CSV, stored: true }]);
    const at = bytes.indexOf(0x33, 40);
    bytes[at] = 0x34;
    await expect(read(bytes)).rejects.toMatchObject({ code: 'open-data/broken-archive' });
  });
});

describe('hostile archives', () => {
  const zeros = new Uint8Array(60 << 20);

  test('one that says how large it is', async () => {
    const bytes = zipOf([{ name: 'a.csv', data: zeros }]);
    await expect(read(bytes)).rejects.toMatchObject({ code: 'open-data/archive-too-large' });
  });

  test('one that lies about it', async () => {
    const bytes = zipOf([{ name: 'a.csv', data: zeros, claims: 100 }]);
    await expect(read(bytes)).rejects.toMatchObject({ code: 'open-data/broken-archive' });
  });

  test('archives in archives without end', async () => {
    let bytes = zipOf([{ name: 'a.csv', data: CSV }]);
    for (let i = 0; i < 5; i++) bytes = zipOf([{ name: 'inner.zip', data: bytes }]);
    await expect(read(bytes)).rejects.toMatchObject({ code: 'open-data/archive-too-large' });
  });

  test('too many entries', async () => {
    const entries = Array.from({ length: 30 }, (_, index) => ({ name: `${index}.csv`, data: CSV }));
    await expect(read(zipOf(entries), { limits: { entries: 20 } })).rejects.toMatchObject({
      code: 'open-data/archive-too-large',
    });
  });
});
