import type { TilePixels } from '../src/hazards/decode-tile.ts';

/** A square PNG, red, green, blue and alpha a pixel; `paint` says each pixel as `#rrggbb` or `#rrggbbaa`. */
export async function tilePng(
  side: number,
  paint: (x: number, y: number) => string,
): Promise<Uint8Array<ArrayBuffer>> {
  const rows = new Uint8Array(side * (1 + side * 4));
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const value = Number.parseInt(paint(x, y).slice(1).padEnd(8, 'f'), 16);
      const at = y * (1 + side * 4) + 1 + 4 * x;
      rows.set([value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255], at);
    }
  }
  const header = new Uint8Array(13);
  new DataView(header.buffer).setUint32(0, side);
  new DataView(header.buffer).setUint32(4, side);
  header.set([8, 6], 8);
  const data = await piped(rows, new CompressionStream('deflate'));
  return joined([
    Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10),
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** Reads what `tilePng` wrote, where there is no browser to do it. */
export async function readTilePng(bytes: Uint8Array<ArrayBuffer>): Promise<TilePixels> {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  if (bytes.length < 50 || view.getUint32(0) !== 0x89_50_4e_47) throw new Error('not a PNG');
  const side = view.getUint32(16);
  const body = bytes.slice(41, 41 + view.getUint32(33));
  const rows = await piped(body, new DecompressionStream('deflate'));
  const data = new Uint8Array(side * side * 4);
  for (let y = 0; y < side; y += 1) {
    const at = y * (1 + side * 4) + 1;
    data.set(rows.subarray(at, at + side * 4), y * side * 4);
  }
  return { width: side, height: side, data };
}

function chunk(type: string, body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + body.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, body.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(body, 8);
  view.setUint32(8 + body.length, crc(bytes.subarray(4, 8 + body.length)));
  return bytes;
}

function crc(bytes: Uint8Array): number {
  let sum = 0xff_ff_ff_ff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xed_b8_83_20 : 0);
  }
  return ~sum >>> 0;
}

async function piped(
  bytes: Uint8Array<ArrayBuffer>,
  through: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(through);
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
