import { crc32, deflateRawSync } from 'node:zlib';

const UNPACKED = 400_000_000;
const NAME = new TextEncoder().encode('shelters.csv');

/** An archive of a few hundred kilobytes that holds one file of 400 MB, honest in all its fields (APPNOTE.TXT 4.3). */
export function zipBomb(): Uint8Array {
  const content = Buffer.alloc(UNPACKED, 'a,b,c\n');
  const packed = deflateRawSync(content, { level: 9 });
  const shared = (view: DataView, at: number): void => {
    view.setUint16(at, 20, true);
    view.setUint16(at + 4, 8, true);
    view.setUint32(at + 10, crc32(content), true);
    view.setUint32(at + 14, packed.length, true);
    view.setUint32(at + 18, content.length, true);
    view.setUint16(at + 22, NAME.length, true);
  };
  const local = record(0x04034b50, 30, (view) => shared(view, 4));
  const central = record(0x02014b50, 46, (view) => shared(view, 6));
  const directory = local.length + NAME.length + packed.length;
  const end = record(0x06054b50, 22, (view) => {
    view.setUint16(8, 1, true);
    view.setUint16(10, 1, true);
    view.setUint32(12, central.length + NAME.length, true);
    view.setUint32(16, directory, true);
  });
  return Buffer.concat([local, NAME, packed, central, NAME, end]);
}

function record(signature: number, size: number, fill: (view: DataView) => void): Uint8Array {
  const view = new DataView(new ArrayBuffer(size));
  view.setUint32(0, signature, true);
  fill(view);
  return new Uint8Array(view.buffer);
}
