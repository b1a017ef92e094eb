import { expect, test } from 'vitest';
import { OpenDataError } from './error.ts';
import { crc32 } from './read/zip/crc32.ts';
import { read } from './read.ts';

/** A zip of one deflated CSV in CP932, made with what a browser has. */
async function archive(): Promise<Uint8Array<ArrayBuffer>> {
  const text = new TextEncoder();
  const data = Uint8Array.from([0x96, 0xbc, 0x8f, 0xcc, 0x2c, ...text.encode('lat\r\nA,35.6\r\n')]);
  const stream = new Blob([data]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const packed = new Uint8Array(await new Response(stream).arrayBuffer());
  const name = text.encode('a.csv');
  const head = new Uint8Array(26);
  const view = new DataView(head.buffer);
  view.setUint16(4, 8, true);
  view.setUint32(10, crc32(0, data), true);
  view.setUint32(14, packed.length, true);
  view.setUint32(18, data.length, true);
  view.setUint16(22, name.length, true);
  const local = [0x50, 0x4b, 3, 4, ...head, ...name, ...packed];
  const central = [0x50, 0x4b, 1, 2, 20, 0, ...head, ...new Uint8Array(14), ...name];
  const end = new Uint8Array(22);
  end.set([0x50, 0x4b, 5, 6]);
  const ending = new DataView(end.buffer);
  ending.setUint16(10, 1, true);
  ending.setUint32(12, central.length, true);
  ending.setUint32(16, local.length, true);
  return Uint8Array.from([...local, ...central, ...end]);
}

test('a dropped file of a format that is loaded when it is met', async () => {
  const kml =
    '<kml><Placemark><name>あ</name><Point><coordinates>139.3,35.6</coordinates></Point></Placemark></kml>';
  const [table] = await read(new File([kml], '地図.kml'));
  expect(table).toMatchObject({
    file: '地図.kml',
    kind: 'kml',
    rows: [{ cells: ['35.6', '139.3', 'あ'] }],
  });
});

test('an archive is unpacked by the platform', async () => {
  const [table] = await read(new Blob([await archive()]));
  expect(table).toMatchObject({ encoding: 'cp932', part: 'a.csv', header: ['名称', 'lat'] });
});

test('a damaged one is refused there too', async () => {
  const bytes = await archive();
  bytes[40] = (bytes[40] ?? 0) ^ 0xff;
  const error = await read(new Blob([bytes])).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(OpenDataError);
  expect(error).toMatchObject({ code: 'open-data/broken-archive' });
});
